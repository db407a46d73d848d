import fs from 'node:fs'
import { setTimeout as wait } from 'node:timers/promises'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import {
  createEditionImport,
  type EditionImport,
} from '../../../../electron/services/adding/edition-import.ts'
import {
  openEditionLibrary,
  type EditionLibrary,
} from '../../../../electron/services/library/edition-library.ts'
import { isMended } from '../../../../electron/services/library/kept-source.ts'
import {
  hyphenateIn,
  hyphenateTexts,
} from '../../../../electron/services/editions/hyphenate-edition.ts'
import { startCageChild } from '../../../../electron/services/import/cage-child.ts'
import { cageLimits, createCage, type Cage } from '../../../../electron/services/import/cage.ts'
import { createLearnedNames } from '../../../../electron/services/records/learned-record.ts'
import { residentMemory } from '../../../../electron/services/import/resident-memory.ts'
import { withChecksumLine } from '../../../../electron/services/store/store-checksum.ts'
import {
  createReaderData,
  type ReaderData,
} from '../../../../electron/services/reader-data/reader-data.ts'
import { writePackage } from '../../../../electron/services/packages/write-package.ts'
import type { AddProgress, KeepOutcome, Proof } from '../../../../src/core/desktop/adding.ts'
import { isUnsure } from '../../../../src/core/edition/remark.ts'
import { mostParts } from '../../../../src/core/edition/count-parts.ts'
import { parseDigest } from '../../../fixtures/parse-digest.ts'
import { quoteOf } from '../../../../src/core/annotations/annotation.ts'
import { aBookmark, aNote } from '../../core/reader-data/reader-records.ts'
import { aDatedEdition, onePixel } from '../../../fixtures/a-package.ts'
import { program } from '../../program.ts'
import { aCage } from '../a-cage.ts'
import { aStorePlace } from '../a-store.ts'

const place = aStorePlace()
let cage: Cage
let library: EditionLibrary
let imports: EditionImport
let reader: ReaderData
/** Called for each edition that is about to be kept. */
let onKeeping: () => void

beforeEach(() => {
  onKeeping = () => undefined
  cage = aCage()
  const store = place.open()
  reader = createReaderData(store)
  library = openEditionLibrary({ folder: place.file('library') })
  imports = createEditionImport({
    cage,
    library,
    hyphenate: (edition) => {
      onKeeping()
      return hyphenateIn(cage)(edition)
    },
    learned: createLearnedNames(store),
    programVersion: '0.1.0',
    reservedIds: ['meegeleverd-2024-07'],
    annotationsOf: (edition) => reader.annotationsOf(edition),
    now: () => new Date('2024-07-08T10:00:00Z'),
    onProgress: () => undefined,
  })
})
afterEach(() => {
  cage.close()
  library.close()
})

const sluice = 'De sluis ging open en de boot voer met de windturbineparken in zicht weg naar zee.'
const fog = 'Mist lag de hele ochtend boven de haven en de loods bleef die dag aan de wal.'
const digest = (...items: string[]): string =>
  ['Havenblad. ‘Mist boven de kade’', ...items.map((item) => `* ${item} Bode`)].join('\n\n')

async function proofOf(name: string, content: string | Uint8Array): Promise<Proof> {
  fs.writeFileSync(place.file(name), content)
  const outcome = await imports.add({ kind: 'files', paths: [place.file(name)] })
  if (!outcome.ok) throw new Error(outcome.reason)
  if (outcome.kind !== 'proof') throw new Error('no proof')
  return outcome.proof
}
const keep = (proof: number, edition: Proof['edition'], asNew = false): Promise<KeepOutcome> =>
  imports.keep(proof, edition, { asNew, names: [] })
const texts = ({ edition }: Pick<Proof, 'edition'>): string[] =>
  edition.sections.flatMap(({ items }) => items.map(({ text }) => text))

describe('a proof', () => {
  it.each([
    ['havenblad-2024-07.txt', digest(sluice, fog)],
    [
      'havenblad-2024-07.md',
      `# Havenblad. ‘Mist boven de kade’\n\n* ${sluice} Bode\n* ${fog} Bode\n`,
    ],
    [
      'havenblad-2024-07.html',
      `<!doctype html><title>x</title><nav>Menu</nav><main><h1>Havenblad. ‘Mist boven de kade’</h1><ul><li>${sluice} Bode</li><li>${fog} Bode</li></ul></main>`,
    ],
  ])('is made of %s', async (name, content) => {
    const proof = await proofOf(name, content)
    expect(proof).toMatchObject({ file: name, replaces: null, isReview: false })
    expect(proof.edition.title).toContain('Mist boven de kade')
    expect(proof.edition.date).toEqual({ value: '2024-07', inferred: true })
    expect(texts(proof)).toEqual([sluice, fog])
  })

  it('tells the ranks of headings and what is no digest, also when it is looked over later', async () => {
    const rubrics = `# Havenblad\n\n## De sluis\n\n${sluice}\n\n## De kade\n\n${fog}\n`
    const proof = await proofOf('havenblad.md', rubrics)
    expect(proof.isDigest).toBe(true)
    expect(Object.values(proof.ranks)).toEqual([2, 2])
    const alone = await proofOf('brief.md', `# Brief\n\n## De sluis\n\n${sluice}\n`)
    expect(alone.isDigest).toBe(false)
    const [section] = alone.edition.sections
    expect(alone.ranks).toEqual({ [`#${section?.id ?? ''}`]: 2 })
    await keep(alone.id, alone.edition)
    const review = await imports.review(library.list().entries[0]?.id ?? '')
    expect(review).toMatchObject({ proof: { isDigest: false, ranks: alone.ranks } })
  })

  it('is made of pasted text', async () => {
    const outcome = await imports.add({ kind: 'text', text: digest(sluice) })
    expect(outcome).toMatchObject({ ok: true, proof: { file: null, edition: { date: null } } })
  })

  it('is made of a package, with its publisher and notes kept behind it', async () => {
    const { edition } = await proofOf('havenblad-2024-07.txt', digest(sluice, fog))
    const bytes = await writePackage({
      publisher: 'Havenbedrijf',
      edition,
      notes: null,
      images: [],
    })
    const proof = await proofOf('week.editie', bytes)
    expect(proof).toMatchObject({ edition, remarks: [], isDigest: true, ranks: {} })
    await keep(proof.id, proof.edition)
    expect(library.list().entries).toMatchObject([
      { origin: 'package', publisher: 'Havenbedrijf', reviewed: true },
    ])
  })

  it.each([
    ['leeg.txt', '', 'empty'],
    ['plaatje.txt', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 0]), 'binary'],
    ['oud.txt', Buffer.from('Caf\xe9 aan de haven', 'latin1'), 'not-utf-8'],
    ['kapot.editie', 'PK', 'damaged-zip'],
    ['kapot.docx', 'PK', 'damaged-zip'],
  ])('is none of %s, and the library stays as it is', async (name, content, reason) => {
    fs.writeFileSync(place.file(name), content)
    const outcome = await imports.add({ kind: 'files', paths: [place.file(name)] })
    expect(outcome).toMatchObject({ ok: false, reason, file: name })
    expect(library.list().entries).toEqual([])
  })

  it.each([
    ['is not there', () => place.file('niets.txt'), 'not-found'],
    ['is a folder', () => place.folder(), 'not-permitted'],
  ])('is none of a file that %s', async (_, file, reason) => {
    expect(await imports.add({ kind: 'files', paths: [file()] })).toMatchObject({
      ok: false,
      reason,
    })
  })
})

