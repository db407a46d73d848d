import { describe, expect, it } from 'vitest'
import { parseQueryWords } from '../../../../src/core/search/query-words.ts'
import type { Plan, PlannedTerm } from '../../../../src/core/search/plan.ts'
import { allWords, planWords } from '../../../../src/core/search/query-plan.ts'
import { createVocabulary } from '../../../../src/core/search/vocabulary.ts'

const vocabulary = createVocabulary(
  [],
  new Set(['wind', 'turbine', 'windturbine', 'huawei', 'ming', 'yang']),
)
const tools = { vocabulary, splitCompound: () => [] }

function termsOf(plan: Plan): PlannedTerm[] {
  if ('any' in plan) return plan.any.flatMap(termsOf)
  if ('all' in plan) return plan.all.flatMap(termsOf)
  return [plan]
}
const terms = (query: string, strictness: 'tight' | 'loose'): string[] =>
  planWords(parseQueryWords(query), strictness, tools)
    .flatMap(termsOf)
    .map(({ kind, term, reason }) => `${kind} ${term} ${reason}`)
const whole = (query: string): Plan => {
  const words = parseQueryWords(query)
  return allWords(words, planWords(words, 'loose', tools), 'loose', tools)
}

describe('planWords', () => {
  it('looks for a word as it stands, its stem and the compounds that it is part of', () => {
    expect(terms('huizen', 'tight')).toEqual([
      'word huizen exact',
      'word huizen exact',
      'stem huis form',
      'word huis form',
      'head huis compound',
      'head huizen compound',
      'part huis compound',
      'part huizen compound',
    ])
  })

  it('looks for the other form of a word whose stem is that of another word, where it is not found as a longer word', () => {
    const forms = (query: string): string[] =>
      terms(query, 'tight').filter((term) => /^word .* form$/u.test(term))
    expect(forms('leveringen')).toEqual(['word lever form', 'word levering form'])
    expect(forms('levering')).toEqual(['word lever form'])
    expect(forms('levering haven')).toContain('word leveringen form')
  })

  it('takes a word with an apostrophe for no beginning', () => {
    expect(
      planWords(parseQueryWords("auto's"), 'tight', tools)
        .flatMap(termsOf)
        .some(({ prefix }) => prefix),
    ).toBe(false)
    expect(
      planWords(parseQueryWords('auto'), 'tight', tools)
        .flatMap(termsOf)
        .some(({ prefix }) => prefix),
    ).toBe(true)
  })

  it('values what a compound is a kind of above what it has to do with', () => {
    const weight = (kind: string): number =>
      Math.max(
        ...planWords(parseQueryWords('steen'), 'tight', tools)
          .flatMap(termsOf)
          .filter((term) => term.kind === kind)
          .map((term) => term.weight),
      )
    expect(weight('head')).toBeGreaterThan(weight('part'))
    expect(weight('head')).toBeLessThan(weight('word'))
  })

  it('takes only the last word for a beginning, unless it is loose', () => {
    const prefixes = (strictness: 'tight' | 'loose'): boolean[] =>
      planWords(parseQueryWords('boot kade'), strictness, tools).map(
        (plan) => termsOf(plan)[0]?.prefix ?? false,
      )
    expect(prefixes('tight')).toEqual([false, true])
    expect(prefixes('loose')).toEqual([true, true])
  })

  it.each([
    ['nio', 0],
    ['kade', 1],
    ['batterij', 2],
    ['nx9031', 0],
    ['a'.repeat(41), 0],
  ])('lets %s differ by %i letters when it is loose', (word, distance) => {
    expect(planWords(parseQueryWords(word), 'loose', tools).flatMap(termsOf)[0]?.distance).toBe(
      distance,
    )
  })

  it('tries neighbours that changed places, and words that were written as one', () => {
    expect(terms('hauwei', 'loose')).toContain('word huawei typo')
    expect(terms('mingyang', 'loose')).toEqual(
      expect.arrayContaining(['word ming form', 'word yang form']),
    )
    expect(terms('mingyang', 'tight')).not.toContain('word ming form')
  })
})

describe('allWords', () => {
  it('tries two neighbours as one word, but not in a long query', () => {
    expect(termsOf(whole('wind turbine')).map(({ term }) => term)).toContain('windturbine')
    expect(termsOf(whole('wind turbine wind turbine wind')).map(({ term }) => term)).not.toContain(
      'windturbine',
    )
  })
})
