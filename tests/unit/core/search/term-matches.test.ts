import { describe, expect, it } from 'vitest'
import {
  createTermMatcher,
  firstLettersOf,
  lettersOf,
} from '../../../../src/core/search/term-matches.ts'
import type { Plan, PlannedTerm } from '../../../../src/core/search/plan.ts'

const planned = (term: string, more: Partial<PlannedTerm> = {}): PlannedTerm => ({
  ...{ term, kind: 'word', weight: 1, reason: 'exact', word: 0, prefix: false, distance: 0 },
  ...more,
})
const word = (term: string) => ({ kind: 'word' as const, term })

/** How each of these words matches in a document that has just them. */
function matched(plan: Plan, words: readonly string[]): string[] {
  const all = words.map((term) => ({
    forms: [word(term)],
    firstLetters: firstLettersOf([{ term }]),
  }))
  const text = {
    letters: words.map(lettersOf),
    wordAt: (index: number) => all[index] ?? { forms: [], firstLetters: 0 },
  }
  const [matched = []] = createTermMatcher<ReturnType<typeof word>>(plan)([text])
  return matched
    .flatMap((word) => word.forms)
    .flatMap(({ form: { term }, matches }) =>
      matches.map((match) => `${term} ${match.reason} ${String(match.word)}`),
    )
}

describe('createClaimFinder', () => {
  it('says why a word answers: as it is, by its beginning, or with a slip', () => {
    const plan = planned('kade', { prefix: true, distance: 1 })
    expect(matched(plan, ['kade', 'kaden', 'kaed', 'boot'])).toEqual([
      'kade exact 0',
      'kaden beginning 0',
      'kaed typo 0',
    ])
  })

  it('knows a slip in the first letter', () => {
    expect(matched(planned('kade', { distance: 1 }), ['bade', 'aade'])).toEqual([
      'bade typo 0',
      'aade typo 0',
    ])
  })

  it('lets no word that stands everywhere pass for a slip', () => {
    expect(matched(planned('maan', { distance: 1 }), ['maar'])).toEqual([])
  })

  it('counts words that are sought together only where all of them are', () => {
    const synonym = {
      all: [planned('south', { reason: 'related' }), planned('post', { reason: 'related' })],
    }
    const plan = { any: [planned('scmp'), synonym] }
    expect(matched(plan, ['scmp', 'post'])).toEqual(['scmp exact 0'])
    expect(matched(plan, ['south', 'post'])).toEqual(['south related 0', 'post related 0'])
  })

  it('takes what is there when the plan as a whole is not fulfilled', () => {
    const plan = { all: [planned('boot'), planned('kade', { word: 1 })] }
    expect(matched(plan, ['boot'])).toEqual(['boot exact 0'])
  })

  it('does not take a stem for a word', () => {
    expect(matched(planned('huis', { kind: 'stem' }), ['huis'])).toEqual([])
  })
})
