import { describe, expect, it } from 'vitest'
import type { LookedUp, WordPart } from '../../../../src/core/lookup/look-up.ts'
import { findTerms } from '../../../../src/core/reading-notes/find-terms.ts'
import { hardestTerms } from '../../../../src/core/reading-notes/shown-findings.ts'

function entry(headword: string, changes: Partial<LookedUp> = {}): LookedUp {
  return {
    ...{ word: headword, headword, wordClass: 'de', form: 'headword', parts: [] },
    ...{ glosses: [`${headword} in English`], others: [], rank: 5_000, ...changes },
  }
}
const part = (name: string, gloss: string, rank: number): WordPart => ({
  part: name,
  gloss,
  isNoun: true,
  rank,
})

const list = new Map(
  [
    entry('verbruik', { glosses: ['consumption'], rank: 4_000 }),
    entry('huis', { glosses: ['house'], rank: 200 }),
    entry('elektrolyt', { glosses: ['electrolyte'], rank: 7_000 }),
    entry('waterstofbus', {
      glosses: [],
      rank: null,
      parts: [part('waterstof', 'hydrogen', 6_000), part('bus', 'bus', 900)],
    }),
    entry('huisdeur', {
      glosses: [],
      rank: null,
      parts: [part('huis', 'house', 200), part('deur', 'door', 400)],
    }),
    entry('steiger', { glosses: ['scaffold'], rank: 7_500 }),
    entry('kilowattuur', { glosses: ['amount of energy'], rank: 7_000 }),
    entry('namelijk', { wordClass: 'adverb', rank: 6_000 }),
  ].map((one) => [one.headword, one]),
)

function terms(text: string, perThousand: (word: string) => number = () => 0): string[] {
  const tools = { lookUp: (word: string) => list.get(word.toLowerCase()) ?? null, perThousand }
  return findTerms(text, [], tools).map(({ headword, gloss }) => `${headword}: ${gloss ?? '–'}`)
}

describe('the terms of a text', () => {
  it('are words late in the list, and compounds with a part that is late', () => {
    expect(terms('Het verbruik van de waterstofbus bij het huis met de huisdeur.')).toEqual([
      'verbruik: consumption',
      'waterstofbus: hydrogen · bus',
    ])
  })

  it('are no small words, no units, no names, and none that an English reader knows', () => {
    expect(terms('Zo stroomt namelijk de elektrolyt, een kilowattuur lang.')).toEqual([])
    expect(terms('De 26-steiger is er.')).toEqual([])
    expect(terms('De Steiger ligt aan de Kade.')).toEqual([])
    const taken = [{ start: 3, end: 10, printed: 'steiger' }]
    const tools = { lookUp: (word: string) => list.get(word) ?? null, perThousand: () => 0 }
    expect(findTerms('De steiger.', taken, tools)).toEqual([])
  })

  it('stand once, where they first stand', () => {
    const text = 'De steiger en de steiger.'
    const tools = { lookUp: (word: string) => list.get(word) ?? null, perThousand: () => 0 }
    expect(findTerms(text, [], tools)).toMatchObject([{ start: 3, end: 10, printed: 'steiger' }])
  })

  it('are none that the library has often, and of two the rarer is harder', () => {
    expect(terms('Het verbruik.', () => 30)).toEqual([])
    const tools = {
      lookUp: (word: string) => list.get(word) ?? null,
      perThousand: (word: string) => (word === 'steiger' ? 19 : 0),
    }
    const found = findTerms('steiger, verbruik', [], tools)
    expect(hardestTerms(found).map(({ headword }) => headword)).toEqual(['verbruik', 'steiger'])
  })
})
