// For how long adding a large edition holds the main process up at a time, beside an edition of ordinary size.
import fs from 'node:fs'
import path from 'node:path'
import { createEditionImport } from '../../electron/services/adding/edition-import.ts'
import { hyphenateIn } from '../../electron/services/editions/hyphenate-edition.ts'
import { openEditionLibrary } from '../../electron/services/library/edition-library.ts'
import { startCageChild } from '../../electron/services/import/cage-child.ts'
import { cageLimits, createCage } from '../../electron/services/import/cage.ts'
import { processUsage } from '../../electron/services/import/process-usage.ts'
import { randomNumbers } from './random-numbers.ts'
import { comparedRow, type Section } from './report.ts'

const megabyte = 1_000_000
const sizes = { ordinary: 1, large: 18 } as const
type Size = keyof typeof sizes
const steps = [
  'proof of a new edition',
  'keeping it',
  'proof of its next revision',
  'keeping that',
] as const
type Times = Record<(typeof steps)[number], number[]>

const cageProgram = path.join(import.meta.dirname, '../../out/main/import-cage.cjs')
/** Two parts of an edition, so that a large one has no more parts than it may. */
const itemLength = 3_300

export async function blocksSection(
  home: string,
  { rounds, tell }: { rounds: number; tell: (text: string) => void },
): Promise<Section> {
  const empty = (): Times => ({
    ...{ 'proof of a new edition': [], 'keeping it': [] },
    ...{ 'proof of its next revision': [], 'keeping that': [] },
  })
  const times = { ordinary: empty(), large: empty() }
  for (let round = 0; round < rounds; round++) {
    tell(`blocks: round ${String(round + 1)} of ${String(rounds)}`)
    const order: readonly Size[] = round % 2 === 0 ? ['ordinary', 'large'] : ['large', 'ordinary']
    for (const size of order) {
      const folder = fs.mkdtempSync(path.join(home, 'blocks-'))
      for (const [step, time] of await measureOnce(folder, sizes[size]))
        times[size][step].push(time)
      fs.rmSync(folder, { recursive: true })
    }
  }
  return {
    title: 'BLOCKS: for how long at a time adding a large edition holds the main process up',
    rows: steps.map((step) =>
      comparedRow(step, 'ms', times.large[step], times.ordinary[step], null),
    ),
    remarks: [
      `An edition of ${String(sizes.large)} MB of text; peer: one of ${String(sizes.ordinary)} MB.`,
      'The longest piece of work without a pause, in time of the processor that this thread had.',
    ],
  }
}

async function measureOnce(
  folder: string,
  megabytes: number,
): Promise<readonly (readonly [keyof Times, number])[]> {
  const library = openEditionLibrary({ folder: path.join(folder, 'library') })
  // The sandboxed process may take what it needs: this is about the process that waits for it.
  const cage = createCage({
    start: () => startCageChild(cageProgram),
    processUsage,
    limits: { ...cageLimits, memoryBytes: Infinity },
  })
  const imports = createEditionImport({
    ...{ cage, library, hyphenate: hyphenateIn(cage), programVersion: '0.1.0', reservedIds: [] },
    annotationsOf: () => [],
    now: () => new Date(),
    onProgress: () => undefined,
  })
  const found: [keyof Times, number][] = []
  for (const isRevision of [false, true]) {
    const file = path.join(folder, `${isRevision ? 'next' : 'first'}.txt`)
    fs.writeFileSync(file, printed(megabytes * megabyte, isRevision))
    const added = await longestBlock(() => imports.add({ kind: 'files', paths: [file] }))
    if (!added.value.ok) throw new Error(added.value.reason)
    if (added.value.kind !== 'proof') throw new Error('the file became no proof')
    const { id, edition } = added.value.proof
    const kept = await longestBlock(() =>
      imports.keep(id, edition, { asNew: false, isFormed: false, names: [] }),
    )
    if (!kept.value.ok) throw new Error(kept.value.reason)
    const [proof, keeping] = isRevision ? steps.slice(2) : steps
    if (proof !== undefined) found.push([proof, added.longest])
    if (keeping !== undefined) found.push([keeping, kept.longest])
  }
  cage.close()
  library.close()
  return found
}

/** In ms of the processor: what the thread did between two turns of its loop. */
async function longestBlock<Value>(
  work: () => Promise<Value>,
): Promise<{ value: Value; longest: number }> {
  let longest = 0
  let isOver = false
  let last = process.threadCpuUsage()
  function look(): void {
    const { user, system } = process.threadCpuUsage(last)
    longest = Math.max(longest, (user + system) / 1_000)
    last = process.threadCpuUsage()
  }
  const watch = (): void => {
    look()
    if (!isOver) setImmediate(watch)
  }
  setImmediate(watch)
  const value = await work()
  look()
  isOver = true
  return { value, longest }
}

/** A digest of so many characters with many different words; every second item of its next revision has another word. */
function printed(length: number, isRevision: boolean): string {
  const random = randomNumbers(7)
  const pick = <Value>(list: readonly Value[], share: number): Value | undefined =>
    list[Math.floor(list.length * share)]
  const syllables = 'ba,de,gor,ken,li,ma,nu,op,pre,ras,sche,ta,vee,wij,zon,ster,ling,ij,é'.split(
    ',',
  )
  const words = Array.from({ length: 40_000 }, () =>
    Array.from({ length: 1 + Math.floor(random() * 4) }, () => pick(syllables, random())).join(''),
  )
  const sentence = (): string => {
    // As in a language, few words stand in most places.
    const text = Array.from({ length: 12 }, () => pick(words, random() ** 3)).join(' ')
    return `${text.charAt(0).toUpperCase()}${text.slice(1)}, voor ${String(Math.floor(random() * 900))} euro.`
  }
  const parts = ['Weekblik Dorp, 5 juli 2024']
  for (let written = 0; written < length;) {
    let text = ''
    while (text.length < itemLength) text += ` ${sentence()}`
    const isChanged = isRevision && parts.length % 2 === 0
    parts.push(`*${isChanged ? text.replace('euro', 'gulden') : text} Dorpsblad`)
    written += text.length
  }
  return parts.join('\n\n')
}
