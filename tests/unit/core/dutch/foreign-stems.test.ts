import { describe, expect, it } from 'vitest'
import {
  foreignFormTerms,
  foreignLanguageOf,
  foreignStemTerm,
} from '../../../../src/core/dutch/foreign-stems.ts'

describe('foreignLanguageOf', () => {
  it.each([
    ['en', 'en'],
    ['en-GB', 'en'],
    ['de-AT', 'de'],
    ['nl', null],
    ['fr', null],
    ['', null],
  ])('takes %j for %j', (tag, language) => {
    expect(foreignLanguageOf(tag)).toBe(language)
  })
})

describe('foreignFormTerms', () => {
  it('finds the stem of another form, and that of the bare word', () => {
    expect(foreignStemTerm('houses', 'en')).toBe('hous:en')
    expect(foreignFormTerms('housing', 'en')).toContain('hous:en')
    expect(foreignStemTerm('work', 'en')).toBe('work:en=')
    expect(foreignFormTerms('working', 'en')).toEqual(['work:en', 'work:en='])
  })

  it('does not find a bare word by itself, which is found as it is written', () => {
    expect(foreignFormTerms('work', 'en')).toEqual(['work:en'])
  })

  it('keeps languages apart', () => {
    expect(foreignStemTerm('lands', 'de')).toBe('land:de')
    expect(foreignStemTerm('lands', 'en')).toBe('land:en')
  })

  it.each(['of', 'nx9031', 'x'.repeat(61)])('has no terms for %s', (word) => {
    expect(foreignStemTerm(word, 'en')).toBe(word)
    expect(foreignFormTerms(word, 'en')).toEqual([])
  })
})
