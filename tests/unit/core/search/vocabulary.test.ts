import { describe, expect, it } from 'vitest'
import { createCompoundSplitter } from '../../../../src/core/dutch/compound.ts'
import {
  createSegmentSet,
  type SegmentSet,
} from '../../../../src/core/search/compact/segment-set.ts'
import type { Segment } from '../../../../src/core/search/compact/segment.ts'
import { createVocabulary } from '../../../../src/core/search/vocabulary.ts'
import { aLexicon } from '../dutch/a-lexicon.ts'
import { segmentOf, segmentOfTexts } from './a-search.ts'
import { anEditionOf } from './an-edition.ts'

function setOf(...segments: readonly Segment[]): SegmentSet {
  const set = createSegmentSet()
  for (const segment of segments) set.add(segment)
  return set
}

describe('createVocabulary', () => {
  it('knows words and their forms, of all segments and of what is about to be indexed', () => {
    const vocabulary = createVocabulary(
      [setOf(segmentOfTexts('Veel huizen.'), segmentOfTexts('De boot.'))],
      new Set(['kraan']),
    )
    const knows = (word: string): boolean[] => [vocabulary.has(word), vocabulary.hasFormOf(word)]
    expect(knows('huizen')).toEqual([true, true])
    expect(knows('huis')).toEqual([false, true])
    expect(knows('boten')).toEqual([false, true])
    expect(knows('kraan')).toEqual([true, true])
    expect(knows('kranen')).toEqual([false, true])
    expect(knows('mist')).toEqual([false, false])
  })

  it('does not take a stem for a word', () => {
    expect(createVocabulary([setOf(segmentOfTexts('Veel huizen.'))]).has('huis')).toBe(false)
  })

  it('offers the nearest word, of equals the one in most texts, and none that stands everywhere', () => {
    const vocabulary = createVocabulary([
      setOf(
        segmentOfTexts('De kade.', 'Een kare.'),
        segmentOfTexts('Nog een kade.', 'Door de haven.'),
      ),
    ])
    expect(vocabulary.nearest('kabe', 1)).toBe('kade')
    expect(vocabulary.nearest('kaed', 1)).toBe('kade')
    expect(vocabulary.nearest('dor', 1)).toBe(null)
    expect(vocabulary.nearest('xyzzy', 2)).toBe(null)
  })

  it('splits compounds of words that stand in the library, in other forms too', () => {
    const split = createCompoundSplitter(
      createVocabulary([setOf(segmentOfTexts('haven kranen mist'))]).lexicon,
    )
    expect(split('havenkraan')).toEqual([5])
    expect(split('havenkust')).toEqual([])
  })

  it('splits compounds of parts that a word list knew, and of their stems', () => {
    const listed = segmentOf(
      [anEditionOf('Zeekraan, thuisbatterijen.')],
      aLexicon('zee kraan thuis batterij'),
    )
    const split = createCompoundSplitter(createVocabulary([setOf(listed)]).lexicon)
    expect(split('zeebatterij')).toEqual([3])
    expect(split('batterijthuis')).toEqual([8])
  })
})
