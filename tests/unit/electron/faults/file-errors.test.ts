// Each file operation of a working life, and up to three after it, fails, as on a dying disk (EIO), a full one (ENOSPC) or one without permission
// (EACCES). A sync that fails loses what it should have kept, as it does on Linux. Afterwards the power fails.
import { expect, it } from 'vitest'
import { createCrashFiles } from './crash-files.ts'
import { createRandom, faultTimeout, reportCounts, sized } from './fault-size.ts'
import { applyToStore, hasSameEntries, stateAfter, type Write } from './reference-store.ts'
import {
  intactGuard,
  noProgress,
  openOnDay,
  workThreeDays,
  type Guard,
  type Progress,
} from './working-life.ts'

/** A sync can fail so often in a row here; writes that were refused for another reason never reached the disk. */
const maxDoubtful = 4
const afterwards: Write = { kind: 'put', key: 'afterwards', value: 1 }
const codes = ['EIO', 'ENOSPC', 'EACCES'] as const

/** The result of the acknowledged writes, perhaps with refused ones among them: they may be on the disk all the same. */
function isAllowed(
  entries: ReadonlyMap<string, unknown>,
  { acknowledged, refused }: Progress,
): boolean {
  const doubtful = refused.slice(0, maxDoubtful)
  for (let subset = 0; subset < 2 ** doubtful.length; subset += 1) {
    const writes = acknowledged.flatMap((write, index) => [...refusedBefore(index, subset), write])
    writes.push(...refusedBefore(acknowledged.length, subset))
    if (hasSameEntries(entries, stateAfter(writes))) return true
  }
  return false

  function refusedBefore(index: number, subset: number): Write[] {
    return doubtful.flatMap(({ write, after }, bit) =>
      after === index && (subset >> bit) % 2 === 1 ? [write] : [],
    )
  }
}

function countFailures(guard: Guard, wanted: number) {
  const counts = { failures: 0, 'writes refused': 0, lost: 0, 'wrong in memory': 0, stuck: 0 }
  const random = createRandom(44)
  for (let seed = 1; counts.failures < wanted; seed += 1) {
    for (let from = 1; ; from += 1) {
      const code = codes[from % codes.length] ?? 'EIO'
      const times = random() < 0.5 ? 1 : Math.ceil(random() * maxDoubtful)
      const files = createCrashFiles({ failing: { from, times, code } })
      const progress = noProgress()
      const store = workThreeDays(guard(files), seed, progress)
      if (files.operations < from) break
      counts.failures += 1
      counts['writes refused'] += progress.refused.length
      if (!isAllowed(store.entries(), progress)) counts['wrong in memory'] += 1
      if (store.access === 'writable') {
        // Once the failures are over, writing goes on without a restart.
        const attempts = Array.from({ length: maxDoubtful + 1 }, () => afterwards)
        if (!attempts.some((write) => applyToStore(store, write).ok)) counts.stuck += 1
        progress.acknowledged.push(afterwards)
      }
      const disk = files.afterPowerLoss(random, from % 2 === 0 ? 'nothing' : 'some')
      const entries = openOnDay(guard(disk)).entries()
      if (!isAllowed(entries, progress)) counts.lost += 1
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
  }, sized(10_000))
  reportCounts('failing file operations, twin that ignores failed syncs', counts)
  expect(counts.lost).toBeGreaterThan(0)
})
