import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { mostTags } from '../../../../src/core/annotations/annotation.ts'
import { mergeHighlights } from '../../../../src/core/annotations/merge-highlights.ts'
import { mergeNotes } from '../../../../src/core/annotations/merge-notes.ts'
import {
  completeTag,
  countTags,
  readTag,
  tagBeforeCursor,
  uniteTags,
  withoutTag,
} from '../../../../src/core/annotations/tags.ts'
import { aHighlight, aNote } from '../reader-data/reader-records.ts'

const counted = [
  { tag: 'navragen', count: 6 },
  { tag: 'prijs', count: 4 },
  { tag: 'Natrium', count: 3 },
  { tag: 'dagelijks nakijken', count: 2 },
]
const names = (tags: readonly { readonly tag: string }[]): string[] => tags.map(({ tag }) => tag)

describe('tags', () => {
  it.each([
    ['  prijs ', 'prijs'],
    ['#prijs', 'prijs'],
    ['## vaste   stof', 'vaste stof'],
    ['Één ding', 'Één ding'],
    [' , ', null],
    ['#', null],
    ['x'.repeat(80), 'x'.repeat(60)],
  ])('are read from what is typed: %j', (typed, tag) => {
    expect(readTag(typed)).toBe(tag)
  })

  it('are each there once, in one order, whatever the order and the capitals', () => {
    expect(uniteTags(['prijs', 'haven'], undefined, ['Prijs'])).toEqual(['haven', 'Prijs'])
    const some = fc.array(fc.constantFrom('prijs', 'Prijs', 'PRIJS', 'haven', 'één', 'Één'))
    fc.assert(
      fc.property(some, some, (one, other) => {
        expect(uniteTags(one, other)).toEqual(uniteTags(other, one))
      }),
    )
  })

  it('are not more than an annotation can have', () => {
    const all = Array.from({ length: mostTags }, (_, index) => `woord ${String(index)}`)
    expect(uniteTags(all)).toHaveLength(mostTags)
    expect(uniteTags(all, ['nog een'])).toBeNull()
  })

  it('are taken away whatever their capitals', () => {
    expect(withoutTag(['haven', 'Prijs'], 'prijs')).toEqual(['haven'])
  })

  it('are counted, those on most annotations first, as they are written most often', () => {
    const all = [{ tags: ['prijs', 'haven'] }, { tags: ['Prijs'] }, { tags: ['prijs', 'eb'] }, {}]
    expect(countTags(all)).toEqual([
      { tag: 'prijs', count: 3 },
      { tag: 'eb', count: 1 },
      { tag: 'haven', count: 1 },
    ])
  })

  it.each([
    ['na', ['navragen', 'Natrium', 'dagelijks nakijken']],
    ['NAT', ['Natrium']],
    ['#pri', ['prijs']],
    ['js', []],
  ])('are completed, first by their beginning: %j', (typed, expected) => {
    expect(names(completeTag(counted, typed, []))).toEqual(expected)
  })

  it('are not completed with what is there already', () => {
    expect(names(completeTag(counted, 'na', ['natrium']))).toEqual([
      'navragen',
      'dagelijks nakijken',
    ])
  })

  it.each([
    ['Zie #na', 7, { from: 4, typed: 'na' }],
    ['#', 1, { from: 0, typed: '' }],
    ['(#prijs', 7, { from: 1, typed: 'prijs' }],
    ['Zie #na verder', 7, { from: 4, typed: 'na' }],
    ['nr#4', 4, null],
    ['## Kop', 2, null],
    ['# Kop', 3, null],
    ['a/#b', 4, null],
    ['geen', 4, null],
  ])('begin with a sign at the start of a word: %j', (text, cursor, expected) => {
    expect(tagBeforeCursor(text, cursor)).toEqual(expected)
  })

  it('of two states of an annotation stay', () => {
    const note = aNote({ tags: ['haven'] })
    expect(mergeNotes(note, note)).toBe(note)
    expect(mergeNotes(note, aNote({ tags: ['prijs'] }))).toMatchObject({ tags: ['haven', 'prijs'] })
    const [one, other] = [aHighlight({ tags: ['haven'] }), aHighlight({ tags: ['prijs'] })]
    expect(mergeHighlights(one, other)).toEqual(mergeHighlights(other, one))
    expect(mergeHighlights(one, other)).toMatchObject({ tags: ['haven', 'prijs'] })
    expect(mergeHighlights(one, one)).toBe(one)
    const many = Array.from({ length: mostTags }, (_, index) => `woord ${String(index)}`)
    expect(mergeNotes(note, aNote({ tags: many }))).toBe('too-long')
  })
})
