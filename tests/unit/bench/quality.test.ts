// What the bench measures the search by: its questions, its judgements and its texts.
import { describe, expect, it } from 'vitest'
import { itemsOf, paragraphsOfManual, paragraphsOfMarkup } from '../../bench/corpus/paragraphs.ts'
import { makeTexts } from '../../bench/corpus/texts.ts'
import { generateQueries } from '../../bench/quality/generated-queries.ts'
import { judge, standsAsTyped, type Judged } from '../../bench/quality/judged.ts'
import { readWordList } from '../../bench/quality/word-list.ts'
import { anEdition } from '../core/search/an-edition.ts'

const judged = (grades: Record<string, number>): Judged => ({
  bundle: anEdition({ id: 'blik', sections: {} }),
  queries: [{ text: 'kade', grades: new Map(Object.entries(grades)) }],
})
const at = (...items: readonly string[]) =>
  items.map((item) => ({ edition: item === 'x' ? 'elders' : 'blik', item }))

describe('judge', () => {
  it('is content with what was asked for, best first', () => {
    const outcome = judge(judged({ a: 2, b: 1 }), () => at('a', 'b', 'x'))
    expect(outcome).toEqual({ recall: 1, ndcg: 1, empty: [], wrong: [] })
  })

  it('counts what comes late, and what is missing', () => {
    const late = judge(judged({ a: 2, b: 1 }), () => at('x', 'x', 'x', 'x', 'x', 'a'))
    expect([late.recall, late.ndcg < 0.4]).toEqual([0, true])
    expect(judge(judged({ a: 2, b: 1 }), () => at('b')).recall).toBe(0.5)
    expect(judge(judged({ a: 2 }), () => []).empty).toEqual(['kade'])
    expect(judge(judged({}), () => at('a')).wrong).toEqual(['kade'])
  })

  it('knows a text in which a query stands as typed', () => {
    const stands = standsAsTyped([
      { text: '30%', grades: new Map() },
      { text: 'EU', grades: new Map() },
    ])
    expect(
      ['Wel 30% meer.', 'De eu besluit.', 'Wel 130% meer.', 'Eugène komt.'].map(stands),
    ).toEqual([...[true, true, false, false]])
  })
})

describe('the questions of the bench', () => {
  const list = readWordList([])
  const texts = [
    'Langs de kade ligt een zandsteengroeve met een keukentafel.',
    'De gemeente vernieuwt twee beweegbare bruggen en een wandelpad.',
    'Aan de überhaupt lege kiosk hing een ideeënbus.',
  ]
  const both = (['tuning', 'reported'] as const).map((half) =>
    generateQueries(texts, list, { taboo: new Set(['kade']), half, most: 100 }),
  )
  const all = both.flat()

  it('are made of every word in one half only, and of none that is taboo', () => {
    const [tuning = [], reported = []] = both.map((queries) => queries.map(({ word }) => word))
    expect(tuning.filter((word) => reported.includes(word))).toEqual([])
    expect(all.some(({ word }) => word === 'kade')).toBe(false)
  })

  it('mean a word of their document, and do not stand there themselves', () => {
    expect(all.length).toBeGreaterThan(10)
    for (const { query, word, target } of all) {
      const text = texts[target]?.toLowerCase() ?? ''
      expect([
        word,
        text
          .normalize('NFD')
          .replace(/\p{M}/gu, '')
          .includes(word.normalize('NFD').replace(/\p{M}/gu, '')),
      ]).toEqual([word, true])
      expect([query, text.split(/\P{L}+/u).includes(query)]).toEqual([query, false])
    }
  })

  it('know the forms of a word and the heads of compounds', () => {
    const of = (kind: string): string[] =>
      all.filter((query) => query.kind === kind).map(({ query, word }) => `${query} ${word}`)
    expect(of('compound')).toContain('tafel keukentafel')
    expect(of('inflection')).toContain('beweegbaar beweegbare')
    expect(of('diacritics')).toContain('uberhaupt überhaupt')
  })
})

describe('the texts of the bench', () => {
  it('are paragraphs without tags, entities and requests', () => {
    expect(
      paragraphsOfMarkup(
        '<head><title>x</title></head><p>De <b>kade</b> &amp; zee&#235;n.</p>',
      ).filter(Boolean),
    ).toEqual(['De kade & zeeën.'])
    expect(
      paragraphsOfManual('.TH X 1\n.SH NAAM\nde \\fBkade\\fP \\- een\nplek\n.PP\nMist').filter(
        Boolean,
      ),
    ).toEqual(['de kade - een plek', 'Mist'])
  })

  it('are Dutch, and as long as an item', () => {
    const dutch =
      'De haven ligt in het oosten van de stad en is met een brug over het water te bereiken. '
    const english =
      'The harbour lies in the east of the town and you can reach it by the bridge over the water. '
    expect(itemsOf([dutch.repeat(5).trim(), english.repeat(5).trim(), dutch.trim()])).toEqual([
      dutch.repeat(5).trim(),
    ])
  })

  it('are the same for the same corpus, the real ones first, also without a corpus', () => {
    const corpus = { items: ['Een haven. Een kade in de mist.'], words: [], missing: [] }
    const made = makeTexts(corpus, 4)
    expect([made.real, made.texts[0], made.texts.length]).toEqual([1, corpus.items[0], 4])
    expect(makeTexts(corpus, 4)).toEqual(made)
    expect(makeTexts({ ...corpus, items: [] }, 3)).toMatchObject({ real: 0 })
  })
})
