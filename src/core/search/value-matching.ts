// Which values of a facet are meant by what stands behind an operator.
import { fold } from '../dutch/fold.ts'
import { tokenize } from '../dutch/tokens.ts'
import { bareName } from '../sources/bare-name.ts'
import { isRegistered, namesOfSource } from '../sources/source-register.ts'
import { facetDefinition, type Facet } from './facets.ts'

interface ValueMatching {
  /**
   * For each value that was typed, a test whether a value of the facet is meant by it.
   * @param known all values that the facet has in the library
   */
  readonly createTests: (
    typed: readonly string[],
    known: () => Iterable<string>,
  ) => readonly ((value: string) => boolean)[]
  /** What completes `typed`, which is folded, to this value; null when it does not fit. */
  readonly complete: (value: string, typed: string) => string | null
}

const matchings: Readonly<Record<ReturnType<typeof facetDefinition>['matching'], ValueMatching>> = {
  exact: {
    createTests: (typed) => typed.map((one) => (value) => value === one),
    complete: (value, typed) => (fold(value).startsWith(typed) ? value : null),
  },
  words: {
    createTests: (typed) =>
      typed.map((one) => {
        const sought = wordsOf(one)
        return (value) => hasWords(value, sought)
      }),
    complete: (value, typed) => (typed === '' || hasWords(value, wordsOf(typed)) ? value : null),
  },
  'source-name': {
    createTests: sourceTests,
    complete(value, typed) {
      if (typed === '') return value
      const names = namesOfSource(value).filter((name) => fold(name).startsWith(typed))
      return names.toSorted((one, other) => one.length - other.length)[0] ?? null
    },
  },
}

export function valueMatching(facet: Facet): ValueMatching {
  return matchings[facetDefinition(facet).matching]
}

/** Whether a text has all these words, or words that begin with them. */
function hasWords(text: string, sought: readonly string[]): boolean {
  const words = wordsOf(text)
  return sought.length > 0 && sought.every((one) => words.some((word) => word.startsWith(one)))
}

function wordsOf(text: string): readonly string[] {
  return tokenize(text).flatMap(({ words }) =>
    words.filter(({ kind }) => kind === 'part' || kind === 'number').map((word) => word.text),
  )
}

/** A source is meant by any of its names. The beginning of a name will do when no known source has the whole name. */
function sourceTests(
  typed: readonly string[],
  known: () => Iterable<string>,
): readonly ((source: string) => boolean)[] {
  const names = new Map<string, readonly string[]>()
  for (const source of known()) names.set(source, namesOfSource(source).map(normalized))
  return typed.map((value) => {
    const sought = normalized(bareName(value))
    const isFull = isRegistered(value) || [...names.values()].some((all) => all.includes(sought))
    return (source) =>
      (names.get(source) ?? []).some((name) => (isFull ? name === sought : name.startsWith(sought)))
  })
}

function normalized(name: string): string {
  return fold(name).trim().split(/\s+/u).join(' ')
}
