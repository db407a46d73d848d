// The power fails after each file operation of a working life. What then lies on the disk is any of the states in which a
// power cut may leave it, and each must open with all that was acknowledged.
import { expect, it } from 'vitest'
import { createCrashFiles, type CrashFiles } from './crash-files.ts'
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

type Verdict = 'fine' | 'lost' | 'wrong' | 'unopenable'

const samplesPerMoment = 20
const afterwards: Write = { kind: 'put', key: 'afterwards', value: 'ok' }

/** Opens a disk that a power cut left, which must hold one of `histories`, and goes on working with it. */
function judge(disk: CrashFiles, guard: Guard, histories: readonly (readonly Write[])[]): Verdict {
  try {
    const store = openOnDay(guard(disk))
    const held = histories.find((writes) => hasSameEntries(store.entries(), stateAfter(writes)))
    if (!held) return isEarlierState(store.entries(), histories[0] ?? []) ? 'lost' : 'wrong'
    if (!applyToStore(store, afterwards).ok) return 'unopenable'
    store.close()
    const again = openOnDay(guard(disk)).entries()
    return hasSameEntries(again, stateAfter([...held, afterwards])) ? 'fine' : 'wrong'
  } catch {
    return 'unopenable'
  }
}

/** All that was acknowledged; or that and the write that was under way. */
function possibleHistories({ acknowledged, underWay }: Progress): readonly (readonly Write[])[] {
  return underWay ? [acknowledged, [...acknowledged, underWay]] : [acknowledged]
}

function isEarlierState(
  entries: ReadonlyMap<string, unknown>,
  acknowledged: readonly Write[],
): boolean {
  return acknowledged.some((_, index) =>
    hasSameEntries(entries, stateAfter(acknowledged.slice(0, index))),
  )
}

/** Calls `examine` for every moment at which the power may fail, seed after seed, while it answers true. */
function atEveryMoment(
  guard: Guard,
  examine: (files: CrashFiles, progress: Progress) => boolean,
): void {
  for (let seed = 1; ; seed += 1) {
    for (let stopAfter = 0; ; stopAfter += 1) {
      const files = createCrashFiles({ stopAfter })
      const progress = noProgress()
      workThreeDays(guard(files), seed, progress, () => files.isDead)
      if (!examine(files, progress)) return
      if (!files.isDead) break
    }
  }
}

function countStates(guard: Guard, wanted: number) {
  const counts = { moments: 0, states: 0, fine: 0, lost: 0, wrong: 0, unopenable: 0 }
  const random = createRandom(42)
  atEveryMoment(guard, (files, progress) => {
    counts.moments += 1
    for (let sample = 0; sample < samplesPerMoment; sample += 1) {
      const kept = sample === 0 ? 'nothing' : sample === 1 ? 'everything' : 'some'
      const disk = files.afterPowerLoss(random, kept)
      counts[judge(disk, guard, possibleHistories(progress))] += 1
      counts.states += 1
    }
    return counts.states < wanted
  })
  return counts
}

it('loses nothing when the power fails, at any file operation', { timeout: faultTimeout }, () => {
  const counts = countStates(intactGuard, sized(100_000))
  reportCounts('power loss', counts)
  expect(counts).toMatchObject({ lost: 0, wrong: 0, unopenable: 0 })
})

it('loses nothing when it fails again during recovery', { timeout: faultTimeout }, () => {
  const counts = { states: 0, fine: 0, lost: 0, wrong: 0, unopenable: 0 }
  const random = createRandom(43)
  atEveryMoment(intactGuard, (files, progress) => {
    for (let stopAfter = 0; ; stopAfter += 1) {
      const contents = files.afterPowerLoss(random, 'some').contents()
      const recovering = createCrashFiles({ contents, stopAfter })
      const store = openOnDay(recovering)
      const held = possibleHistories(progress).find((writes) =>
        hasSameEntries(store.entries(), stateAfter(writes)),
      )
      if (!held) throw new Error('the first power loss was not survived')
      const isDone = applyToStore(store, afterwards).ok && !recovering.isDead
      const then = [...held, afterwards]
      const disk = recovering.afterPowerLoss(random, 'some')
      counts[judge(disk, intactGuard, isDone ? [then] : [held, then])] += 1
      counts.states += 1
      if (!recovering.isDead) break
    }
    return counts.states < sized(20_000)
  })
  reportCounts('power loss during recovery', counts)
  expect(counts).toMatchObject({ lost: 0, wrong: 0, unopenable: 0 })
})

it.each<[string, Guard]>([
  ['of files', (files) => ({ ...files, sync: () => undefined, syncData: () => undefined })],
  ['of the folder', (files) => ({ ...files, syncFolder: () => undefined })],
])('shows losses without the sync %s', { timeout: faultTimeout }, (name, guard) => {
  const counts = countStates(guard, sized(10_000))
  reportCounts(`power loss, twin without the sync ${name}`, counts)
  expect(counts.lost).toBeGreaterThan(0)
})