describe('a file that takes long', () => {
  /** Reads as the cage does, half a second later. */
  const slowly = (onProgress: (progress: AddProgress) => void): EditionImport =>
    createEditionImport({
      ...{ library, programVersion: '0.1.0', reservedIds: [], annotationsOf: () => [], onProgress },
      now: () => new Date(),
      hyphenate: hyphenateIn(cage),
      cage: {
        ...cage,
        readFile: async (file) => {
          await wait(500)
          return cage.readFile(file)
        },
      },
    })

  it('is told of while it is read', async () => {
    const told: unknown[] = []
    const paths = [place.file('a.txt')]
    fs.writeFileSync(place.file('a.txt'), digest(sluice))
    const outcome = await slowly((progress) => told.push(progress)).add({ kind: 'files', paths })
    expect(outcome).toMatchObject({ ok: true, kind: 'proof' })
    expect(told).toEqual([
      { run: 1, counts: { done: 0, all: 1 } },
      { run: 1, counts: null },
    ])
  })

  it('becomes nothing when it is cancelled', async () => {
    const paths = [place.file('a.txt')]
    fs.writeFileSync(place.file('a.txt'), digest(sluice))
    const slow = slowly(({ run }) => slow.cancel(run))
    expect(await slow.add({ kind: 'files', paths })).toEqual({
      ...{ ok: false, reason: 'cancelled', file: 'a.txt', refusal: null },
    })
  })
})

describe('work that takes long', () => {
  /** Cancels what takes long as soon as it is told of, while the reader is impatient. */
  function impatient(
    change: Partial<Parameters<typeof createEditionImport>[0]>,
    isImpatient: () => boolean = () => true,
  ): {
    imports: EditionImport
    told: AddProgress[]
  } {
    const told: AddProgress[] = []
    const made = createEditionImport({
      cage,
      library,
      hyphenate: hyphenateIn(cage),
      programVersion: '0.1.0',
      reservedIds: [],
      annotationsOf: () => [],
      now: () => new Date(),
      onProgress(progress) {
        told.push(progress)
        if (progress.counts !== null && isImpatient()) made.cancel(progress.run)
      },
      ...change,
    })
    return { imports: made, told }
  }
  const untilEnded = [
    { run: 1, counts: { done: 0, all: 1 } },
    { run: 1, counts: null },
  ]

  it.each([1, 2])('ends at once within a file, of %i', async (count) => {
    const stuck = createCage({
      start: () => startCageChild(program('cage-bombs')),
      residentMemory,
      limits: { ...cageLimits, milliseconds: 60_000 },
    })
    const paths = ['a.txt', 'b.txt'].slice(0, count).map((name) => place.file(name))
    for (const file of paths) fs.writeFileSync(file, 'never end')
    const outcome = await impatient({ cage: stuck }).imports.add({ kind: 'files', paths })
    stuck.close()
    if (count === 1)
      expect(outcome).toEqual({ ok: false, reason: 'cancelled', file: 'a.txt', refusal: null })
    else expect(outcome).toMatchObject({ summary: { kept: 0, failures: [], isCancelled: true } })
  })

  it('is a closer look as well, which becomes nothing when it is cancelled', async () => {
    const { id, edition } = await proofOf('a.txt', digest(sluice))
    await keep(id, edition)
    const slow: Cage = {
      ...cage,
      async parse(lines, name, signal) {
        await wait(400)
        return cage.parse(lines, name, signal)
      },
    }
    const { imports: looking, told } = impatient({ cage: slow })
    const [entry] = library.list().entries
    expect(await looking.review(entry?.id ?? '')).toEqual({
      ...{ ok: false, reason: 'cancelled', file: 'a.txt', refusal: null },
    })
    expect(told).toEqual(untilEnded)
  })

  it('is keeping a proof too: cancelled, it is not in the library, and the proof stays', async () => {
    let pause = 0
    const hyphenate = async (edition: Proof['edition']): Promise<Record<string, string>> => {
      await wait(pause)
      return hyphenateIn(cage)(edition)
    }
    const { imports: keeping, told } = impatient({ hyphenate }, () => pause > 0)
    fs.writeFileSync(place.file('a.txt'), digest(sluice))
    const added = await keeping.add({ kind: 'files', paths: [place.file('a.txt')] })
    if (!added.ok || added.kind !== 'proof') throw new Error('no proof')
    const { id, edition } = added.proof
    const kept = (): Promise<KeepOutcome> => keeping.keep(id, edition, { asNew: false, names: [] })
    told.length = 0
    pause = 400
    expect(await kept()).toEqual({ ok: false, reason: 'cancelled' })
    expect(told.map(({ counts }) => counts)).toEqual([{ done: 0, all: 1 }, null])
    expect(library.list().entries).toEqual([])
    pause = 0
    expect(await kept()).toMatchObject({ ok: true })
  })
})

describe('a text that takes the parser long', () => {
  /** For how long nothing else can have been done here meanwhile: the time that this thread had of the processor, in ms. */
  async function blockedDuring(work: () => Promise<unknown>): Promise<number> {
    const before = process.threadCpuUsage()
    await work()
    const { user, system } = process.threadCpuUsage(before)
    return (user + system) / 1_000
  }
  const long = `Havenblad\n\n${'* Mist. Bode\n\n'.repeat(300_000)}`

  it.each(['pasted', 'in a file'])('is refused, %s, and holds nobody up meanwhile', async (how) => {
    fs.writeFileSync(place.file('lang.txt'), long)
    const files = { kind: 'files', paths: [place.file('lang.txt')] } as const
    let outcome: unknown
    const blocked = await blockedDuring(async () => {
      outcome = await imports.add(how === 'pasted' ? { kind: 'text', text: long } : files)
    })
    expect(outcome).toMatchObject({ ok: false })
    expect(['too-slow', 'too-much-memory', 'too-many-parts']).toContain(
      (outcome as { reason: string }).reason,
    )
    expect(library.list().entries).toEqual([])
    // A seventh of it, parsed here, would hold everybody up: the cage is what prevents that.
    const blockedHere = await blockedDuring(() => {
      parseDigest(long.slice(0, 600_000), { fileName: '' })
      return Promise.resolve()
    })
    expect(blocked).toBeLessThan(blockedHere / 2)
  })

  it('is kept without holding anybody up, however many words it has that may break', async () => {
    const words = Array.from({ length: 60_000 }, (_none, number) => {
      const letters = [...String(number)].map((digit) => 'bdfgklmnpr'.charAt(Number(digit)))
      return `ver${letters.join('o')}omelingsgebied`
    })
    const items = Array.from({ length: 12 }, (_none, number) =>
      words.slice(number * 5_000, (number + 1) * 5_000).join(' '),
    )
    const { id, edition } = await proofOf('woorden.txt', digest(...items))
    let kept: KeepOutcome | null = null
    const blocked = await blockedDuring(async () => {
      kept = await keep(id, edition)
    })
    expect(kept).toMatchObject({ ok: true })
    let table: Record<string, string> = {}
    const blockedHere = await blockedDuring(async () => {
      table = await hyphenateTexts(items)
    })
    expect(Object.keys(table).length).toBeGreaterThan(50_000)
    // Done here as well, it would come on top of what keeping takes by itself.
    expect(blocked).toBeLessThan(blockedHere)
  })

  it('is refused when it has more parts than a digest has', async () => {
    const many = `Havenblad\n\n${'* Mist. Bode\n\n'.repeat(mostParts + 1)}`
    expect(await imports.add({ kind: 'text', text: many })).toMatchObject({
      reason: 'too-many-parts',
    })
  })

  it('is not kept when mending gave it more parts than that, and its proof stays', async () => {
    const { id, edition } = await proofOf('a.txt', digest(sluice))
    const items = Array.from({ length: mostParts }, (_none, number) => ({
      ...{ id: `i${String(number)}`, title: null, text: sluice, sources: [] },
    }))
    const mended = { ...edition, sections: [{ id: 's', heading: null, items }] }
    expect(await keep(id, mended)).toEqual({ ok: false, reason: 'too-many-parts' })
    expect(library.list().entries).toEqual([])
    expect(await keep(id, edition)).toMatchObject({ ok: true })
  })
})

