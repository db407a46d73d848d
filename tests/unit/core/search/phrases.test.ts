import { describe, expect, it } from 'vitest'
import {
  hasPhrase,
  phraseRanges,
  phraseRangesInLines,
  readPhrase,
} from '../../../../src/core/search/phrases.ts'
import { noteDocument } from '../../../../src/core/search/documents.ts'
import { costOfWhole, mostCost } from '../../cost-ratio.ts'

function marked(phrase: string, text: string, isOpen = false): string[] {
  const read = readPhrase(phrase, isOpen)
  if (read === null) return []
  const found = phraseRanges(read, text).map(([start, end]) => text.slice(start, end))
  const document = noteDocument({ edition: 'e', item: 'i', text })
  expect(hasPhrase(document, read)).toBe(found.length > 0)
  return found
}

describe('a phrase', () => {
  it.each([
    ['vaste stof', 'Een vaste stof en vaste stof.', ['vaste stof', 'vaste stof']],
    ['Vaste Stof', 'Van vaste-stof gemaakt.', ['vaste-stof']],
    ['vaste-stof', 'Van vaste stof gemaakt.', ['vaste stof']],
    ['vaste stof', 'Vaste  \n stof.', ['Vaste  \n stof']],
    ['vaste stof', 'Vaste „stof”.', ['Vaste „stof']],
    ['zuidoost azie', 'Naar Zuidoost-Azië.', ['Zuidoost-Azië']],
    ['Zuidoost-Azië', 'Naar Zuidoost Azie\u0308!', ['Zuidoost Azie\u0308']],
    ['vaste stof', 'Va\u00adste st\u00adof.', ['Va\u00adste st\u00adof']],
    ['1,87 miljoen', 'Wel 1,87 miljoen.', ['1,87 miljoen']],
    ['30% groei', 'Een 30 % groei.', ['30 % groei']],
    ['groei van 30 %', 'Een groei van 30%.', ['groei van 30%']],
    ['de auto’s', "En de auto's.", ["de auto's"]],
    ['a 👩‍🔬 b', 'A 👩‍🔬 b.', ['A 👩‍🔬 b']],
    ['R&D', 'Voor R & D.', ['R & D']],
    ['US$50', 'Voor US$50.', ['US$50']],
    ['$50', 'Voor US$ 50.', ['$ 50']],
    ['80 km/u', 'Met 80 km/u.', ['80 km/u']],
    ['huawei, dat', 'Van Huawei, dat groeit.', ['Huawei, dat']],
    ['C++', 'In C++ en C.', ['C++']],
    ['U.S. marine', 'De U.S. marine.', ['U.S. marine']],
    ['op zee.', 'Op zee, op zee!', ['Op zee', 'op zee']],
    ['… op zee', 'Op zee.', ['Op zee']],
  ])('%j is found in %j', (phrase, text, expected) => {
    expect(marked(phrase, text)).toEqual(expected)
  })

  it.each([
    ['vaste stof', 'Stof en vaste grond.'],
    ['vaste stof', 'Vaste, stof.'],
    ['vaste stof', 'Vaste. Stof.'],
    ['vaste stof', 'Vaste stoffen.'],
    ['vaste stof', 'Onvaste stof.'],
    ['op, zee', 'Op zee.'],
    ['R&D', 'Van R en D, R/D en R D.'],
    ['$50', 'Voor € 50.'],
    ['C++', 'In C en C#.'],
    ['a 👩‍🔬 b', 'A b.'],
    ['vaste stof', 'Vastestof.'],
    ['de auto', "En de auto's."],
    ['wel 30', 'Wel 30,5 dus.'],
    ['30 euro', 'Voor 1.30 euro.'],
    ['vaste stof', 'Vaste\n\nstof.'],
    ['vaste stof', 'Vaste \n \n stof.'],
    ['a&b', 'A\n\n& b.'],
  ])('%j is not found in %j', (phrase, text) => {
    expect(marked(phrase, text)).toEqual([])
  })

  it('that is not closed may end in the middle of a word', () => {
    expect(marked('vaste sto', 'Een vaste stof.', true)).toEqual(['vaste sto'])
    expect(marked('vaste sto', 'Een vaste stof.')).toEqual([])
  })

  it('that is not closed and has one letter is that letter alone, as it is without quotes', () => {
    expect(marked('g', 'Een graaf G.', true)).toEqual(['G'])
    expect(marked('gr', 'Een graaf G.', true)).toEqual(['gr'])
    expect(marked('een g', 'Een graaf G.', true)).toEqual(['Een g'])
  })

  it.each([
    ['long', `${'een '.repeat(5_000)}`, 'een '.repeat(20_000)],
    ['full of spaces', 'a b', `a${' '.repeat(10_000)}`.repeat(16)],
    ['without end', 'a a a a', 'a '.repeat(50_000)],
    ['of signs', '(a+)+$', 'a'.repeat(50_000)],
  ])('is looked for in a text that is %s at once', (_, phrase, text) => {
    const read = readPhrase(phrase, false)
    const cost = costOfWhole(text, (part) => {
      if (read !== null) hasPhrase(noteDocument({ edition: 'e', item: 'i', text: part }), read)
    })
    expect(cost).toBeLessThan(mostCost)
  })

  it.each([
    ['kade een zeppelin', 'Kade\nEen zeppelin', '', false],
    ['een zeppelin', 'Kade\nEen zeppelin', '', true],
    ['gt cnn', '', 'GT\nCNN', false],
    ['south china', '', 'GT\nSouth China Morning Post', true],
  ])('%j in the heading and title %j or the sources %j: %s', (words, section, source, isThere) => {
    const phrase = readPhrase(words, false)
    if (phrase === null) throw new Error('there is no word in it')
    const document = noteDocument({ edition: 'e', item: 'i', text: '' })
    expect(hasPhrase({ ...document, section, source }, phrase)).toBe(isThere)
    expect(phraseRangesInLines(phrase, section || source)).toHaveLength(isThere ? 1 : 0)
  })

  it('without a word is none', () => {
    expect(readPhrase('… !', false)).toBeNull()
  })
})
