// Each file operation of a working life fails once, as on a dying disk (EIO), a full one (ENOSPC) or one without permission
// (EACCES). A sync that fails loses what it should have kept, as it does on Linux. Afterwards the power fails.
import { expect, it } from 'vitest'
import { createCrashFiles } from './crash-files.ts'
import { createRandom, faultTimeout, reportCounts, sized } from './fault-size.ts'
import { hasSameEntries, stateAfter, type Write } from './reference-store.ts'
import {
  intactGuard,
  noProgress,
  openOnDay,
  workThreeDays,
  type Guard,
  type Progress,
} from './working-life.ts'

const codes = ['EIO', 'ENOSPC', 'EACCES'] as const

/** Acknowledged writes, with a refused one among them where it would have come: it may be on the disk all the same. */
function allowedStates({ acknowledged, refused }: Progress): ReadonlyMap<string, unknown>[] {
  const histories: Write[][] = [acknowledged]
  for (const { write, after } of refused) {
    histories.push([...acknowledged.slice(0, after), write, ...acknowledged.slice(after)])
  }
  return histories.map(stateAfter)
}

function countFailures(guard: Guard, wanted: number) {
  const counts = { failures: 0, 'writes refused': 0, lost: 0, 'wrong in memory': 0, stuck: 0 }
  const random = createRandom(44)
  for (let seed = 1; counts.failures < wanted; seed += 1) {
    for (let operation = 1; ; operation += 1) {
      const code = codes[operation % codes.length] ?? 'EIO'
      const files = createCrashFiles({ failing: { operation, code } })
      const progress = noProgress()
      const store = workThreeDays(guard(files), seed, progress)
      if (files.operations < operation) break
      counts.failures += 1
      counts['writes refused'] += progress.refused.length
      const isReadOnly = progress.refused.length > 1
      if (!hasSameEntries(store.entries(), stateAfter(progress.acknowledged))) {
        if (!isReadOnly) counts['wrong in memory'] += 1
      }
      if (store.access === 'writable' && !store.put('afterwards', 1).ok) counts.stuck += 1
      const last: Write = { kind: 'put', key: 'afterwards', value: 1 }
      if (store.access === 'writable') progress.acknowledged.push(last)
      const disk = files.afterPowerLoss(random, operation % 2 === 0 ? 'nothing' : 'some')
      const entries = openOnDay(guard(disk)).entries()
      if (!allowedStates(progress).some((state) => hasSameEntries(entries, state))) counts.lost += 1
    }
  }
  return counts
}

it('loses nothing when a file operation fails', { timeout: faultTimeout }, () => {
  const counts = countFailures(intactGuard, sized(10_000))
  reportCounts('failing file operations', counts)
  expect(counts).toMatchObject({ lost: 0, 'wrong in memory': 0, stuck: 0 })
})

it('shows losses when a failed sync is taken for a good one', { timeout: faultTimeout }, () => {
  const counts = countFailures((files) => {
    const forgiving = (sync: (target: number) => void) => (target: number) => {
      try {
        sync(target)
      } catch {
        // What a program does that does not look at the result.
      }
    }
    return { ...files, sync: forgiving(files.sync), syncData: forgiving(files.syncData) }
  }, sized(2_000))
  reportCounts('failing file operations, twin that ignores failed syncs', counts)
  expect(counts.lost).toBeGreaterThan(0)
})
