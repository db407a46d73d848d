// The library's search index in the real window, when a file of it is not what was saved: nothing is lost, and it is saved again.
import fs from 'node:fs'
import path from 'node:path'
import type { Page } from '@playwright/test'
import { openSegment, type OpenedSegment } from '../../electron/services/search/segment-file.ts'
import { segmentsToMerge } from '../../src/core/search/compact/merge-policy.ts'
import { createSegmentSet } from '../../src/core/search/compact/segment-set.ts'
import {
  expect,
  giveToUser,
  parts,
  profileFolder,
  profileWithLibrary,
  startProgram,
  test,
  total,
} from './program.ts'

/** So many that making them searchable takes a while on any machine. */
const editions = 300
const word = 'veerdienst'

const indexFolder = (profile: string): string => path.join(profile, 'library', 'search')

interface SavedFile {
  readonly name: string
  readonly documents: number
  readonly editions: readonly string[]
}

/** The files of a saved index, the largest first; throws when one of them cannot be read to its last text, or is still to be merged. */
function savedFiles(profile: string): readonly SavedFile[] {
  const folder = indexFolder(profile)
  const set = createSegmentSet()
  const opened: OpenedSegment[] = []
  try {
    const files = fs.readdirSync(folder).map((name) => {
      const reading = openSegment(path.join(folder, name))
      if (!reading.ok) throw new Error(`${name}: ${reading.reason}`)
      opened.push(reading.opened)
      const { segment } = reading.opened
      for (let number = 0; number < segment.documentCount; number++) segment.read(number)
      set.add(segment)
      return {
        name,
        documents: segment.documentCount,
        editions: segment.groups.map(({ key }) => key),
      }
    })
    if (segmentsToMerge(set.parts).length > 0) throw new Error('there are files to be merged')
    return files.toSorted((one, other) => other.documents - one.documents)
  } finally {
    for (const one of opened) one.close()
  }
}

/** Waits until all editions stand in the saved index, each once. */
async function savedWhole(profile: string): Promise<readonly SavedFile[]> {
  let files: readonly SavedFile[] = []
  await expect(() => {
    files = savedFiles(profile)
    const saved = files.flatMap((file) => file.editions)
    expect([saved.length, new Set(saved).size]).toEqual([editions, editions])
  }).toPass()
  return files
}

interface Heard {
  /** How many hits there were, each number that was said. */
  readonly counts: readonly number[]
  /** How far the indexing was. */
  readonly progress: readonly string[]
}

/** Hears what the panel says from now on. */
async function listen(page: Page): Promise<() => Promise<Heard>> {
  const said = await page.evaluateHandle(() => {
    const heard = { counts: [] as number[], progress: [] as string[] }
    new MutationObserver(() => {
      const [, count] =
        /^(\d+) treffers?$/u.exec(document.querySelector('[role=status] h2')?.textContent ?? '') ??
        []
      if (count !== undefined && heard.counts.at(-1) !== Number(count))
        heard.counts.push(Number(count))
      for (const { textContent } of document.querySelectorAll('.remark')) {
        const text = textContent.trim()
        if (text.includes('doorzoekbaar') && heard.progress.at(-1) !== text)
          heard.progress.push(text)
      }
    }).observe(document.body, { childList: true, subtree: true, characterData: true })
    return heard
  })
  return () => said.evaluate((heard) => heard)
}

/** What a first start made of the library: a profile to copy, how many hits it gave, and the largest file of its index. */
let whole: { profile: string; found: number; largest: SavedFile }

test.beforeAll(async () => {
  const profile = profileWithLibrary(editions)
  const program = await startProgram({ profile })
  await parts(program.page).search.fill(word)
  await expect(
    program.page.getByText(`in ${String(editions)} edities`, { exact: true }),
  ).toBeVisible()
  const found = await total(program.page)
  const [largest, ...others] = await savedWhole(profile)
  await program.close()
  if (largest === undefined) throw new Error('nothing was saved')
  // What is left when that file is lost.
  expect(others.length).toBeGreaterThan(0)
  whole = { profile, found, largest }
})

/** Where the arrays begin in a file of the index: the texts stand before them. */
function startOfArrays(bytes: Buffer): number {
  const trailer = bytes.subarray(bytes.lastIndexOf('leeslamp-index ') - 16)
  const start = Number(trailer.readBigUInt64LE(0))
  const header = bytes.toString('utf8', start, start + trailer.readUInt32LE(8))
  return (JSON.parse(header) as { body: { start: number } }).body.start
}

/** Turns a bit over in each so many bytes of a part. */
function flip(bytes: Buffer, start: number, end: number, each = 1): Buffer {
  for (let at = start; at < end; at += each) bytes[at] = (bytes[at] ?? 0) ^ 4
  return bytes
}

function flipInArrays(bytes: Buffer): Buffer {
  const middle = (startOfArrays(bytes) + bytes.length) >> 1
  return flip(bytes, middle, middle + 8)
}

/** Texts are read when they are shown, so that damage in them shows itself only then. */
function flipInTexts(bytes: Buffer): Buffer {
  return flip(bytes, 0, startOfArrays(bytes), 50)
}

for (const [name, damage, isTold] of [
  ['is damaged in its arrays', flipInArrays, true],
  ['is damaged in its texts', flipInTexts, true],
  ['is cut off', (bytes: Buffer) => bytes.subarray(0, bytes.length >> 1), true],
  ['is of another version', (bytes: Buffer) => flip(bytes, bytes.length - 1, bytes.length), false],
] as const) {
  test(`a file of the library’s index ${name}: the rest is found meanwhile, all of it afterwards, and the next start has nothing to do`, async () => {
    test.slow() // some hundred editions are indexed once more, on whatever machine this is
    const profile = profileFolder()
    fs.cpSync(whole.profile, profile, { recursive: true, preserveTimestamps: true })
    const file = path.join(indexFolder(profile), whole.largest.name)
    fs.writeFileSync(file, damage(fs.readFileSync(file)))
    giveToUser(profile)
    const lost = whole.largest.editions.length

    const first = await startProgram({ profile })
    const heard = await listen(first.page)
    await parts(first.page).search.fill(word)
    const all = `${String(whole.found)} treffers`
    await expect(first.page.getByRole('heading', { name: all })).toBeVisible()
    await expect(first.page.getByText(/doorzoekbaar gemaakt/u)).toBeHidden()
    const { counts, progress } = await heard()
    expect(counts[0]).toBeGreaterThanOrEqual(editions - lost)
    expect(counts[0]).toBeLessThan(whole.found)
    expect(counts.at(-1)).toBe(whole.found)
    expect(progress).not.toEqual([])
    for (const text of progress)
      expect(text).toMatch(
        new RegExp(`^Edities worden doorzoekbaar gemaakt: \\d+ van ${String(lost)}\\.$`, 'u'),
      )
    await expect(first.page.getByText('De zoekindex ontbrak of was beschadigd')).toHaveCount(
      isTold ? 1 : 0,
    )
    const files = await savedWhole(profile)
    await first.close()

    const second = await startProgram({ profile })
    const heardAgain = await listen(second.page)
    await parts(second.page).search.fill(word)
    await expect(second.page.getByRole('heading', { name: all })).toBeVisible()
    expect(await heardAgain()).toEqual({ counts: [whole.found], progress: [] })
    await expect(second.page.getByText('De zoekindex ontbrak of was beschadigd')).toHaveCount(0)
    await second.close()
    expect(savedFiles(profile)).toEqual(files)
  })
}
