// Passages that were marked before a text was corrected: those that are still there are found, and no other.
import { describe, expect, it } from 'vitest'
import { createPassagePlacer } from '../../../../src/core/annotations/place-passage.ts'
import { createRandom, faultTimeout, reportCounts, sized } from './fault-size.ts'
import { runTrials, type Place } from './correction-trials.ts'

const trials = sized(100_000)
const place: Place = (texts, anchor, item) => createPassagePlacer(texts)(anchor, item)
/** Takes the first place where the words stand. */
const takesFirst: Place = (texts, { exact, part }) => {
  const found = texts.find(({ text }) => text.includes(exact))
  if (found === undefined) return { state: 'loose', isDoubtful: false }
  const start = found.text.indexOf(exact)
  return {
    state: 'in-place',
    passage: { item: found.item, part, start, end: start + exact.length },
  }
}

describe('passages after random corrections', () => {
  it(
    'are found where they survive, and are loose where they are gone or stand twice',
    () => {
      const counts = runTrials(trials, createRandom(1), place)
      reportCounts('corrections', { ...counts })
      expect(counts.placedThere / counts.survived).toBeGreaterThanOrEqual(0.98)
      expect(counts.goneButPlaced).toBe(0)
      expect(counts.twiceButPlaced).toBe(0)
    },
    faultTimeout,
  )

  it(
    'are not when the first place is taken',
    () => {
      const counts = runTrials(trials / 10, createRandom(1), takesFirst)
      reportCounts('corrections, twin that takes the first place', { ...counts })
      expect(counts.placedThere / counts.survived).toBeLessThan(0.9)
      expect(counts.goneButPlaced).toBeGreaterThan(0)
      expect(counts.twiceButPlaced).toBeGreaterThan(0)
    },
    faultTimeout,
  )
})
