import { describe, expect, it } from 'vitest'
import type { Correction } from '../../../../src/core/annotations/annotation.ts'
import { correctionOf, withoutCorrected } from '../../../../src/core/reading-notes/corrections.ts'
import type {
  EarlierItem,
  Figure,
  ItemFindings,
  Mention,
  Term,
} from '../../../../src/core/reading-notes/reading-notes.ts'
import { aCorrection } from '../reader-data/reader-records.ts'

const place = { start: 0, end: 2 }
const figure: Figure = {
  ...place,
  ...{
    printed: '12',
    value: '12',
    unit: '',
    change: null,
    clauseStart: 0,
    clauseEnd: 2,
    weight: 1,
  },
}
const mention: Mention = { ...place, printed: 'Kade', name: 'Kade Groep', kind: 'organisation' }
const term: Term = {
  ...{ ...place, printed: 'kaden', headword: 'kade', parts: [], gloss: 'quay', weight: 1 },
}
const before: EarlierItem = {
  ...{ edition: 'oud-1', item: 'i9', title: 'Kade', series: null, editionTitle: 'Oud' },
  ...{ date: '2024-01-01', names: [], words: [] },
}
const inItem = (item: string): ItemFindings => ({
  item,
  figures: [figure],
  names: [mention],
  terms: [term],
})
const notes = [inItem('i1'), inItem('i2')]
const earlier = new Map([['i1', [before]]])

function corrected(...corrections: Correction[]) {
  return withoutCorrected(notes, earlier, corrections)
}

describe('a correction', () => {
  it('of a figure holds in its item', () => {
    const { notes: left } = corrected(aCorrection({ item: 'i1', ...correctionOf(figure) }))
    expect(left.map(({ figures }) => figures.length)).toEqual([0, 1])
    expect(left.map(({ names }) => names.length)).toEqual([1, 1])
  })

  it('of a name holds in all of the edition, in each of its forms', () => {
    const correction = aCorrection({ item: 'i1', ...correctionOf(mention) })
    expect(correction.value).toBe('Kade Groep')
    expect(corrected(correction).notes.map(({ names }) => names.length)).toEqual([0, 0])
  })

  it('of a term holds in all of the edition', () => {
    const correction = aCorrection({ item: 'i1', ...correctionOf(term) })
    expect(correction).toMatchObject({ what: 'term', value: 'kade' })
    expect(corrected(correction).notes.map(({ terms }) => terms.length)).toEqual([0, 0])
  })

  it('of an earlier item holds for that one', () => {
    const correction = aCorrection({ item: 'i1', ...correctionOf(before) })
    expect(corrected(correction).earlier.get('i1')).toEqual([])
    const other = aCorrection({ item: 'i1', what: 'earlier', value: 'oud-1/i8' })
    expect(corrected(other).earlier.get('i1')).toEqual([before])
  })

  it('takes away nothing else, and none takes away nothing', () => {
    expect(corrected()).toEqual({ notes, earlier })
    expect(corrected(aCorrection({ what: 'name', value: '12' })).notes).toEqual(notes)
  })
})
