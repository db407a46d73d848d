import fc from 'fast-check'
import * as v from 'valibot'
import { describe, expect, it } from 'vitest'
import type { Annotation } from '../../../../src/core/annotations/annotation.ts'
import { annotationKey } from '../../../../src/core/annotations/kinds.ts'
import { textOf } from '../../../../src/core/annotations/merge-states.ts'
import {
  broughtBack,
  daysLeftOf,
  lastingStates,
  removedRecordSchema,
  withoutState,
  withRemoved,
  type RemovedRecord,
} from '../../../../src/core/reader-data/removed-record.ts'
import { aBookmark, aNote } from './reader-records.ts'

const first = '2024-07-05T08:00:00.000Z'
const at = (day: number): string => new Date(Date.parse(first) + day * 86_400_000).toISOString()
const of = annotationKey(aNote())

function removedTexts(record: RemovedRecord | null, now: string): unknown[] {
  return lastingStates(record, now).map(({ record: one }) => 'text' in one && one.text)
}

describe('what was removed', () => {
  it('is there for thirty days, the last first', () => {
    const one = withRemoved(null, of, aNote({ text: 'Een.' }), null, at(0))
    const both = withRemoved(one, of, aNote({ text: 'Twee.' }), null, at(10))
    expect(removedTexts(both, at(30))).toEqual(['Twee.', 'Een.'])
    expect(removedTexts(both, at(31))).toEqual(['Twee.'])
    expect(removedTexts(both, at(41))).toEqual([])
    expect(daysLeftOf(at(0), at(12))).toBe(18)
  })

  it('stands once when it was brought back and removed again', () => {
    const one = withRemoved(null, of, aNote(), null, at(0))
    const again = withRemoved(one, of, aNote(), null, at(2))
    expect(again.states.map(({ removed }) => removed)).toEqual([at(2)])
    expect(withoutState(again, aNote())).toBeNull()
    expect(withoutState(again, aNote({ text: 'Anders.' }))).toEqual(again)
  })

  it('has a bound, and always the last', () => {
    const text = 'x'.repeat(90_000)
    let record: RemovedRecord | null = null
    for (let count = 0; count < 30; count += 1)
      record = withRemoved(record, of, aNote({ text: `${text}${String(count)}` }), null, at(1))
    expect(v.is(removedRecordSchema, record)).toBe(true)
    expect(record?.states.length).toBeLessThan(6)
    expect(removedTexts(record, at(1))[0]).toBe(`${text}29`)
  })
})

describe('what is brought back', () => {
  it('is what it was where nothing new was made', () => {
    expect(broughtBack(null, { record: aNote() })).toEqual(aNote())
  })

  it('becomes one with what was made meanwhile, the same in any order', () => {
    const words = fc.constantFrom('Een.', 'Twee.', 'Een. Twee.', 'Drie.')
    const states = fc.uniqueArray(words, { minLength: 1, maxLength: 4 })
    fc.assert(
      fc.property(states, fc.func(fc.integer()), (texts, rank) => {
        const records: Annotation[] = texts.map((text, index) =>
          aNote({ text, created: at(index), changed: at(index) }),
        )
        const inTurn = (all: readonly Annotation[]): Annotation | 'too-long' | null =>
          all.reduce<Annotation | null | 'too-long'>(
            (present, record) =>
              present === 'too-long' ? present : broughtBack(present, { record }),
            null,
          )
        const shuffled = records.toSorted((one, other) => rank(textOf(one)) - rank(textOf(other)))
        expect(textOf(inTurn(shuffled))).toBe(textOf(inTurn(records)))
      }),
    )
    const bookmark = aBookmark({ tags: ['haven'] })
    expect(broughtBack(aBookmark({ tags: ['dijk'] }), { record: bookmark })).toMatchObject({
      tags: ['dijk', 'haven'],
    })
  })
})