describe('what the reader said of names', () => {
  const weekly = (title: string, item: string): string =>
    `Polderbrief. ${title}\n\n* ${item} Polderpost, NRC\n\n* ${item.replace('De', 'Toen de')} Zonneblad`
  const asked = ({ remarks }: Pick<Proof, 'remarks'>): string[] =>
    remarks.filter(({ kind }) => kind === 'unknown-source').map(({ quote }) => quote)

  it('is asked no more of the series, in a file, a pasted text or many files', async () => {
    const first = await proofOf('een.txt', weekly('Een', sluice))
    expect(asked(first)).toEqual(['Polderpost', 'Zonneblad'])
    await imports.keep(first.id, first.edition, {
      asNew: false,
      names: [
        { name: 'Polderpost', as: 'source' },
        { name: 'Zonneblad', as: 'text' },
      ],
    })
    const second = await proofOf('twee.txt', weekly('Twee', fog.replace('Mist', 'De mist')))
    expect(asked(second)).toEqual([])
    expect(second.edition.sections[0]?.items.map(({ sources }) => sources)).toEqual([
      ['Polderpost', 'NRC'],
      [],
    ])
    const pasted = await imports.add({
      kind: 'text',
      text: weekly('Drie', 'De brug ging dicht voor groot onderhoud.'),
    })
    expect(pasted).toMatchObject({ kind: 'proof' })
    if (pasted.ok && pasted.kind === 'proof') expect(asked(pasted.proof)).toEqual([])
    const other = await proofOf(
      'vier.txt',
      weekly('Vier', 'De kade bleef leeg en stil.').replace('Polderbrief', 'Havenblad'),
    )
    expect(asked(other)).toEqual(['Polderpost', 'Zonneblad'])
  })

  it('makes no mending of an edition that comes in among many', async () => {
    const first = await proofOf('een.txt', weekly('Een', sluice))
    await imports.keep(first.id, first.edition, {
      asNew: false,
      names: [{ name: 'Zonneblad', as: 'text' }],
    })
    fs.writeFileSync(place.file('twee.txt'), weekly('Twee', 'De brug ging dicht voor onderhoud.'))
    expect(await imports.keepFile(place.file('twee.txt'))).toEqual({ ok: true, isNew: true })
    const entry = library.list().entries.find(({ title }) => title === 'Twee')
    const opened = library.open(entry?.id ?? '')
    if (!opened.ok) throw new Error(opened.reason)
    expect(isMended(opened.source, opened.bundle.edition, { reviewed: false, origin: 'own' })).toBe(
      false,
    )
    expect(opened.bundle.edition.sections[0]?.items.at(-1)?.sources).toEqual([])
  })
})

describe('taking a proof into the library', () => {
  it('keeps the edition as it was mended, hyphenated', async () => {
    const proof = await proofOf('havenblad-2024-07.txt', digest(sluice))
    const outcome = await keep(proof.id, { ...proof.edition, title: 'Nevel' })
    expect(outcome).toMatchObject({
      ok: true,
      bundle: { edition: { title: 'Nevel', revision: 1 } },
    })
    if (outcome.ok) expect(outcome.bundle.hyphenation.windturbineparken).toContain('\u00AD')
    const opened = library.open(proof.edition.id)
    expect(opened).toMatchObject({ ok: true, bundle: { edition: { title: 'Nevel' } } })
  })

  it('makes the same edition its next revision, items by their texts', async () => {
    const first = await proofOf('havenblad-2024-07.txt', digest(sluice, fog))
    await keep(first.id, first.edition)
    const again = await proofOf(
      'havenblad-2024-07-b.txt',
      digest(fog, 'Er kwam ook storm.', sluice),
    )
    expect(again.replaces).toEqual({
      ...{ title: first.edition.title, revision: 1, isLikely: true, isSame: true },
    })
    const outcome = await keep(again.id, again.edition)
    if (!outcome.ok) throw new Error(outcome.reason)
    expect(outcome.bundle.edition).toMatchObject({ id: first.edition.id, revision: 2 })
    const ids = (edition: Proof['edition']): Map<string, string> =>
      new Map(edition.sections.flatMap(({ items }) => items.map(({ id, text }) => [text, id])))
    const [before, after] = [ids(first.edition), ids(outcome.bundle.edition)]
    for (const text of [sluice, fog]) expect(after.get(text)).toBe(before.get(text))
    expect(library.list().entries).toHaveLength(1)
  })

  it('keeps the same edition beside the older one when the reader wants that', async () => {
    const first = await proofOf('havenblad-2024-07.txt', digest(sluice, fog))
    await keep(first.id, first.edition)
    const again = await proofOf('b-2024-07.txt', digest(fog, 'Er kwam ook storm.', sluice))
    await keep(again.id, again.edition, true)
    expect(library.list().entries).toMatchObject([
      { id: first.edition.id, revision: 1, items: 2 },
      { id: `${first.edition.id}-2`, revision: 1, items: 3 },
    ])
  })

  it('gives another edition with the same title an id of its own', async () => {
    const first = await proofOf('a-2024-07.txt', digest(sluice))
    await keep(first.id, first.edition)
    const second = await proofOf('b-2024-07.txt', digest(fog))
    expect(second).toMatchObject({ replaces: null, edition: { id: first.edition.id } })
    await keep(second.id, second.edition)
    const bundled = await proofOf('c-2024-07.txt', digest('Heel iets anders vandaag.'))
    await keep(bundled.id, { ...bundled.edition, id: 'meegeleverd-2024-07' })
    expect(library.list().entries.map(({ id }) => id)).toEqual([
      first.edition.id,
      `${first.edition.id}-2`,
      'meegeleverd-2024-07-2',
    ])
  })

  it('is possible for each of several proofs, and refused twice and once it was dropped', async () => {
    const first = await proofOf('a.txt', digest(sluice))
    const second = await proofOf('b.txt', digest(fog))
    const third = await proofOf('c.txt', digest(`${fog} En verder niets.`))
    expect(await keep(first.id, first.edition)).toMatchObject({ ok: true })
    imports.drop(third.id)
    expect(await keep(third.id, third.edition)).toEqual({ ok: false, reason: 'no-proof' })
    expect(await keep(second.id, second.edition)).toMatchObject({ ok: true })
    expect(await keep(second.id, second.edition)).toEqual({ ok: false, reason: 'no-proof' })
  })

  it('waits until some proofs are done when there are very many', async () => {
    const first = await proofOf('0.txt', digest(sluice))
    for (let count = 1; count < 20; count++) await proofOf('0.txt', digest(sluice))
    const refused = await imports.add({ kind: 'text', text: digest(fog) })
    expect(refused).toMatchObject({ ok: false, reason: 'too-many-proofs' })
    imports.drop(first.id)
    expect(await imports.add({ kind: 'text', text: digest(fog) })).toMatchObject({ ok: true })
  })

  it('changes nothing when the library cannot be written, and can be tried again', async () => {
    const proof = await proofOf('a.txt', digest(sluice))
    library.close()
    expect(await keep(proof.id, proof.edition)).toMatchObject({ ok: false })
    expect(fs.readdirSync(place.file('library'))).not.toContain(`${proof.edition.id}@1.json`)
  })
})

