// The operators of the query language: their names, and what may stand behind the colon.
import { fold } from '../dutch/fold.ts'
import { facetDefinition, facetNames, type DocumentKind, type Facet } from './facets.ts'
import type { QueryProblem } from './search-types.ts'

/** A facet with an operator of its own, or another operator. */
export type OperatorName = Facet | 'after' | 'before' | 'in'

/** Something typed that narrows what is found. */
export type Criterion =
  /** The document has a value of the facet that is meant by `value` (value-matching.ts). */
  | { readonly kind: 'facet'; readonly facet: Facet; readonly value: string }
  /** `day`: YYYY-MM-DD. `after` begins with that day, `before` ends before it. */
  | { readonly kind: 'after' | 'before'; readonly day: string }
  /** The document is in the edition that is open. */
  | { readonly kind: 'here' }

/** The names of each operator, the Dutch one first: that is the one that is offered. */
export const operatorNames: ReadonlyMap<OperatorName, readonly string[]> = new Map<
  OperatorName,
  readonly string[]
>([
  ...facetNames.flatMap((facet): [Facet, readonly string[]][] => {
    const { operator } = facetDefinition(facet)
    return operator === null ? [] : [[facet, operator]]
  }),
  ['after', ['na', 'after']],
  ['before', ['voor', 'before']],
  ['in', ['in']],
])

/** Where `in:` looks: at documents of one kind, or in the edition that is open (null). */
export const inPlaces: readonly {
  readonly kind: DocumentKind | null
  readonly names: readonly string[]
}[] = [
  { kind: 'note', names: ['notities', 'notes', 'notitie', 'note'] },
  { kind: 'bookmark', names: ['bladwijzers', 'bookmarks', 'bladwijzer', 'bookmark'] },
  { kind: null, names: ['editie', 'edition', 'here'] },
]

const operatorsByName = new Map(
  [...operatorNames].flatMap(([operator, names]) => names.map((name) => [name, operator] as const)),
)

export function operatorNamed(name: string): OperatorName | null {
  return operatorsByName.get(fold(name)) ?? null
}

/** `incomplete`: what is being typed may yet become something. */
type CriterionReading = Criterion | 'incomplete' | QueryProblem['kind']

/** @param isTyped whether the value stands at the end of the query, where the next letter may still come */
export function readCriterion(
  name: OperatorName,
  value: string,
  isTyped: boolean,
): CriterionReading {
  const folded = fold(value).trim()
  if (folded === '') return 'incomplete'
  switch (name) {
    case 'in': {
      const place = inPlaces.find(({ names }) => names.includes(folded))
      if (place?.kind === null) return { kind: 'here' }
      if (place !== undefined) return { kind: 'facet', facet: 'kind', value: place.kind }
      const isBeginning = inPlaces.some(({ names }) => names.some((one) => one.startsWith(folded)))
      return isTyped && isBeginning ? 'incomplete' : 'unknown-place'
    }
    case 'after':
    case 'before': {
      const day = firstDay(isTyped ? value.replace(/^(\d{4}(?:-\d{2})?)-0?$/, '$1') : value)
      if (day !== null) return { kind: name, day }
      return isTyped && dateBeginning.test(value) ? 'incomplete' : 'bad-date'
    }
    default:
      return { kind: 'facet', facet: name, value }
  }
}

/** What may yet become a date, written in either way. */
const dateBeginning = /^(?:\d{1,3}|(?:\d{1,2}[-/]){1,2}\d{0,3})$/

/** The first day of a year, a month or a day, which may be written in the Dutch way (`5-7-2024`); null when it is none. */
function firstDay(value: string): string | null {
  const [, year, month = '1', day = '1'] =
    /^(\d{4})(?:[-/](\d{1,2})(?:[-/](\d{1,2}))?)?$/.exec(value) ?? []
  if (year !== undefined) return dayOf(year, month, day)
  const [, dutchDay = '1', dutchMonth = '', dutchYear] =
    /^(?:(\d{1,2})[-/])?(\d{1,2})[-/](\d{4})$/.exec(value) ?? []
  return dutchYear === undefined ? null : dayOf(dutchYear, dutchMonth, dutchDay)
}

function dayOf(year: string, month: string, day: string): string | null {
  const [y, m, d] = [Number(year), Number(month), Number(day)]
  const date = new Date(Date.UTC(y, m - 1, d))
  // What does not exist comes out as another day: 31 June as 1 July.
  if (y < 1000 || date.getUTCMonth() !== m - 1 || date.getUTCDate() !== d) return null
  return date.toISOString().slice(0, 10)
}
