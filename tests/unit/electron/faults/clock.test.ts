// The clock jumps up to ten years back and forth, between and during sessions. It may only show in the names of backups.
import { expect, it } from 'vitest'
import { openReaderDataStore } from '../../../../electron/services/reader-data/reader-data-store.ts'
import { parseStoreName } from '../../../../electron/services/store/store-names.ts'
import { readSnapshot } from '../../../../electron/services/store/store-snapshot.ts'
import { createCrashFiles, type CrashFiles } from './crash-files.ts'
import { createRandom, reportCounts, sized } from './fault-size.ts'
import { aNewProcess, hasSameEntries } from './reference-store.ts'

const tenYears = 10 * 365.25 * 86_400_000
const start = Date.UTC(2024, 6, 5)

/** Five sessions of ten notes each, with whatever the clock says. Gives when each note was made, by that clock. */
function workWithClock(files: CrashFiles, clock: () => Date): Map<string, number> {
  const made = new Map<string, number>()
  for (let session = 0; session < 5; session += 1) {
    const store = openReaderDataStore({
      folder: '/disk',
      files,
      processes: aNewProcess(),
      now: clock,
    })
    for (let count = 0; count < 10; count += 1) {
      const key = `note:${session}-${count}`
      made.set(key, clock().getTime())
      store.put(key, { text: key })
      if (count % 4 === 3) store.remove(`note:${session}-${count - 1}`)
    }
    store.compact()
    store.close()
  }
  return made
}

function entriesOf(files: CrashFiles): ReadonlyMap<string, unknown> {
  return openReaderDataStore({ folder: '/disk', files, processes: aNewProcess() }).entries()
}

/** What would come back if nothing but backups were left. */
function newestBackup(files: CrashFiles): ReadonlyMap<string, unknown> {
  const backups = [...files.contents()].filter(([name]) => parseStoreName(name)?.kind === 'backup')
  return entriesOf(createCrashFiles({ contents: new Map(backups) }))
}

/** The entries of a backup made at this sequence number, if there is one. */
function sequences(files: CrashFiles): number[] {
  return [...files.contents()].flatMap(([name, bytes]) =>
    parseStoreName(name)?.kind === 'backup' ? (readSnapshot(bytes)?.snapshot?.sequence ?? []) : [],
  )
}

it('has no say in order and content, nor in which backup is the newest', () => {
  const counts = {
    clocks: 0,
    'changed content': 0,
    'lost newest backup': 0,
    'too many': 0,
    twin: 0,
  }
  const random = createRandom(48)
  const steady = createCrashFiles()
  workWithClock(steady, () => new Date(start))
  const expected = entriesOf(steady)
  for (; counts.clocks < sized(200); counts.clocks += 1) {
    const files = createCrashFiles()
    const made = workWithClock(files, () => new Date(start + (random() * 2 - 1) * tenYears))
    const entries = entriesOf(files)
    if (!hasSameEntries(entries, expected)) counts['changed content'] += 1
    // With a new day at nearly every write there are backups up to the end, and the last of them must still be there.
    if (Math.max(...sequences(files)) < 55) counts['lost newest backup'] += 1
    if (newestBackup(files).size < expected.size - 2) counts['lost newest backup'] += 1
    if (sequences(files).length > 11) counts['too many'] += 1
    const byClock = [...entries].sort(([a], [b]) => (made.get(a) ?? 0) - (made.get(b) ?? 0))
    if (!hasSameEntries(new Map(byClock), expected)) counts.twin += 1
  }
  const { twin, ...own } = counts
  reportCounts('clocks that jump', { ...own, 'twin ordered by the clock, wrong': twin })
  expect(own).toMatchObject({ 'changed content': 0, 'lost newest backup': 0, 'too many': 0 })
  expect(twin).toBe(counts.clocks)
})