describe('adding many files', () => {
  const write = (name: string, content: string): string => {
    fs.writeFileSync(place.file(name), content)
    return place.file(name)
  }
  const files = (): string[] => [
    write('a-2024-07-05.txt', digest(sluice)),
    write('leeg.txt', ''),
    write('b-2024-07-12.txt', digest(fog)),
    write('c-2024-07-05.txt', digest(sluice)),
  ]

  it('keeps them at once, not looked over, and says what did not come in', async () => {
    const outcome = await imports.add({ kind: 'files', paths: files() })
    expect(outcome).toEqual({
      ok: true,
      kind: 'kept',
      summary: {
        kept: 2,
        known: 1,
        mended: [],
        failures: [{ file: 'leeg.txt', reason: 'empty' }],
        isCancelled: false,
        refusal: null,
      },
    })
    expect(library.list().entries.map(({ reviewed }) => reviewed)).toEqual([false, false])
  })

  it('keeps with each how many questions about it are open, until it is looked over', async () => {
    await imports.add({ kind: 'files', paths: files() })
    const [entry] = library.list().entries
    const outcome = await imports.review(entry?.id ?? '')
    if (!outcome.ok || outcome.kind !== 'proof') throw new Error('no proof')
    const { remarks, edition, id } = outcome.proof
    expect(entry?.questions).toBeGreaterThan(0)
    expect(entry?.questions).toBe(remarks.filter(isUnsure).length)
    await keep(id, edition)
    expect(library.list().entries.find((one) => one.id === entry?.id)?.questions).toBeUndefined()
  })

  it('ends when it is cancelled; what was kept stays', async () => {
    onKeeping = () => imports.cancel(1)
    const outcome = await imports.add({ kind: 'files', paths: files() })
    expect(outcome).toMatchObject({ summary: { kept: 1, isCancelled: true } })
    expect(library.list().entries).toHaveLength(1)
  })

  it('goes on when another adding is cancelled', async () => {
    const paths = files()
    let isFirst = true
    onKeeping = () => {
      if (isFirst) imports.cancel(2)
      isFirst = false
    }
    const [added, taken] = await Promise.all([
      imports.add({ kind: 'files', paths }),
      imports.keepFiles(paths, () => true),
    ])
    expect(added).toMatchObject({ summary: { isCancelled: false } })
    expect(taken.isCancelled).toBe(true)
  })

  it('goes side by side with another adding, and takes no file twice', async () => {
    const paths = files()
    const [added, taken] = await Promise.all([
      imports.add({ kind: 'files', paths }),
      imports.keepFiles(paths, () => true),
    ])
    if (!added.ok || added.kind !== 'kept') throw new Error('not kept')
    expect(added.summary.kept + taken.kept).toBe(2)
    expect(added.summary.known + taken.known).toBe(4)
    expect(library.list().entries.map(({ revision }) => revision)).toEqual([1, 1])
  })

  it('leaves a look at each for later, which makes it a revision that was looked over', async () => {
    await imports.add({ kind: 'files', paths: files() })
    const [entry] = library.list().entries
    const outcome = await imports.review(entry?.id ?? '')
    if (!outcome.ok || outcome.kind !== 'proof') throw new Error('no proof')
    await keep(outcome.proof.id, { ...outcome.proof.edition, title: 'Nagekeken' })
    expect(library.list().entries).toContainEqual(
      expect.objectContaining({ id: entry?.id, revision: 2, reviewed: true, title: 'Nagekeken' }),
    )
    expect(await imports.review('nergens')).toMatchObject({ ok: false })
  })
})

describe('weeks with one title', () => {
  const weeks = [
    ['Een kraan staat stil in het dok.', 'Het pontje vaart weer op zondag.'],
    ['Boeren zaaien gras op de dijk.', 'De brug blijft de hele zomer open.'],
    ['Een loods kreeg nieuwe ramen van glas.', 'Vissers meten zout in het kanaal.'],
  ]
  const standing = 'Reageren op dit blad kan bij het kantoor aan de kade.'
  const take = (names: readonly string[]): Promise<unknown> => {
    for (const [index, name] of names.entries())
      fs.writeFileSync(
        place.file(name),
        ['Havenblad', ...(weeks[index] ?? []), standing]
          .map((line, place) => (place === 0 ? line : `* ${line} Bode`))
          .join('\n\n'),
      )
    const paths = names.map((name) => place.file(name))
    return imports.add({ kind: 'files', paths })
  }

  it.each([
    ['without a date', ['week27.txt', 'week28.txt', 'week29.txt']],
    ['of one month', ['a-2024-07.txt', 'b-2024-07.txt', 'c-2024-07.txt']],
  ])('stay three editions %s, also with an item that stands in each', async (_, names) => {
    expect(await take(names)).toMatchObject({ summary: { kept: 3, known: 0, failures: [] } })
    expect(library.list().entries).toMatchObject(Array(3).fill({ revision: 1, items: 3 }))
    expect(await take(names)).toMatchObject({ summary: { kept: 0, known: 3 } })
  })
})

describe('weeks of the same sentences', () => {
  const prices = (title: string, ...cents: number[]): string =>
    [
      title,
      ...['Tomaten', 'Appels', 'Peren', 'Pruimen'].map(
        (fruit, index) =>
          `* ${fruit} gingen op de veiling van de polder weg voor ${String(cents[index])} cent per kilo. Bode`,
      ),
    ].join('\n\n')
  const takeIn = async (name: string, content: string): Promise<void> => {
    fs.writeFileSync(place.file(name), content)
    expect(await imports.keepFile(place.file(name))).toEqual({ ok: true, isNew: true })
  }
  const kept = (): unknown[] =>
    library.list().entries.map(({ title, revision }) => [title, revision])

  it('all stay in the library, told apart by their days or by the numbers in their titles', async () => {
    await takeIn('a-2024-01-05.txt', prices('Marktbericht', 90, 120, 76, 55))
    await takeIn('a-2024-01-12.txt', prices('Marktbericht', 84, 69, 81, 52))
    await takeIn('b.txt', prices('Veilingblad week 3', 90, 121, 77, 56))
    await takeIn('c.txt', prices('Veilingblad week 4', 85, 70, 82, 53))
    expect(kept().sort()).toEqual([
      ['Marktbericht', 1],
      ['Marktbericht', 1],
      ['Veilingblad week 3', 1],
      ['Veilingblad week 4', 1],
    ])
  })

  it('take no place unasked where nothing but the prices differs', async () => {
    await takeIn('a.txt', prices('Marktbericht', 90, 120, 76, 55))
    const proof = await proofOf('b.txt', prices('Marktbericht', 84, 69, 81, 52))
    expect(proof.replaces).toMatchObject({ title: 'Marktbericht', isLikely: false })
    await takeIn('c.txt', prices('Marktbericht', 84, 69, 81, 52))
    expect(kept()).toEqual([
      ['Marktbericht', 1],
      ['Marktbericht', 1],
    ])
  })

  it('all stay also where no text has a number', async () => {
    const told = (one: string, other: string): string =>
      `Marktbericht\n\n* Tomaten waren op de veiling van de polder ${one} dan vorige week. Bode\n\n* Appels waren op de veiling van de polder ${other} dan vorige week. Bode\n`
    await takeIn('a-2024-01-05.txt', told('duurder', 'goedkoper'))
    await takeIn('a-2024-01-12.txt', told('goedkoper', 'duurder'))
    expect(kept()).toEqual([
      ['Marktbericht', 1],
      ['Marktbericht', 1],
    ])
  })

  it('are one edition on one day, whatever was corrected', async () => {
    await takeIn('a-2024-01-05.txt', prices('Marktbericht', 90, 120, 76, 55))
    await takeIn('b-2024-01-05.txt', prices('Marktbericht', 84, 69, 81, 52))
    expect(kept()).toEqual([['Marktbericht', 2]])
  })

  it('are one edition when one price was corrected, and the day with it', async () => {
    await takeIn('a-2024-01-05.txt', prices('Marktbericht', 90, 120, 76, 55))
    await takeIn('a-2024-01-06.txt', prices('Marktbericht', 90, 120, 77, 55))
    expect(kept()).toEqual([['Marktbericht', 2]])
  })
})

