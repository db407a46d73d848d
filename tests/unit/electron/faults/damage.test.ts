// Every byte of every file of a store is changed, and every file is cut at every length. Nothing wrong is ever shown; what is
// missing is only what the damaged bytes held and no other file holds; the bytes are kept; and the reader is told.
import { isDeepStrictEqual } from 'node:util'
import { expect, it } from 'vitest'
import { createCrashFiles } from './crash-files.ts'
import {
  contentsWith,
  currentJournal,
  cut,
  damagedStore,
  flipped,
  stateLeft,
  taken,
  valuesEverPut,
  withoutChecksums,
  type Damage,
} from './damaged-store.ts'
import { createRandom, faultTimeout, isFullSize, reportCounts, sized } from './fault-size.ts'
import { hasSameEntries } from './reference-store.ts'
import { intactGuard, openOnDay, type Guard } from './working-life.ts'

const step = isFullSize ? 1 : 10
const files = [...damagedStore.contents].map(([file, bytes]) => ({ file, size: bytes.byteLength }))
const nothingWrong = { unopenable: 0, wrong: 0, 'not kept': 0, 'not told': 0 }

/** Opens the damaged store, works on until the damaged file has been replaced, and opens it again. */
function examine(damage: Damage, counts: typeof nothingWrong & { cases: number }, guard: Guard) {
  counts.cases += 1
  const disk = createCrashFiles({ contents: contentsWith(damage) })
  const isKept = (): boolean =>
    [...disk.contents()].some(
      ([name, bytes]) =>
        name.startsWith('damaged-') && name.endsWith(damage.file) && damage.bytes?.equals(bytes),
    )
  try {
    const store = openOnDay(guard(disk))
    const expected = stateLeft(damage)
    const isDamaged = store.findings.some(({ kind }) => kind.startsWith('damaged-'))
    if (!hasSameEntries(store.entries(), expected)) counts.wrong += 1
    if (store.findings.length === 0) counts['not told'] += 1
    const outcomes = [
      store.put('afterwards', damage.file),
      store.compact(),
      store.compact(),
      store.remove('afterwards'),
    ]
    store.close()
    const again = openOnDay(guard(disk))
    if (!outcomes.every(({ ok }) => ok)) counts.unopenable += 1
    if (!hasSameEntries(again.entries(), expected)) counts.wrong += 1
    if (isDamaged && !isKept()) counts['not kept'] += 1
  } catch {
    counts.unopenable += 1
  }
}

function changeEveryByte(guard: Guard) {
  const counts = { cases: 0, ...nothingWrong }
  for (const { file, size } of files) {
    for (let position = 0; position < size; position += step) {
      examine(flipped(file, position, 1 << ((position / step) % 8)), counts, guard)
    }
  }
  return counts
}

it('is tried on a store of about 20 KB with every kind of file', () => {
  const size = files.reduce((sum, file) => sum + file.size, 0)
  expect(size).toBeGreaterThan(18_000)
  expect(size).toBeLessThan(24_000)
  const kinds = files.map(({ file }) => file.split('-')[0]).sort()
  expect(kinds.join()).toBe('backup,backup,backup,journal,journal,snapshot,snapshot')
})

it('never shows a wrong value when a byte is changed', { timeout: faultTimeout }, () => {
  const counts = changeEveryByte(intactGuard)
  reportCounts('changed bytes', counts)
  expect(counts).toMatchObject(nothingWrong)
})

it('never shows a wrong value when a file is cut', { timeout: faultTimeout }, () => {
  const counts = { cases: 0, ...nothingWrong }
  let cutBetweenRecords = 0
  for (const { file, size } of files) {
    for (let length = 0; length < size; length += step) {
      examine(cut(file, length), counts, intactGuard)
      const isBetween = damagedStore.lines.some(({ start }) => start === length)
      const isBehindBackup = length >= damagedStore.backedUpTo
      if (file === currentJournal && isBetween && isBehindBackup) cutBetweenRecords += 1
    }
  }
  reportCounts('cut files', { ...counts, 'of these between two records': cutBetweenRecords })
  // A journal cut exactly between two records is what it was before the second was written: no store can tell, unless a
  // backup knows more.
  expect(counts).toMatchObject({ ...nothingWrong, 'not told': cutBetweenRecords })
})

it('never shows a wrong value when a file is gone', () => {
  const counts = { cases: 0, ...nothingWrong }
  for (const { file } of files) examine(taken(file), counts, intactGuard)
  reportCounts('files that are gone', counts)
  expect(counts).toMatchObject({ unopenable: 0, wrong: 0, 'not kept': 0 })
})

it(
  'shows only values that were once put when two files are damaged',
  { timeout: faultTimeout },
  () => {
    const counts = { cases: 0, unopenable: 0, wrong: 0, 'not told': 0 }
    const random = createRandom(45)
    const values = valuesEverPut()
    const pick = (count: number): number => Math.floor(random() * count)
    const aDamage = (): Damage => {
      const { file, size } = files[pick(files.length)] ?? { file: currentJournal, size: 1 }
      if (random() < 0.2) return taken(file)
      return random() < 0.5 ? cut(file, pick(size)) : flipped(file, pick(size), 1 << pick(8))
    }
    for (; counts.cases < sized(20_000); counts.cases += 1) {
      const disk = createCrashFiles({ contents: contentsWith(aDamage(), aDamage()) })
      const store = openOnDay(disk)
      if (!store.put('afterwards', 1).ok) counts.unopenable += 1
      const isKnown = [...store.entries()].every(
        ([key, value]) =>
          key === 'afterwards' || values.get(key)?.some((known) => isDeepStrictEqual(known, value)),
      )
      if (!isKnown) counts.wrong += 1
    }
    reportCounts('two damaged files', counts)
    expect(counts).toMatchObject({ unopenable: 0, wrong: 0 })
  },
)

it('leaves a file alone that the disk no longer gives', () => {
  for (const { file } of files) {
    const disk = createCrashFiles({ contents: damagedStore.contents })
    const failing: Guard = (whole) => ({
      ...whole,
      read(path) {
        if (path.endsWith(file)) throw Object.assign(new Error('EIO'), { code: 'EIO' })
        return whole.read(path)
      },
    })
    const store = openOnDay(failing(disk))
    expect(store.findings).toContainEqual(
      expect.objectContaining({ kind: 'unreadable-file', file }),
    )
    expect(hasSameEntries(store.entries(), stateLeft(taken(file)))).toBe(true)
    store.compact()
    store.compact()
    expect(store.compact()).toEqual({ ok: true })
    expect(disk.contents().get(file)).toEqual(damagedStore.contents.get(file))
  }
})

it('shows wrong values without checksums', { timeout: faultTimeout }, () => {
  const counts = changeEveryByte(withoutChecksums)
  reportCounts('changed bytes, twin without checksums', counts)
  expect(counts.wrong).toBeGreaterThan(0)
  expect(counts['not told']).toBeGreaterThan(0)
})
