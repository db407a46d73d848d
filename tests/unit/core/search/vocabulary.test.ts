import { describe, expect, it } from 'vitest'
import { createCompoundSplitter } from '../../../../src/core/dutch/compound.ts'
import { createVocabulary } from '../../../../src/core/search/vocabulary.ts'

describe('createVocabulary', () => {
  it('knows words, their forms and how many documents they stand in', () => {
    const vocabulary = createVocabulary()
    vocabulary.add('huizen')
    vocabulary.add('huizen', 4)
    expect(vocabulary.words.get('huizen')).toBe(5)
    expect([
      vocabulary.has('huizen'),
      vocabulary.has('huis'),
      vocabulary.hasFormOf('huis'),
    ]).toEqual([true, false, true])
  })

  it('splits compounds of words that stand in the library, in other forms too', () => {
    const vocabulary = createVocabulary()
    for (const word of ['haven', 'kranen', 'mist']) vocabulary.add(word)
    expect(createCompoundSplitter(vocabulary.lexicon)('havenkraan')).toEqual([5])
    expect(createCompoundSplitter(vocabulary.lexicon)('havenkust')).toEqual([])
  })

  it('splits compounds of parts that a word list knew, and of their stems', () => {
    const vocabulary = createVocabulary()
    for (const part of ['thuis', 'batterijen', 'zee']) vocabulary.addPart(part)
    const split = createCompoundSplitter(vocabulary.lexicon)
    expect(split('zeebatterij')).toEqual([3])
    expect(split('batterijthuis')).toEqual([8])
  })
})