describe('a library that changed while a proof was looked over', () => {
  const name = 'havenblad-2024-07-05.txt'
  const kept = (): unknown[] => library.list().entries.map(({ id, revision }) => [id, revision])

  it('asks anew when the same edition came in, and never has it twice unasked', async () => {
    const one = await proofOf(name, digest(sluice, fog))
    const other = await proofOf(name, digest(sluice, fog))
    const first = await keep(one.id, one.edition)
    expect(first).toMatchObject({ ok: true })
    expect(await keep(other.id, other.edition)).toMatchObject({
      ok: false,
      reason: 'overtaken',
      replaces: { revision: 1, isLikely: true },
    })
    expect(kept()).toHaveLength(1)
    expect(await keep(other.id, other.edition)).toMatchObject({ ok: true })
    expect(library.list().entries).toMatchObject([{ revision: 2 }])
  })

  it('keeps it beside the other one when the reader then chooses that', async () => {
    const one = await proofOf(name, digest(sluice, fog))
    const other = await proofOf(name, digest(sluice, fog))
    await keep(one.id, one.edition)
    await keep(other.id, other.edition)
    expect(await keep(other.id, other.edition, true)).toMatchObject({ ok: true })
    expect(kept()).toHaveLength(2)
  })

  it('keeps what was mended in a closer look on top of a revision that came meanwhile', async () => {
    const proof = await proofOf(name, digest(sluice, fog))
    await keep(proof.id, proof.edition)
    const [entry] = library.list().entries
    const review = await imports.review(entry?.id ?? '')
    if (!review.ok || review.kind !== 'proof') throw new Error('no proof')
    fs.writeFileSync(
      place.file(name),
      digest(sluice, fog, 'Er kwam nog een bericht bij, over de haven.'),
    )
    expect(await imports.keepFile(place.file(name))).toEqual({ ok: true, isNew: true })
    const mended = { ...review.proof.edition, title: 'Nevel' }
    expect(await keep(review.proof.id, mended)).toMatchObject({
      reason: 'overtaken',
      replaces: { revision: 2 },
    })
    expect(await keep(review.proof.id, mended)).toMatchObject({ ok: true })
    expect(library.list().entries).toMatchObject([{ revision: 3, title: 'Nevel' }])
  })

  it('takes no package whose serial was passed meanwhile', async () => {
    const issued = async (serial: number): Promise<Uint8Array> =>
      writePackage({
        publisher: 'Havenbedrijf',
        edition: aDatedEdition({ revision: serial }),
        notes: null,
        images: [],
      })
    const proof = await proofOf('een.editie', await issued(1))
    fs.writeFileSync(place.file('twee.editie'), await issued(2))
    await imports.keepFile(place.file('twee.editie'))
    expect(await keep(proof.id, proof.edition)).toEqual({ ok: false, reason: 'older-serial' })
    expect(await keep(proof.id, proof.edition, true)).toEqual({ ok: false, reason: 'older-serial' })
    expect(kept()).toHaveLength(1)
  })
})

