import { describe, expect, it } from 'vitest'
import { createCompoundSplitter } from '../../../../src/core/dutch/compound.ts'
import { contextOf } from '../../../../src/core/lookup/choose-entry.ts'
import { createDictionary } from '../../../../src/core/lookup/dictionary.ts'
import { lookUp } from '../../../../src/core/lookup/look-up.ts'
import { readWordList } from '../../../../src/core/lookup/word-entry.ts'
import { aLexicon } from '../dutch/a-lexicon.ts'

const list = [
  'zijn\tverb\twas waren geweest ben bent is wees\tto be',
  'weg\tde\twegen\troad; way',
  'weg\tadverb\t-\taway',
  'lossen\tverb\tloste losten gelost\tto unload',
  'los\tadjective\tlosse\tloose',
  'kijken\tverb\tkeek keken gekeken\tto look',
  'op|lossen\tverb\tloste losten opgelost\tto solve',
  'batterij\tde\tbatterijen\tbattery',
  'stof\tde\tstoffen\tmatter; dust',
  'stoffen\tverb\tstofte stoften gestoft\tto dust',
  'vast\tadjective\tvaste\tsolid; fixed',
  'bus\tde\tbussen\tbus',
  'waterstof\tde\t-\thydrogen',
  'dat\tconjunction\t-\tthat',
  // What stands late in the list is rare.
  ...Array.from({ length: 900 }, (_, index) => `woord${'n'.repeat(index + 1)}\tadverb\t-\tword`),
  'was\tde\t-\tlaundry',
  'uit|kijken\tverb\tkeek keken uitgekeken\tto look forward',
].join('\n')
const tools = {
  dictionary: createDictionary(readWordList(list)),
  splitCompound: createCompoundSplitter(aLexicon('waterstof bus stof batterij vaste')),
}

function headword(word: string, sentence?: string): string | undefined {
  const context = sentence === undefined ? null : contextOf(sentence, word)
  const found = lookUp(word, context, tools)
  return found === null ? undefined : `${found.headword} (${found.wordClass})`
}

describe('a word that is looked up', () => {
  it('is found in any form, and at the begin of a sentence', () => {
    expect(headword('batterijen')).toBe('batterij (de)')
    expect(headword('Wegen')).toBe('weg (de)')
    expect(headword('dát')).toBe('dat (conjunction)')
    expect(headword('wa\u00ADter\u00ADstof')).toBe('waterstof (de)')
  })

  it('of two words is the one that fits the sentence', () => {
    expect(headword('weg', 'Het ligt op de weg.')).toBe('weg (de)')
    expect(headword('was', 'Het was laat.')).toBe('zijn (verb)')
  })

  it('says which other words it may be, unless it is a small one', () => {
    const others = (word: string) =>
      lookUp(word, null, tools)?.others.map(({ headword, glosses }) => [headword, ...glosses])
    expect(others('stoffen')).toEqual([['stof', 'matter', 'dust']])
    // The laundry is hardly meant.
    expect(others('was')).toEqual([])
    expect(others('losse')).toEqual([])
    expect(others('dat')).toEqual([])
  })

  it('says what it means as a word of another class', () => {
    const asNoun = lookUp('weg', null, tools)
    expect(asNoun).toMatchObject({ wordClass: 'de', others: [{ glosses: ['away'] }] })
    const asAdverb = lookUp('vlak', null, {
      ...tools,
      dictionary: createDictionary(
        readWordList(
          [
            'vlak\tadverb\t-\tright; just',
            'vlak\tadjective\tvlakke\tflat',
            'vlak\tpreposition\t-\tnear',
          ].join('\n'),
        ),
      ),
    })
    expect(asAdverb?.glosses).toEqual(['right', 'just', 'near'])
    expect(asAdverb?.others).toEqual([{ headword: 'vlak', glosses: ['flat'] }])
  })

  it('of a separable verb needs its particle in the sentence', () => {
    expect(headword('lost', 'De stad lost het morgen op.')).toBe('oplossen (verb)')
    expect(headword('lossen', 'De stad probeert het op te lossen.')).toBe('oplossen (verb)')
    expect(headword('lossen', 'De boten lossen op de kade.')).toBe('lossen (verb)')
    expect(headword('lossen', 'De boten lossen hier.')).toBe('lossen (verb)')
    // Before a preposition, which no place has within another.
    expect(headword('lossen', 'We lossen het samen op met de buren.')).toBe('oplossen (verb)')
    expect(headword('lossen', 'De boten lossen op maandag met een kraan.')).toBe('lossen (verb)')
    // Rare, and behind the subject, all the same.
    expect(headword('kijken', 'We kijken er naar uit.')).toBe('uitkijken (verb)')
  })

  it('is a compound by its last part, with a gloss for each part that is known', () => {
    expect(lookUp('waterstofbussen', null, tools)).toMatchObject({
      ...{ headword: 'waterstofbus', wordClass: 'de', form: 'plural', glosses: [], rank: null },
      parts: [
        { part: 'waterstof', gloss: 'hydrogen' },
        { part: 'bus', gloss: 'bus' },
      ],
    })
    expect(headword('EV-batterijen')).toBe('EV-batterij (de)')
  })

  it('has as few parts as the list knows', () => {
    const splitCompound = createCompoundSplitter(aLexicon('water stof bus'))
    const found = lookUp('waterstofbus', null, { ...tools, splitCompound })
    expect(splitCompound('waterstofbus')).toEqual([5, 9])
    expect(found?.parts.map(({ part }) => part)).toEqual(['waterstof', 'bus'])
  })

  it('that is not in the list is not known', () => {
    expect(headword('kwispelt')).toBeUndefined()
    expect(headword('')).toBeUndefined()
  })
})
