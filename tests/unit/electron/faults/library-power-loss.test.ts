// The power fails after each file operation of a library's life, or a file operation fails. What then lies on the disk must be
// the library as it was before the step that was under way, or as it is after it.
import { expect, it } from 'vitest'
import {
  openEditionLibrary,
  type EditionLibrary,
} from '../../../../electron/services/library/edition-library.ts'
import type { StoreFiles } from '../../../../electron/services/store/durable-files.ts'
import { createCrashFiles, type CrashFiles } from './crash-files.ts'
import { createRandom, faultTimeout, reportCounts, sized } from './fault-size.ts'
import {
  afterStep,
  holds,
  libraryStep,
  takeStep,
  type Holdings,
  type Step,
} from './library-life.ts'
import { aNewProcess } from './reference-store.ts'
import { intactGuard, type Guard } from './working-life.ts'

const stepsPerLife = 30
const samplesPerMoment = 10
const afterwards: Step = { kind: 'add', id: 'naderhand', revision: 1 }

function open(files: StoreFiles): EditionLibrary {
  const now = (): Date => new Date('2024-07-06')
  return openEditionLibrary({ folder: '/disk', files, processes: aNewProcess(), now })
}

/** Leaves out the sync after images got their name, which the sync after their edition's makes up for, too late. */
function withLateImages(files: StoreFiles): StoreFiles {
  let areImages = false
  return {
    ...files,
    rename(from, to) {
      areImages = to.endsWith('.images')
      files.rename(from, to)
    },
    syncFolder(folder) {
      if (!areImages) files.syncFolder(folder)
      areImages = false
    },
  }
}

interface Life {
  readonly held: Holdings
  readonly underWay: Step | null
}

/** Steps until the disk is dead, as many programs one after the other; `first` makes lives differ. */
function live(files: CrashFiles, guard: Guard, first: number): Life {
  let held: Holdings = new Map()
  let library = open(guard(files))
  for (let number = 0; number < stepsPerLife; number += 1) {
    const step = libraryStep(number)
    // Now and then a program ends, properly or by a kill.
    if ((number + first) % 7 === 6) {
      if (number % 2 === 0) library.close()
      library = open(guard(files))
    }
    const { ok } = takeStep(library, step)
    if (files.isDead) return { held, underWay: step }
    if (ok) held = afterStep(held, step)
  }
  library.close()
  return { held, underWay: null }
}

function isSound(disk: CrashFiles, guard: Guard, { held, underWay }: Life): boolean {
  const library = open(guard(disk))
  const possible = [held, ...(underWay === null ? [] : [afterStep(held, underWay)])]
  const found = possible.find((holdings) => holds(library, holdings))
  if (found === undefined || !takeStep(library, afterwards).ok) return false
  library.close()
  return holds(open(guard(disk)), afterStep(found, afterwards))
}

function countStates(guard: Guard, wanted: number) {
  const counts = { moments: 0, states: 0, lost: 0 }
  const random = createRandom(47)
  for (let first = 0; counts.states < wanted; first += 1) {
    for (let stopAfter = 0; counts.states < wanted; stopAfter += 1) {
      const files = createCrashFiles({ stopAfter })
      const life = live(files, guard, first)
      counts.moments += 1
      for (let sample = 0; sample < samplesPerMoment; sample += 1) {
        const kept = sample === 0 ? 'nothing' : sample === 1 ? 'everything' : 'some'
        if (!isSound(files.afterPowerLoss(random, kept), guard, life)) counts.lost += 1
        counts.states += 1
      }
      if (!files.isDead) break
    }
  }
  return counts
}

it('loses nothing when the power fails', { timeout: faultTimeout }, () => {
  const counts = countStates(intactGuard, sized(50_000))
  reportCounts('library, power loss', counts)
  expect(counts.lost).toBe(0)
})

it.each<[string, Guard]>([
  ['files are not synced', (files) => ({ ...files, sync: () => undefined })],
  ['folders are not synced', (files) => ({ ...files, syncFolder: () => undefined })],
  ['images are not there before their edition', withLateImages],
])('shows losses when %s', { timeout: faultTimeout }, (name, guard) => {
  const counts = countStates(guard, sized(20_000))
  reportCounts(`library, power loss, twin in which ${name}`, counts)
  expect(counts.lost).toBeGreaterThan(0)
})

/** A library that was told of a failure is as it was, in memory and on the disk. */
function countFailures(guard: Guard, lives: number) {
  const counts = { failures: 0, wrong: 0, 'wrong after restart': 0, stuck: 0 }
  for (let first = 0; first < lives; first += 1) {
    for (let from = 1; ; from += 1) {
      const code = (['EIO', 'ENOSPC', 'EACCES'] as const)[(from + first) % 3] ?? 'EIO'
      const files = createCrashFiles({ failing: { from, times: 1, code } })
      let held: Holdings = new Map()
      const library = open(guard(files))
      for (let number = 0; number < stepsPerLife; number += 1) {
        const step = libraryStep(number + first * 5)
        if (takeStep(library, step).ok) held = afterStep(held, step)
      }
      if (files.operations < from) break
      counts.failures += 1
      if (!holds(library, held)) counts.wrong += 1
      if (!takeStep(library, afterwards).ok) counts.stuck += 1
      if (!holds(open(guard(files)), afterStep(held, afterwards)))
        counts['wrong after restart'] += 1
    }
  }
  return counts
}

it('is as it was when a file operation fails', { timeout: faultTimeout }, () => {
  const counts = countFailures(intactGuard, sized(20))
  reportCounts('library, failing file operations', counts)
  expect(counts).toMatchObject({ wrong: 0, 'wrong after restart': 0, stuck: 0 })
})

it('is not as it was when a failed sync is not taken back', { timeout: faultTimeout }, () => {
  const counts = countFailures((files) => {
    let hasFailed = false
    const once =
      <Arguments extends unknown[]>(action: (...given: Arguments) => void) =>
      (...given: Arguments): void => {
        // What follows a failed sync is the undoing.
        if (hasFailed) hasFailed = false
        else action(...given)
      }
    return {
      ...files,
      rename: once(files.rename),
      remove: once(files.remove),
      syncFolder: (folder) => {
        try {
          files.syncFolder(folder)
        } catch (error) {
          hasFailed = true
          throw error
        }
      },
    }
  }, sized(20))
  reportCounts('library, failing file operations, twin that does not undo', counts)
  expect(counts['wrong after restart']).toBeGreaterThan(0)
})
