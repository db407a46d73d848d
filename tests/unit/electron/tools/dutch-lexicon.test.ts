import { beforeAll, describe, expect, it } from 'vitest'
import { readDutchWords, wordsFromHunspell } from '../../../../electron/tools/dutch-lexicon.ts'
import {
  createCompoundSplitter,
  type CompoundSplitter,
} from '../../../../src/core/dutch/compound.ts'
import { partsOf } from '../../../../src/core/dutch/compound-parts.ts'
import {
  lexiconOf,
  openPackedWordList,
  packWordList,
} from '../../../../src/core/dutch/word-list.ts'

describe('wordsFromHunspell', () => {
  const words = wordsFromHunspell(
    [
      '7',
      'staat/CcCh',
      'bewĳs/CcZh',
      'boek/CaZb',
      'zaal/CaZf',
      'vast/Aa',
      'fout/Fw',
      'Gent/PN',
      'a b',
      '',
    ].join('\n'),
  )
  const lexicon = lexiconOf((word) => words.get(word) ?? 0)

  it.each([
    ['staats', 3],
    ['boeken', 3],
    ['zalen', 3],
    ['bewijzen', 3],
    ['bewijs', 2],
    ['vaste', 1],
    ['vlieg', 0],
    ['fout', 0],
    ['gent', 0],
  ])('lets %s open a compound: %i', (word, grade) => {
    expect(lexicon.opening(word)).toBe(grade)
  })

  it.each([
    ['bewijzen', 3],
    ['boek', 2],
    ['vast', 1],
    ['fout', 0],
  ])('lets %s close a compound: %i', (word, grade) => {
    expect(lexicon.closing(word)).toBe(grade)
  })

  it('knows whole words in any inflection', () => {
    expect([
      lexicon.whole('boeken'),
      lexicon.whole('bewijzen'),
      lexicon.whole('bewijsboek'),
    ]).toEqual([3, 3, 0])
  })
})

describe('the word list of OpenTaal', () => {
  let words: ReadonlyMap<string, number>
  let split: CompoundSplitter
  beforeAll(async () => {
    words = await readDutchWords()
    // As the program carries it.
    split = createCompoundSplitter(lexiconOf(openPackedWordList(packWordList(words))))
  })

  it('says the same when it is packed, of its words and of what is none', () => {
    const packed = openPackedWordList(packWordList(words))
    const wrong = [...words].filter(
      ([word, said]) => /^[a-z]{3,}$/.test(word) && packed(word) !== said,
    )
    expect(wrong).toEqual([])
    for (const word of words.keys()) {
      const beside = `${word}q`
      if (!words.has(beside)) expect(packed(beside)).toBe(0)
    }
  })
  const shown = (word: string): string =>
    partsOf(word, split(word))
      .map(([start, end]) => word.slice(start, end))
      .join('·')

  it.each([
    'vlieg·bewijzen',
    'thuis·batterijen',
    'vaste·stof·batterij',
    'wind·turbine·park',
    'staats·subsidies',
    'veiligheids·redenen',
    'lucht·vaart·apparatuur',
    'klimaat·akkoord',
    'woning·markt',
    'export·controle',
    'geheugen·chips',
    'verkeers·ongeval',
    'onderzoeks·instituut',
    'belasting·verlaging',
    'glas·vezel·kabel',
    'zee·vruchten',
  ])('shows the seams of %s', (word) => {
    expect(shown(word.replaceAll('·', ''))).toBe(word)
  })

  it.each(
    'verbieden onderzoek ontwikkeling batterij universiteit ministerie producten wetenschappers verbindingen personen praktijken'.split(
      ' ',
    ),
  )('finds no seam in %s', (word) => {
    expect(shown(word)).toBe(word)
  })
})
