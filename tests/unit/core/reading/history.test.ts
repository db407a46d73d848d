import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  emptyHistory,
  goBack,
  goForward,
  leave,
  type History,
} from '../../../../src/core/reading/history.ts'

type Step = 'jump' | 'back' | 'forward'
interface Reading {
  readonly history: History<number>
  readonly here: number
}
const start: Reading = { history: emptyHistory, here: 0 }

/** Takes a step as the window does; a jump leads to a place that was never seen before. */
function walk({ history, here }: Reading, step: Step, next: number): Reading {
  if (step === 'jump') return { history: leave(history, here), here: next }
  const taken = step === 'back' ? goBack(history, here) : goForward(history, here)
  return taken === null ? { history, here } : { history: taken.history, here: taken.to }
}

function walkAll(steps: readonly Step[]): Reading {
  return steps.reduce<Reading>((reading, step, index) => walk(reading, step, index + 1), start)
}

/** The history of a browser, written naively: a list of places and where one is in it. */
function browse(steps: readonly Step[]): number {
  let places = [0]
  let at = 0
  for (const [index, step] of steps.entries()) {
    if (step === 'jump') {
      places = [...places.slice(0, at + 1), index + 1].slice(-101)
      at = places.length - 1
    } else if (step === 'back') at = Math.max(0, at - 1)
    else at = Math.min(places.length - 1, at + 1)
  }
  return places[at] ?? -1
}

describe('the history of places', () => {
  it('leads back to where a jump began, and forward again', () => {
    const history = leave<string>(emptyHistory, 'bericht 1')
    const back = goBack(history, 'bericht 7')
    expect(back?.to).toBe('bericht 1')
    expect(goForward(back?.history ?? emptyHistory, 'bericht 1')?.to).toBe('bericht 7')
  })

  it('has no way back or forward where there is none', () => {
    expect(goBack(emptyHistory, 'hier')).toBeNull()
    expect(goForward(emptyHistory, 'hier')).toBeNull()
    expect(goForward(leave<string>(emptyHistory, 'daar'), 'hier')).toBeNull()
  })

  it('forgets what lay ahead when the reader jumps elsewhere', () => {
    const { history, here } = walkAll(['jump', 'jump', 'back', 'jump'])
    expect(goForward(history, here)).toBeNull()
    expect(goBack(history, here)?.to).toBe(1)
  })

  it('remembers a hundred steps and no more', () => {
    const jumps = Array.from({ length: 250 }, (): Step => 'jump')
    const back = Array.from({ length: 250 }, (): Step => 'back')
    expect(walkAll(jumps).history.before).toHaveLength(100)
    expect(walkAll([...jumps, ...back]).here).toBe(150)
  })

  it('leaves the history it was given as it was', () => {
    const history = Object.freeze({ before: Object.freeze([1, 2]), after: Object.freeze([4]) })
    leave(history, 3)
    goBack(history, 3)
    goForward(history, 3)
    expect(history).toEqual({ before: [1, 2], after: [4] })
  })

  it('is where a browser would be, whatever the reader does', () => {
    const steps = fc.array(fc.constantFrom<Step>('jump', 'jump', 'back', 'forward'), {
      maxLength: 300,
      size: 'max',
    })
    fc.assert(
      fc.property(steps, (taken) => {
        expect(walkAll(taken).here).toBe(browse(taken))
      }),
    )
  })
})
