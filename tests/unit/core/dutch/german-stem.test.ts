import { describe, expect, it } from 'vitest'
import { germanStem } from '../../../../src/core/dutch/german-stem.ts'

describe('germanStem', () => {
  it.each([
    ['bauen', 'baut', 'baute', 'bauten'],
    ['liefern', 'liefert', 'lieferte', 'lieferten'],
    ['entwickeln', 'entwickelt', 'entwickelte'],
    ['arbeiten', 'arbeitet', 'arbeitete'],
    ['haus', 'hauser', 'hausern', 'hauses'],
    ['forderung', 'forderungen'],
  ])('gives the forms of %s one stem', (...forms) => {
    expect(new Set(forms.map(germanStem)).size).toBe(1)
  })

  it.each([
    ['markt', 'mark'],
    ['gast', 'gas'],
    ['wert', 'wer'],
  ])('keeps %s and %s apart', (one, other) => {
    expect(germanStem(one)).not.toBe(germanStem(other))
  })

  it('leaves short words alone', () => {
    expect(['rat', 'tat', 'ost'].map(germanStem)).toEqual(['rat', 'tat', 'ost'])
  })
})
