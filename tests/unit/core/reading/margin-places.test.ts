import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  placeInMargin,
  type MarginOptions,
  type NoteInMargin,
} from '../../../../src/core/reading/margin-places.ts'

const options: MarginOptions = { taken: [], lineHeight: 30, gap: 20 }

function aNote(line: number, height = 60, item = 'i1'): NoteInMargin {
  return { item, line, height, briefHeight: Math.min(height, 45) }
}

const tops = (notes: readonly NoteInMargin[], changes: Partial<MarginOptions> = {}) =>
  placeInMargin(notes, { ...options, ...changes }).map(({ top }) => top)

describe('notes in the margin', () => {
  it('stand at their lines where there is room', () => {
    expect(tops([aNote(0), aNote(90), aNote(400)])).toEqual([0, 90, 400])
  })

  it('give way downwards, to a line of the text', () => {
    expect(tops([aNote(0), aNote(30), aNote(60)])).toEqual([0, 90, 180])
  })

  it('come below what stands in the margin already', () => {
    expect(tops([aNote(0)], { taken: [{ top: -10, bottom: 55 }] })).toEqual([90])
    expect(
      tops([aNote(0)], {
        taken: [
          { top: 75, bottom: 100 },
          { top: -10, bottom: 5 },
        ],
      }),
    ).toEqual([120])
    expect(tops([aNote(0)], { taken: [{ top: 200, bottom: 300 }] })).toEqual([0])
  })

  it('become brief together where one would stand more than eight lines below its own', () => {
    const notes = [aNote(0, 200), aNote(0, 200), aNote(0, 200), aNote(900, 200, 'i2')]
    expect(placeInMargin(notes, options)).toEqual([
      { top: 0, isBrief: true },
      { top: 90, isBrief: true },
      { top: 180, isBrief: true },
      { top: 900, isBrief: false },
    ])
  })

  it('never lie over each other or over what is there, keep their order, and stand on lines', () => {
    const note = fc.record({
      line: fc.nat(60),
      height: fc.integer({ min: 20, max: 300 }),
      item: fc.constantFrom('i1', 'i2'),
    })
    const taken = fc.record({ top: fc.nat(1_800), tall: fc.integer({ min: 10, max: 200 }) })
    fc.assert(
      fc.property(
        fc.array(note, { maxLength: 12 }),
        fc.array(taken, { maxLength: 3 }),
        (drawn, others) => {
          const notes = drawn
            .toSorted((a, b) => a.line - b.line)
            .map(({ line, height, item }) => aNote(line * 30, height, item))
          const obstacles = others.map(({ top, tall }) => ({ top, bottom: top + tall }))
          const places = placeInMargin(notes, { ...options, taken: obstacles })
          let free = -Infinity
          for (const [index, { top, isBrief }] of places.entries()) {
            const { line = 0, height = 0, briefHeight = 0 } = notes[index] ?? {}
            const bottom = top + (isBrief ? briefHeight : height)
            expect(top).toBeGreaterThanOrEqual(Math.max(line, free))
            expect((top - line) % 30).toBe(0)
            for (const one of obstacles) expect(one.bottom <= top || bottom <= one.top).toBe(true)
            free = bottom
          }
        },
      ),
    )
  })
})
