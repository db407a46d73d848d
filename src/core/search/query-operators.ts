// The operators of the query language: their names, and what may stand behind the colon.
import { fold } from '../dutch/fold.ts'
import type { QueryProblem } from './search-types.ts'

export type OperatorName = 'source' | 'section' | 'series' | 'after' | 'before' | 'in'

/** Where `in:` looks. */
export type Place = 'notes' | 'bookmarks' | 'here'

/** Something typed that narrows what is found. */
export type Criterion =
  | { readonly kind: 'source' | 'section' | 'series'; readonly value: string }
  /** `day`: YYYY-MM-DD. `after` begins with that day, `before` ends before it. */
  | { readonly kind: 'after' | 'before'; readonly day: string }
  | { readonly kind: 'in'; readonly place: Place }

/** Dutch first: that is the one that is offered. */
export const operatorNames: Readonly<Record<OperatorName, readonly string[]>> = {
  source: ['bron', 'source'],
  section: ['rubriek', 'section'],
  series: ['reeks', 'series'],
  after: ['na', 'after'],
  before: ['voor', 'before'],
  in: ['in'],
}

export const placeNames: Readonly<Record<Place, readonly string[]>> = {
  notes: ['notities', 'notes', 'notitie', 'note'],
  bookmarks: ['bladwijzers', 'bookmarks', 'bladwijzer', 'bookmark'],
  here: ['editie', 'edition', 'here'],
}

const operators = inverted(operatorNames)
const places = inverted(placeNames)

function inverted<Key extends string>(
  names: Readonly<Record<Key, readonly string[]>>,
): ReadonlyMap<string, Key> {
  const pairs = Object.entries<readonly string[]>(names)
  return new Map(pairs.flatMap(([key, all]) => all.map((name) => [name, key as Key] as const)))
}

export function operatorNamed(name: string): OperatorName | null {
  return operators.get(fold(name)) ?? null
}

/** `incomplete`: what is being typed may yet become something. */
type Reading = Criterion | 'incomplete' | QueryProblem['kind']

/** @param isTyped whether the value stands at the end of the query, where the next letter may still come */
export function readCriterion(name: OperatorName, value: string, isTyped: boolean): Reading {
  const folded = fold(value).trim()
  if (folded === '') return 'incomplete'
  switch (name) {
    case 'source':
    case 'section':
    case 'series':
      return { kind: name, value }
    case 'in': {
      const place = places.get(folded)
      if (place !== undefined) return { kind: 'in', place }
      const isBeginning = [...places.keys()].some((known) => known.startsWith(folded))
      return isTyped && isBeginning ? 'incomplete' : 'unknown-place'
    }
    case 'after':
    case 'before': {
      const day = firstDay(isTyped ? value.replace(/^(\d{4}(?:-\d{2})?)-0?$/, '$1') : value)
      if (day !== null) return { kind: name, day }
      return isTyped && dateBeginning.test(value) ? 'incomplete' : 'bad-date'
    }
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
