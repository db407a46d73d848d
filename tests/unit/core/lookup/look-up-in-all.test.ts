import { describe, expect, it } from 'vitest'
import { createCompoundSplitter } from '../../../../src/core/dutch/compound.ts'
import { createDictionary } from '../../../../src/core/lookup/dictionary.ts'
import { lookUpInAll } from '../../../../src/core/lookup/look-up-in-all.ts'
import { createReaderDictionary } from '../../../../src/core/lookup/reader-dictionary.ts'
import { readWordList } from '../../../../src/core/lookup/word-entry.ts'
import { aLexicon } from '../dutch/a-lexicon.ts'

const list = ['kade\tde\tkaden kades\tquay', 'muur\tde\tmuren\twall'].join('\n')
const tools = {
  dictionary: createDictionary(readWordList(list)),
  splitCompound: createCompoundSplitter(aLexicon('kade muur haven')),
}

function dictionary(name: string, ...articles: readonly (readonly [string, string])[]) {
  return createReaderDictionary({
    name,
    articles: articles.map(([headword, ...glosses]) => ({ headword, glosses })),
  })
}

function found(word: string, ...dictionaries: readonly ReturnType<typeof dictionary>[]): string {
  const answer = lookUpInAll(word, null, tools, ['program', ...dictionaries])
  if (answer === null) return 'nothing'
  const glosses = answer.glosses.map(({ text, source }) => `${text} (${source})`)
  return [answer.headword, answer.wordClass, ...glosses].join(', ')
}

describe('a word that is looked up in all dictionaries', () => {
  it('has the glosses of the program first, then those of the reader in their order', () => {
    const one = dictionary('Een', ['kade', 'wharf'])
    const two = dictionary('Twee', ['kade', 'dock'])
    expect(found('kaden', one, two)).toBe('kade, de, quay (Leeslamp), wharf (Een), dock (Twee)')
    expect(found('kaden', two, one)).toBe('kade, de, quay (Leeslamp), dock (Twee), wharf (Een)')
  })

  it('has none of the program for who wants none, and its headword all the same', () => {
    const one = dictionary('Een', ['kade', 'wharf'])
    expect(lookUpInAll('kaden', null, tools, [one])).toMatchObject({
      ...{ headword: 'kade', wordClass: 'de', form: 'plural' },
      glosses: [{ text: 'wharf', source: 'Een' }],
    })
    expect(lookUpInAll('kaden', null, tools, [])).toMatchObject({ headword: 'kade', glosses: [] })
    const last = lookUpInAll('kaden', null, tools, [one, 'program'])
    expect(last?.glosses.map(({ source }) => source)).toEqual(['Een', 'Leeslamp'])
  })

  it('is found by a dictionary alone, also in another form', () => {
    const one = dictionary(
      'Een',
      ['aanmeren', 'to moor'],
      ['aanmering', 'mooring'],
      ['Zeeland', 'a province'],
    )
    expect(found('aanmeren', one)).toBe('aanmeren, , to moor (Een)')
    expect(found('Aanmeren', one)).toBe('aanmeren, , to moor (Een)')
    expect(found('aanmeert', one)).toBe('aanmeren, , to moor (Een)')
    expect(found('Zeeland', one)).toBe('Zeeland, , a province (Een)')
    expect(found('sluis', one)).toBe('nothing')
  })

  it('that the program knows by its parts alone gets the gloss of the whole', () => {
    expect(found('kademuren', dictionary('Een', ['kademuur', 'quay wall']))).toBe(
      'kademuur, de, quay wall (Een)',
    )
    expect(found('kademuren')).toBe('kademuur, de')
  })

  it('may be another word as well, which a dictionary has as it is written', () => {
    const one = dictionary('Een', ['kaden', 'to land'], ['kade', 'wharf'])
    const answer = lookUpInAll('kaden', null, tools, ['program', one])
    expect(answer).toMatchObject({
      headword: 'kade',
      others: [{ headword: 'kaden', glosses: ['to land'] }],
    })
    expect(lookUpInAll('kade', null, tools, ['program', one])?.others).toEqual([])
  })

  it('has the glosses of all articles of a dictionary, each once', () => {
    const one = dictionary('Een', ['kade', 'quay'], ['kade', 'dyke'], ['kade', 'quay'])
    expect(found('kade', one)).toBe('kade, de, quay (Leeslamp), quay (Een), dyke (Een)')
  })
})