describe('an edition whose file is damaged', () => {
  it('is put back by its file, under the id that the reader’s notes know', async () => {
    fs.writeFileSync(place.file('a-2024-07-05.txt'), digest(sluice, fog))
    await imports.keepFile(place.file('a-2024-07-05.txt'))
    const [before] = library.list().entries
    const bundle = library.open(before?.id ?? '')
    if (!bundle.ok) throw new Error(bundle.reason)
    const file = place.file(`library/${before?.id ?? ''}@1.json`)
    const bytes = fs.readFileSync(file)
    bytes[200] = (bytes[200] ?? 0) ^ 1
    fs.writeFileSync(file, bytes)
    expect(await imports.keepFile(place.file('a-2024-07-05.txt'))).toEqual({
      ok: true,
      isNew: true,
    })
    const { entries, damaged } = library.list()
    expect(damaged).toEqual([])
    expect(entries).toMatchObject([{ id: before?.id, revision: 2 }])
    const again = library.open(before?.id ?? '')
    if (!again.ok) throw new Error(again.reason)
    expect(again.bundle.edition.sections).toEqual(bundle.bundle.edition.sections)
    expect(fs.readdirSync(place.file('library/removed'))).toHaveLength(1)
  })

  it('is left alone when a newer program wrote it, or another title has its id', async () => {
    fs.writeFileSync(place.file('a-2024-07-05.txt'), digest(sluice, fog))
    await imports.keepFile(place.file('a-2024-07-05.txt'))
    const [before] = library.list().entries
    const file = place.file(`library/${before?.id ?? ''}@1.json`)
    const body = fs.readFileSync(file, 'utf8').replace(/^\{"format":\d+/u, '{"format":99')
    fs.writeFileSync(
      file,
      withChecksumLine(Buffer.from(body.slice(0, body.lastIndexOf('\n', body.length - 2)))),
    )
    expect(library.open(before?.id ?? '')).toMatchObject({ ok: false, reason: 'newer-format' })
    expect(await imports.keepFile(place.file('a-2024-07-05.txt'))).toEqual({
      ok: true,
      isNew: true,
    })
    expect(library.list().damaged).toMatchObject([{ id: before?.id, reason: 'newer-format' }])
    expect(library.list().entries).toMatchObject([{ id: `${before?.id ?? ''}-2` }])
  })
})

describe('undoing a removal', () => {
  it('brings back what was removed, also when another edition of the same title came and went', async () => {
    fs.writeFileSync(place.file('a.txt'), digest(sluice))
    fs.writeFileSync(place.file('b.txt'), digest(fog))
    const only = (): string => {
      const [entry, ...others] = library.list().entries
      expect(others).toEqual([])
      return entry?.id ?? ''
    }
    await imports.keepFile(place.file('a.txt'))
    const first = only()
    library.remove(first)
    await imports.keepFile(place.file('b.txt'))
    const second = only()
    expect(second).not.toBe(first)
    library.remove(second)
    for (const [id, text] of [
      [second, fog],
      [first, sluice],
    ] as const) {
      expect(library.restore(id)).toEqual({ ok: true })
      const opened = library.open(id)
      if (!opened.ok) throw new Error(opened.reason)
      expect(texts(opened.bundle)).toEqual([text])
    }
  })

  it('is not needed for a file that comes in anew: its edition keeps the id that notes know', async () => {
    fs.writeFileSync(place.file('a.txt'), digest(sluice, fog))
    await imports.keepFile(place.file('a.txt'))
    const [before] = library.list().entries
    library.remove(before?.id ?? '')
    expect(await imports.keepFile(place.file('a.txt'))).toEqual({ ok: true, isNew: true })
    expect(library.list().entries).toMatchObject([{ id: before?.id, revision: 2 }])
  })
})

describe('an edition that was removed for good', () => {
  /** As when the thirty days are over. */
  async function keepAndForget(name: string, text: string): Promise<string> {
    fs.writeFileSync(place.file(name), text)
    await imports.keepFile(place.file(name))
    const [{ id = '' } = {}] = library.list().entries
    library.remove(id)
    fs.rmSync(place.file('library/removed'), { recursive: true })
    return id
  }
  async function idOf(name: string, text: string): Promise<string> {
    fs.writeFileSync(place.file(name), text)
    expect(await imports.keepFile(place.file(name))).toEqual({ ok: true, isNew: true })
    return library.list().entries[0]?.id ?? ''
  }
  function annotate(edition: string): void {
    const about = { edition, quote: quoteOf(sluice) }
    reader.put(aBookmark(about))
    reader.put(aNote(about))
  }

  it('leaves its id to no other edition while bookmarks or notes bear it', async () => {
    const id = await keepAndForget('a.txt', digest(sluice, fog))
    annotate(id)
    expect(await idOf('b.txt', digest(`${fog} Verderop was het helder.`, fog))).toBe(`${id}-2`)
  })

  it('has it again when it comes in anew', async () => {
    const id = await keepAndForget('a.txt', digest(sluice, fog))
    annotate(id)
    expect(await idOf('b.txt', `${digest(sluice, fog)}\n`)).toBe(id)
  })

  it('leaves it to another one when nothing is kept of it', async () => {
    const id = await keepAndForget('a.txt', digest(sluice, fog))
    annotate(`${id}-elders`)
    expect(await idOf('b.txt', digest(fog))).toBe(id)
  })
})

describe('a file that comes again', () => {
  it('is known by its bytes, and a mending stays', async () => {
    const proof = await proofOf('a.txt', digest(sluice, fog))
    await keep(proof.id, { ...proof.edition, title: 'Nevel' })
    const { id } = proof.edition
    fs.copyFileSync(place.file('a.txt'), place.file('kopie.txt'))
    const paths = [place.file('kopie.txt')]
    const known = { ok: true, kind: 'known', file: 'kopie.txt', edition: id, title: 'Nevel' }
    expect(await imports.add({ kind: 'files', paths })).toEqual(known)
    expect(await imports.keepFile(place.file('kopie.txt'))).toEqual({ ok: true, isNew: false })
    expect(library.open(id)).toMatchObject({ bundle: { edition: { revision: 1, title: 'Nevel' } } })
  })

  it('is known after a newer one took its place, so that the same files change nothing twice', async () => {
    fs.writeFileSync(place.file('a-2024-07-05.txt'), digest(sluice, fog))
    fs.writeFileSync(place.file('b-2024-07-05.txt'), digest(sluice, `${fog} Verbeterd.`))
    const both = ['a-2024-07-05.txt', 'b-2024-07-05.txt'].map((name) => place.file(name))
    const add = (): Promise<unknown> => imports.add({ kind: 'files', paths: both })
    expect(await add()).toMatchObject({ summary: { kept: 2, known: 0 } })
    for (let count = 0; count < 3; count++)
      expect(await add()).toMatchObject({ summary: { kept: 0, known: 2 } })
    expect(library.list().entries).toMatchObject([{ revision: 2 }])
    library.close()
    library = openEditionLibrary({ folder: place.file('library') })
    fs.rmSync(place.file('library/catalogue.json'))
    expect(library.list().entries[0]?.earlier).toHaveLength(1)
  })

  it('is known by the words it was made of too, when many come in', async () => {
    const proof = await proofOf('a.txt', digest(sluice, fog))
    await keep(proof.id, { ...proof.edition, title: 'Nevel' })
    fs.writeFileSync(place.file('a-met-eind.txt'), `${digest(sluice, fog)}\n\n`)
    expect(await imports.keepFile(place.file('a-met-eind.txt'))).toEqual({ ok: true, isNew: false })
    expect(library.list().entries).toMatchObject([{ revision: 1, title: 'Nevel' }])
  })

  it('comes in again when its edition was removed, and so does pasted text', async () => {
    const first = await proofOf('a.txt', digest(sluice))
    await keep(first.id, first.edition)
    library.remove(first.edition.id)
    expect(await proofOf('a.txt', digest(sluice))).toMatchObject({ replaces: null })
    const pasted = { kind: 'text', text: digest(fog) } as const
    const outcome = await imports.add(pasted)
    if (!outcome.ok || outcome.kind !== 'proof') throw new Error('no proof')
    await keep(outcome.proof.id, outcome.proof.edition)
    expect(await imports.add(pasted)).toMatchObject({ ok: true, kind: 'known', file: null })
  })
})

describe('a newer version of what the reader mended', () => {
  const newer = digest(sluice, fog, 'Er kwam ook storm op de dijk.')

  it.each<[string, Partial<Proof['edition']>]>([
    ['words', { title: 'Nevel' }],
    ['series', { series: 'Haven' }],
    ['date', { date: { value: '2024-07-05', inferred: false } }],
  ])('is left to the reader when many come in: %s', async (_, mending) => {
    const first = await proofOf('a-2024-07.txt', digest(sluice, fog))
    await keep(first.id, { ...first.edition, ...mending })
    fs.writeFileSync(place.file('a-2024-07.txt'), newer)
    fs.writeFileSync(place.file('leeg.txt'), '')
    const paths = [place.file('a-2024-07.txt'), place.file('leeg.txt')]
    const title = mending.title ?? first.edition.title
    expect(await imports.add({ kind: 'files', paths })).toMatchObject({
      summary: {
        ...{ kept: 0, known: 0, mended: [{ file: 'a-2024-07.txt', title }] },
        failures: [{ file: 'leeg.txt' }],
      },
    })
    expect(library.list().entries).toMatchObject([{ revision: 1, title, items: 2 }])
    expect(await proofOf('a-2024-07.txt', newer)).toMatchObject({
      replaces: { title, isLikely: true },
    })
  })

  it('comes in by itself when nothing was mended, and when that was put back', async () => {
    const first = await proofOf('a-2024-07.txt', digest(sluice, fog))
    await keep(first.id, { ...first.edition, title: 'Nevel' })
    const outcome = await imports.review(first.edition.id)
    if (!outcome.ok || outcome.kind !== 'proof') throw new Error('no proof')
    await keep(outcome.proof.id, first.edition)
    fs.writeFileSync(place.file('a-2024-07.txt'), newer)
    expect(await imports.keepFile(place.file('a-2024-07.txt'))).toEqual({ ok: true, isNew: true })
    expect(library.list().entries).toMatchObject([{ revision: 3, items: 3 }])
  })
})

describe('looking an edition over later', () => {
  async function reviewed(): Promise<Proof> {
    const [entry] = library.list().entries
    const outcome = await imports.review(entry?.id ?? '')
    if (!outcome.ok || outcome.kind !== 'proof') throw new Error('no proof')
    return outcome.proof
  }
  const strange = digest(sluice, fog).replace(/Bode$/u, 'Waterkoerier')

  it('shows the remarks and the lines of the first proof when it was never looked over', async () => {
    const first = await proofOf('havenblad-2024-07.txt', strange)
    await imports.keepFile(place.file('havenblad-2024-07.txt'))
    const { text, remarks, edition, file } = await reviewed()
    expect({ text, remarks, edition, file }).toEqual({
      text: strange,
      remarks: first.remarks,
      edition: first.edition,
      file: 'havenblad-2024-07.txt',
    })
    expect(remarks.some(({ kind }) => kind === 'unknown-source')).toBe(true)
  })

  it('shows what was mended, with the lines of the text and without answered questions', async () => {
    const first = await proofOf('a.txt', strange)
    await keep(first.id, { ...first.edition, title: 'Nevel' })
    const proof = await reviewed()
    expect(proof).toMatchObject({ text: strange, edition: { title: 'Nevel' }, isReview: true })
    expect(proof.remarks.filter(({ kind }) => kind === 'unknown-source')).toEqual([])
    await keep(proof.id, { ...proof.edition, title: 'Mist' })
    expect(await reviewed()).toMatchObject({
      text: strange,
      edition: { title: 'Mist', revision: 2 },
    })
  })

  it('keeps headings and links of the file as data', async () => {
    const page = `<h1>Havenblad</h1><h2>Op zee</h2><p>${sluice} <a href="https://voorbeeld.invalid/a">Bode</a></p>`
    fs.writeFileSync(place.file('a.html'), page)
    await imports.keepFile(place.file('a.html'))
    const opened = library.open(library.list().entries[0]?.id ?? '')
    expect(opened).toMatchObject({
      source: {
        document: {
          blocks: [
            { kind: 'heading', level: 1 },
            { kind: 'heading', level: 2 },
            { runs: [{}, { text: 'Bode', link: 'https://voorbeeld.invalid/a' }] },
          ],
        },
      },
    })
  })
})

describe('packages of one edition', () => {
  let packages = 0
  const issued = async (
    serial: number,
    text: string,
    publisher = 'Havenbedrijf',
    head: Partial<Pick<Proof['edition'], 'series' | 'date'>> = {},
    id = 'kraan',
  ): Promise<string> => {
    const edition = aDatedEdition({ revision: serial, ...head })
    const [section] = edition.sections
    const items = [{ id, title: null, text, sources: ['Bode'] }]
    const changed = { ...edition, sections: [{ ...section, id: 'havens', heading: null, items }] }
    const name = `${publisher}-${String(serial)}-${String(++packages)}.editie`
    const images = [{ path: 'images/kaart.png', bytes: onePixel }]
    const bytes = await writePackage({ publisher, edition: changed, notes: null, images })
    fs.writeFileSync(place.file(name), bytes)
    return place.file(name)
  }
  const chosen = async (file: string): Promise<Proof> => {
    const outcome = await imports.add({ kind: 'files', paths: [file] })
    if (!outcome.ok || outcome.kind !== 'proof') throw new Error('no proof')
    return outcome.proof
  }
  const kept = (): unknown[] =>
    library.list().entries.map(({ id, revision, issue }) => [id, revision, issue?.serial])

  it('never go back to a lower serial, and that is said by name', async () => {
    await imports.keepFile(await issued(3, sluice))
    const older = await issued(2, fog)
    expect(await imports.keepFile(older)).toEqual({ ok: false, reason: 'older-serial' })
    expect(await imports.add({ kind: 'files', paths: [older] })).toMatchObject({
      ok: false,
      reason: 'older-serial',
    })
    expect(kept()).toEqual([['weekblad-2026-11', 3, 3]])
  })

  it('go up to a higher one, also when the reader mended the edition meanwhile', async () => {
    await imports.keepFile(await issued(2, sluice))
    for (const title of ['Eens', 'Nog eens', 'En weer']) {
      const outcome = await imports.review('weekblad-2026-11')
      if (!outcome.ok || outcome.kind !== 'proof') throw new Error('no proof')
      await keep(outcome.proof.id, { ...outcome.proof.edition, title })
    }
    expect(kept()).toEqual([['weekblad-2026-11', 5, 2]])
    expect(await imports.keepFile(await issued(1, sluice))).toMatchObject({
      reason: 'older-serial',
    })
    const third = await issued(3, `${sluice} Straks meer.`)
    expect(await imports.keepFile(third)).toEqual({ ok: false, reason: 'mended', title: 'En weer' })
    expect(kept()).toEqual([['weekblad-2026-11', 5, 2]])
    const proof = await chosen(third)
    expect(proof.replaces).toMatchObject({ title: 'En weer', isLikely: true })
    await keep(proof.id, proof.edition)
    expect(kept()).toEqual([['weekblad-2026-11', 6, 3]])
  })

  it('of the same serial are known with the same words, and a revision with others', async () => {
    const first = await issued(2, sluice)
    await imports.keepFile(first)
    expect(await imports.keepFile(first)).toEqual({ ok: true, isNew: false })
    expect(await imports.keepFile(await issued(2, `${sluice} Verbeterd.`))).toEqual({
      ok: true,
      isNew: true,
    })
    expect(kept()).toEqual([['weekblad-2026-11', 3, 2]])
  })

  it.each([
    ['series', { series: 'Havenblad' }],
    ['date', { date: { value: '2026-11-06', inferred: false } }],
  ])('of the same serial and words with another %s are a revision, once', async (_name, head) => {
    await imports.keepFile(await issued(2, sluice))
    const corrected = await issued(2, sluice, 'Havenbedrijf', head)
    expect((await chosen(corrected)).replaces).toMatchObject({ revision: 2, isLikely: true })
    expect(await imports.keepFile(corrected)).toEqual({ ok: true, isNew: true })
    expect(library.list().entries).toMatchObject([{ id: 'weekblad-2026-11', ...head }])
    expect(kept()).toEqual([['weekblad-2026-11', 3, 2]])
    const outcome = await imports.review('weekblad-2026-11')
    if (!outcome.ok || outcome.kind !== 'proof') throw new Error('no proof')
    await keep(outcome.proof.id, { ...outcome.proof.edition, series: 'Kadeblad', date: null })
    // Other bytes, which only the words and the head can tell to be the same: what was mended stays.
    const again = await issued(2, sluice, 'Havenbedrijf', head, 'hijskraan')
    expect(await imports.keepFile(again)).toEqual({ ok: true, isNew: false })
  })

  it('are taken in by themselves when the reader changed nothing, looked over or not', async () => {
    await imports.keepFile(await issued(2, sluice))
    const outcome = await imports.review('weekblad-2026-11')
    if (!outcome.ok || outcome.kind !== 'proof') throw new Error('no proof')
    await keep(outcome.proof.id, outcome.proof.edition)
    expect(await imports.keepFile(await issued(3, `${sluice} Straks.`))).toMatchObject({
      isNew: true,
    })
    expect(kept()).toEqual([['weekblad-2026-11', 4, 3]])
  })

  it('that came in under a closer look let what was mended be kept, under their serial', async () => {
    await imports.keepFile(await issued(2, sluice))
    const review = await imports.review('weekblad-2026-11')
    if (!review.ok || review.kind !== 'proof') throw new Error('no proof')
    const { id, edition } = review.proof
    await imports.keepFile(await issued(3, `${sluice} Straks.`))
    expect(await keep(id, { ...edition, title: 'Nevel' })).toMatchObject({ reason: 'overtaken' })
    expect(await keep(id, { ...edition, title: 'Nevel' })).toMatchObject({ ok: true })
    expect(library.list().entries).toMatchObject([{ title: 'Nevel', revision: 4 }])
    expect(kept()).toEqual([['weekblad-2026-11', 4, 3]])
    expect(await imports.keepFile(await issued(4, `${sluice} Later.`))).toMatchObject({
      reason: 'mended',
    })
  })

  it('stay apart when they have no item in common, as when a publisher names every week alike', async () => {
    await imports.keepFile(await issued(1, sluice))
    const other = await issued(2, fog)
    expect(await chosen(other)).toMatchObject({ replaces: { isLikely: false } })
    expect(await imports.keepFile(other)).toMatchObject({ isNew: true })
    expect(kept()).toEqual([
      ['weekblad-2026-11', 1, 1],
      ['weekblad-2026-11-2', 2, 2],
    ])
    expect(await imports.keepFile(await issued(2, `${sluice} Verbeterd.`))).toMatchObject({
      isNew: true,
    })
    expect(kept()).toHaveLength(2)
  })

  it('replace nothing when they are empty, whatever their serial', async () => {
    await imports.keepFile(await issued(1, sluice))
    const edition = { ...aDatedEdition({ revision: 9 }), sections: [] }
    const bytes = await writePackage({
      publisher: 'Havenbedrijf',
      edition,
      notes: null,
      images: [],
    })
    fs.writeFileSync(place.file('leeg.editie'), bytes)
    await imports.keepFile(place.file('leeg.editie'))
    expect(kept()).toContainEqual(['weekblad-2026-11', 1, 1])
  })

  it('bring their notes and serial to the words of the reader’s own', async () => {
    fs.writeFileSync(place.file('a.txt'), digest(sluice, fog))
    await imports.keepFile(place.file('a.txt'))
    const [entry] = library.list().entries
    const opened = library.open(entry?.id ?? '')
    if (!opened.ok) throw new Error(opened.reason)
    const { edition } = opened.bundle
    const dated = { ...edition, date: { value: '2024-07-05', inferred: false }, revision: 4 }
    const bytes = await writePackage({
      publisher: 'Havenbedrijf',
      edition: dated,
      notes: null,
      images: [],
    })
    fs.writeFileSync(place.file('a.editie'), bytes)
    expect(await imports.keepFile(place.file('a.editie'))).toEqual({ ok: true, isNew: true })
    expect(library.list().entries).toMatchObject([
      { id: entry?.id, publisher: 'Havenbedrijf', issue: { serial: 4 } },
    ])
    expect(await imports.keepFile(place.file('a.editie'))).toEqual({ ok: true, isNew: false })
  })

  /** A text of the same items as the package. */
  const ownText = (text: string): string => {
    fs.writeFileSync(place.file('eigen-2026-11.txt'), `Het nieuws van de week\n\n* ${text} Bode\n`)
    return place.file('eigen-2026-11.txt')
  }

  it('are not replaced by a text of the reader’s own, unless they decide so', async () => {
    await imports.keepFile(await issued(3, sluice))
    expect(await imports.keepFile(ownText(`${sluice} Eigen.`))).toMatchObject({ isNew: true })
    expect(library.list().entries).toMatchObject([
      { id: 'weekblad-2026-11', origin: 'package', revision: 3 },
      { origin: 'own', revision: 1 },
    ])
    expect(await imports.keepFile(ownText(`${sluice} Eigen woorden.`))).toMatchObject({
      isNew: true,
    })
    expect(library.list().entries).toMatchObject([
      { id: 'weekblad-2026-11', origin: 'package', revision: 3 },
      { origin: 'own', revision: 2 },
    ])
  })

  it('of a lower serial stay refused when the reader’s own text stands on top', async () => {
    await imports.keepFile(await issued(3, sluice))
    const proof = await chosen(ownText(`${sluice} Eigen.`))
    expect(proof.replaces).toMatchObject({ revision: 3, isLikely: false })
    await keep(proof.id, proof.edition)
    expect(library.list().entries).toMatchObject([
      { id: 'weekblad-2026-11', origin: 'own', revision: 4 },
    ])
    const again = await imports.review('weekblad-2026-11')
    if (!again.ok || again.kind !== 'proof') throw new Error('no proof')
    await keep(again.proof.id, { ...again.proof.edition, title: 'Nevel' })
    expect(kept()).toEqual([['weekblad-2026-11', 5, 3]])
    expect(await imports.keepFile(await issued(2, sluice))).toMatchObject({
      reason: 'older-serial',
    })
    expect(await imports.keepFile(await issued(4, `${sluice} Vier.`))).toMatchObject({
      reason: 'mended',
    })
  })

  it('whose images are lost are not looked over without them', async () => {
    await imports.keepFile(await issued(2, sluice))
    for (const name of fs.readdirSync(place.file('library')))
      if (name.endsWith('.images')) fs.rmSync(place.file(`library/${name}`))
    const outcome = await imports.review('weekblad-2026-11')
    if (!outcome.ok || outcome.kind !== 'proof') throw new Error('no proof')
    expect(await keep(outcome.proof.id, outcome.proof.edition)).toEqual({
      ...{ ok: false, reason: 'images-lost' },
    })
    expect(kept()).toEqual([['weekblad-2026-11', 2, 2]])
  })

  it('of another publisher are another edition', async () => {
    await imports.keepFile(await issued(3, sluice))
    expect(await imports.keepFile(await issued(1, fog, 'Kadebedrijf'))).toMatchObject({
      isNew: true,
    })
    expect(kept()).toHaveLength(2)
  })

  it('are not older for a copy that was removed', async () => {
    await imports.keepFile(await issued(3, sluice))
    library.remove('weekblad-2026-11')
    expect(await imports.keepFile(await issued(2, fog))).toMatchObject({ isNew: true })
  })

  it('keep their images, from revision to revision', async () => {
    await imports.keepFile(await issued(2, sluice))
    const outcome = await imports.review('weekblad-2026-11')
    if (!outcome.ok || outcome.kind !== 'proof') throw new Error('no proof')
    await keep(outcome.proof.id, { ...outcome.proof.edition, title: 'Nagekeken' })
    const [image] = library.images('weekblad-2026-11') ?? []
    expect(image?.path).toBe('images/kaart.png')
    expect(Buffer.from(image?.bytes ?? [])).toEqual(onePixel)
  })
})

describe('a text in an older encoding', () => {
  const old = (name: string, text: string): string => {
    fs.writeFileSync(place.file(name), Buffer.from(text, 'latin1'))
    return place.file(name)
  }
  const cafe = 'Havenblad\n\n* Het caf\xe9 aan de haven is na jaren wachten weer open. Bode\n'

  it('is read only when the reader says so, by a number and not by a path', async () => {
    const outcome = await imports.add({ kind: 'files', paths: [old('oud.txt', cafe)] })
    expect(outcome).toEqual({ ok: false, reason: 'not-utf-8', file: 'oud.txt', refusal: 1 })
    expect(library.list().entries).toEqual([])
    const again = await imports.readAgain(1, 'windows-1252')
    if (!again.ok || again.kind !== 'proof') throw new Error('no proof')
    expect(texts(again.proof)[0]).toContain('café')
    expect(await imports.readAgain(2, 'windows-1252')).toMatchObject({ reason: 'not-found' })
  })

  it('can still be read when another was refused meanwhile', async () => {
    await imports.add({ kind: 'files', paths: [old('oud.txt', cafe)] })
    const later = [old('later.txt', `${cafe}x`), place.file('niets.txt')]
    await imports.keepFiles(later, () => true)
    expect(await imports.readAgain(1, 'windows-1252')).toMatchObject({ ok: true, kind: 'proof' })
  })

  it('can no longer be read after fifty more were refused', async () => {
    const refuse = (): Promise<unknown> =>
      imports.add({ kind: 'files', paths: [old('oud.txt', cafe)] })
    for (let count = 0; count < 51; count++) await refuse()
    expect(await imports.readAgain(2, 'windows-1252')).toMatchObject({ ok: true, kind: 'proof' })
    expect(await imports.readAgain(1, 'windows-1252')).toMatchObject({ reason: 'not-found' })
  })

  it('is read with all others of the same adding', async () => {
    const paths = [
      old('een.txt', cafe),
      place.file('niets.txt'),
      old('twee.md', `# Blad\n\n* ${fog} Caf\xe9krant`),
    ]
    const first = await imports.add({ kind: 'files', paths })
    if (!first.ok || first.kind !== 'kept') throw new Error('not kept')
    expect(first.summary).toMatchObject({ kept: 0, refusal: 1 })
    expect(first.summary.failures.map(({ reason }) => reason)).toEqual([
      ...['not-utf-8', 'not-found', 'not-utf-8'],
    ])
    expect(await imports.readAgain(1, 'windows-1252')).toMatchObject({
      summary: { kept: 2, failures: [], refusal: null },
    })
  })
})
