import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  createCompoundSplitter,
  type CompoundLexicon,
} from '../../../../src/core/dutch/compound.ts'
import { partsOf } from '../../../../src/core/dutch/compound-parts.ts'
import { aLexicon } from './a-lexicon.ts'
import { costRatio } from '../../cost-ratio.ts'

const lexicon = aLexicon(
  'vlieg bewijs staat staats subsidie wind turbine park lucht vaart luchtvaart apparatuur zee vrucht wetenschap pers ' +
    'verbind ing bank kracht thuis batterij vaste stof bedrijf bedrijfs cultuur veiligheid',
)
const split = createCompoundSplitter(lexicon)
const shown = (word: string): string =>
  partsOf(word, split(word))
    .map(([start, end]) => word.slice(start, end))
    .join('·')

describe('createCompoundSplitter', () => {
  it.each([
    ['vliegbewijzen', 'vlieg·bewijzen'],
    ['staatssubsidies', 'staats·subsidies'],
    ['windturbinepark', 'wind·turbine·park'],
    ['luchtvaartapparatuur', 'lucht·vaart·apparatuur'],
    ['zeevruchten', 'zee·vruchten'],
    ['bankkracht', 'bank·kracht'],
    ['thuisbatterijen', 'thuis·batterijen'],
    ['vastestofbatterijen', 'vaste·stof·batterijen'],
    ['bedrijfscultuur', 'bedrijfs·cultuur'],
    ['veiligheidsbedrijf', 'veiligheids·bedrijf'],
  ])('finds the seams of %s: %s', (word, parts) => {
    expect(shown(word)).toBe(parts)
  })

  it.each([
    ['a word of the language that is no compound', 'subsidie'],
    ['an inflection after a doubled consonant', 'wetenschappers'],
    ['an ending that is a word as well', 'verbindingen'],
    ['a word with an unknown part', 'windturbinexyz'],
    ['a code', 'wind9031park'],
    ['a word that is too short', 'zeezee'],
    ['a word longer than any', 'windpark'.repeat(8)],
  ])('leaves %s whole: %s', (_, word) => {
    expect(split(word)).toEqual([])
  })

  it('asks less of an unknown word than of one in the list', () => {
    const weak = (whole: 0 | 1): CompoundLexicon => ({
      opening: (word) => (word === 'hoge' ? 1 : 0),
      closing: (word) => (word === 'druk' ? 3 : 0),
      whole: () => whole,
    })
    expect(createCompoundSplitter(weak(0))('hogedruk')).toEqual([4])
    expect(createCompoundSplitter(weak(1))('hogedruk')).toEqual([])
  })

  it('gives seams inside the word, in order, at least three letters apart', () => {
    const words = fc.array(
      fc.constantFrom('vlieg', 'staats', 'wind', 'zee', 'park', 'stof', 's', 'en', 'x'),
      {
        maxLength: 8,
      },
    )
    fc.assert(
      fc.property(words, (pieces) => {
        const word = pieces.join('')
        const places = [0, ...split(word), word.length]
        if (places.length === 2) return
        for (const [index, place] of places.slice(1).entries()) {
          expect(place - (places[index] ?? 0)).toBeGreaterThanOrEqual(3)
        }
      }),
    )
  })

  it('takes no time for each way to cut a word of which every part is a word', () => {
    const everything = createCompoundSplitter({
      opening: () => 3,
      closing: () => 3,
      whole: () => 0,
    })
    const split = (word: string): unknown => everything(word)
    // Twice as long: eight times the work for its cube, and thousands of times for all ways to cut it.
    const enough = 20
    const ratio = costRatio(
      () => split('ab'.repeat(28)),
      () => split('ab'.repeat(14)),
      enough,
    )
    expect(ratio).toBeLessThan(enough)
  })
})
