import { beforeAll, describe, expect, it } from 'vitest'
import { lexiconFromHunspell, readDutchLexicon } from '../../../electron/tools/dutch-lexicon.ts'
import {
  createCompoundSplitter,
  partsOf,
  type CompoundSplitter,
} from '../../../src/core/dutch/compound.ts'

describe('lexiconFromHunspell', () => {
  const lexicon = lexiconFromHunspell(
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
  let split: CompoundSplitter
  beforeAll(async () => {
    split = createCompoundSplitter(await readDutchLexicon())
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
