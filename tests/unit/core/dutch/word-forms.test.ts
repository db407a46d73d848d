import { describe, expect, it } from 'vitest'
import { createCompoundSplitter } from '../../../../src/core/dutch/compound.ts'
import { tokenize } from '../../../../src/core/dutch/tokens.ts'
import { formsOf } from '../../../../src/core/dutch/word-forms.ts'
import { aLexicon } from './a-lexicon.ts'

const split = createCompoundSplitter(aLexicon('wind turbine park staats subsidie tweeling baby'))
const forms = (text: string, language: Parameters<typeof formsOf>[2] = null): string[] =>
  tokenize(text)
    .flatMap((token) => formsOf(token, split, language))
    .map(({ kind, term, start, end }) => `${kind} ${term} [${text.slice(start, end)}]`)

describe('formsOf', () => {
  it('gives a word, its stem, and nothing more for most words', () => {
    expect(forms('Huizen')).toEqual(['word huizen [Huizen]', 'stem huis [Huizen]'])
  })

  it('gives the stem of the language of the text, and splits compounds alike', () => {
    expect(forms('Houses', 'en')).toEqual(['word houses [Houses]', 'stem hous:en [Houses]'])
    expect(forms('Häuser', 'de')).toEqual(['word hauser [Häuser]', 'stem haus:de [Häuser]'])
    const heads = (language: 'de' | null): string[] =>
      forms('windturbines', language).filter((form) => form.startsWith('head'))
    expect(heads(null)).toEqual(['head turbin [turbines]', 'head turbines [turbines]'])
    expect(heads('de')).toEqual(heads(null))
  })

  it('gives every run of parts of a compound, and says which are its head', () => {
    expect(forms('windturbinepark').map((form) => form.split(' ').slice(0, 2).join(' '))).toEqual([
      'word windturbinepark',
      'part wind',
      'part windturbin',
      'part turbin',
      'head turbinepark',
      'head park',
    ])
  })

  it('places a part where its letters stand, with what follows the last of them', () => {
    expect(forms('Tweelingbaby’s')).toContain('head baby [baby’s]')
    expect(forms('staats\u00adsubsidies')).toContain('head subsidies [subsidies]')
    expect(forms('staats\u00adsubsidies')).toContain('head subsidie [subsidies]')
  })

  it('derives nothing from words that stand in every text, nor from codes and numbers', () => {
    expect(forms('worden van NX9031 608.000')).toEqual([
      'word worden [worden]',
      'word van [van]',
      'word nx9031 [NX9031]',
      'word nx [NX]',
      'word 9031 [9031]',
      'word 608.000 [608.000]',
      'word 608000 [608.000]',
    ])
  })
})
