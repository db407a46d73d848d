// English and German editions are found by the stems of their language, and Dutch ones beside them as if they were alone.
import { describe, expect, it } from 'vitest'
import type { EditionBundle } from '../../../../src/core/edition/edition.ts'
import { scorePlan } from '../../../../src/core/search/compact/score-plan.ts'
import { createSegmentSet } from '../../../../src/core/search/compact/segment-set.ts'
import { documentsOf } from '../../../../src/core/search/documents.ts'
import { allWords, planWords } from '../../../../src/core/search/query-plan.ts'
import { parseQueryWords } from '../../../../src/core/search/query-words.ts'
import type { SearchHit } from '../../../../src/core/search/search-types.ts'
import { createVocabulary } from '../../../../src/core/search/vocabulary.ts'
import { askOf, contextOf, segmentOf } from './a-search.ts'
import { anEdition } from './an-edition.ts'
import { referenceSearch } from './compact/minisearch-reference.ts'
import { englishPairs, germanPairs } from './word-pairs.ts'

const pairsOf = { en: englishPairs, de: germanPairs } as const
type Language = keyof typeof pairsOf
const languages = ['en', 'de'] as const

const sentences = { en: 'Yesterday: X, once more.', de: 'Gestern: X, noch einmal.' } as const

/** An item for each pair, with the form that a text has. */
function editionOf(language: Language, tag: string = language): EditionBundle {
  const texts = pairsOf[language].map(([, form]) => sentences[language].replace('X', form))
  return anEdition({ id: language, language: tag, sections: { '': texts } })
}

const dutch = anEdition({
  sections: {
    Energie: ['De windmolens leverden genoeg.', 'Een kostbare markt voor huizen.'],
    Werk: ['Werken in fabrieken.', 'Wat kost een plan?', 'De autos van het land, en de bus.'],
  },
})

/** The share of the pairs of which the text is among the first five hits, by another form of the query. */
function recall(language: Language, editions: readonly EditionBundle[]): number {
  const library = contextOf(...editions.map((edition) => segmentOf([edition])))
  const found = pairsOf[language].filter(([query, form], index) =>
    askOf(library, query)
      .hits.slice(0, 5)
      .some(
        ({ edition, item, reason, evidence }) =>
          edition === language &&
          item === `i${String(index + 1)}` &&
          // Folding alone finds Flughäfen.
          ['exact', 'form'].includes(reason) &&
          (reason === 'exact' || evidence === form),
      ),
  )
  return found.length / pairsOf[language].length
}

describe('a library with editions in other languages', () => {
  it.each(languages)('is searched by word forms of %s', (language) => {
    expect(new Set(pairsOf[language].map(([query]) => query)).size).toBe(40)
    expect(recall(language, [dutch, editionOf(language)])).toBeGreaterThanOrEqual(0.9)
    expect(recall(language, [dutch, editionOf('en'), editionOf('de')])).toBeGreaterThanOrEqual(0.9)
  })

  it.each(languages)(
    'finds fewer forms of %s when its edition passes for a Dutch one',
    (language) => {
      expect(recall(language, [dutch, editionOf(language, 'nl')])).toBeLessThan(0.7)
    },
  )

  it('marks the word in another form, and says that it is one', () => {
    const library = contextOf(segmentOf([dutch]), segmentOf([editionOf('en'), editionOf('de')]))
    const shown = (text: string): unknown =>
      askOf(library, text).hits.map(({ excerpt, excerptMarks, reason, evidence }) => ({
        ...{ reason, evidence },
        marked: excerptMarks.map(([start, end]) => excerpt.slice(start, end)),
      }))
    expect(shown('batteries')).toContainEqual({
      ...{ reason: 'form', evidence: 'battery' },
      marked: ['battery'],
    })
    expect(shown('bauen')).toContainEqual({
      ...{ reason: 'form', evidence: 'baut' },
      marked: ['baut'],
    })
  })

  // By a bare stem `planned` would find the Dutch word plan.
  it('finds the Dutch texts that it would find without them', () => {
    const alone = contextOf(segmentOf([dutch]))
    const mixed = contextOf(segmentOf([dutch, editionOf('en'), editionOf('de')]))
    const found = (library: typeof alone, text: string): unknown[] =>
      askOf(library, text)
        .hits.filter(({ edition }: SearchHit) => edition === dutch.edition.id)
        .map(({ item, reason, evidence, marks }) => ({ item, reason, evidence, marks }))
        .sort((one, other) => (one.item < other.item ? -1 : 1))
    for (const text of ['windmolen', 'kosten', 'huis', 'huizen', 'werkt', 'fabriek', 'planned'])
      expect([text, found(mixed, text)]).toEqual([text, found(alone, text)])
  })

  it('agrees with MiniSearch, letter by letter', () => {
    const bundles = [dutch, editionOf('en'), editionOf('de')]
    const set = createSegmentSet()
    for (const bundle of bundles) set.add(segmentOf([bundle]))
    const tools = { vocabulary: createVocabulary([set]), splitCompound: () => [] }
    const reference = referenceSearch(bundles.flatMap(documentsOf), () => [])
    for (const query of ['windmolens', 'planned batteries', 'yesterday häuser', 'bauen']) {
      for (let end = 2; end <= query.length; end++) {
        const words = parseQueryWords(query.slice(0, end))
        for (const strictness of ['tight', 'loose'] as const) {
          const plan = allWords(words, planWords(words, strictness, tools), strictness, tools)
          const { best } = scorePlan(set, plan, Infinity)
          const wanted = reference(plan)
          expect(best.length).toBe(wanted.size)
          for (const { part, document, score } of best)
            expect(score).toBeCloseTo(wanted.get(part.segment.read(document).id) ?? 0, 9)
        }
      }
    }
  })

  it('leaves out texts with an excluded word in another form', () => {
    const library = contextOf(segmentOf([editionOf('en'), editionOf('de')]))
    const items = (text: string): string[] => askOf(library, text).hits.map(({ item }) => item)
    expect(items('yesterday').length).toBe(40)
    expect(items('yesterday -batteries')).not.toContain('i2')
    expect(items('yesterday -batteries').length).toBe(39)
  })

  it('takes an English form for a known word, and offers no other spelling', () => {
    const { vocabulary } = contextOf(segmentOf([editionOf('en')]))
    expect(vocabulary.hasFormOf('batteries')).toBe(true)
    expect(contextOf(segmentOf([editionOf('en', 'nl')])).vocabulary.hasFormOf('batteries')).toBe(
      false,
    )
  })

  it('has the same index of a Dutch edition as ever: no term names a language', () => {
    expect(segmentOf([dutch]).terms.filter((term) => term.includes(':'))).toEqual([])
    expect(contextOf(segmentOf([dutch])).vocabulary.foreignForms('working')).toEqual([])
  })
})
