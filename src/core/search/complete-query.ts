// What may stand in the search field where the cursor is: an operator, or a value of one that the library has.
import { fold } from '../dutch/fold.ts'
import { isStopWord } from '../dutch/stop-words.ts'
import { namesOfSource } from '../digest/sources/source-register.ts'
import { hasWords } from './criteria.ts'
import { countEverything } from './find-documents.ts'
import type { Library } from './library.ts'
import { piecesOf } from './query-language.ts'
import {
  operatorNamed,
  operatorNames,
  placeNames,
  type OperatorName,
  type Place,
} from './query-operators.ts'
import type { Completion, CompletionRequest, Facet, Facets, FacetValue } from './search-types.ts'

const mostOptions = 10
/** Of a word so many letters must be there before it may be an operator. */
const fewestLetters = 2

type Option = Completion['options'][number]

/** Null when nothing would be completed. */
export function completeQuery(
  library: Library,
  { text, cursor }: CompletionRequest,
): Completion | null {
  const piece = [...piecesOf(text)].find(({ start, end }) => start < cursor && cursor <= end)
  if (piece === undefined) return null
  // What stands behind the cursor is replaced as well, and says nothing of what is meant.
  const [typed] = piecesOf(text.slice(piece.start, cursor))
  if (typed === undefined || (typed.operator === null && typed.isQuoted)) return null
  const before = typed.isExcluding ? '-' : ''
  const { operator, value } = typed
  const name = operator === null ? null : operatorNamed(operator)
  const options =
    operator === null
      ? operatorsLike(value)
      : name === null
        ? []
        : valuesLike(library, name, value).map(({ text, count }) => ({
            text: `${operator}:${quoted(text)}`,
            count,
          }))
  return options.length === 0
    ? null
    : {
        from: piece.start,
        to: piece.isOpen ? wordEnd(text, cursor) : piece.end,
        options: options
          .slice(0, mostOptions)
          .map((option) => ({ ...option, text: before + option.text })),
      }
}

/** Of a quote that is not closed only the word that the cursor is in is taken; the rest may be another question. */
function wordEnd(text: string, cursor: number): number {
  return cursor + (/^\S*/u.exec(text.slice(cursor))?.[0].length ?? 0)
}

/**
 * The Dutch name where the letters fit several. Who typed na, voor or in means that word, and wants the arrows for the hits;
 * the colon is theirs to type.
 */
function operatorsLike(value: string): readonly Option[] {
  const typed = fold(value)
  if (typed.length < fewestLetters || isStopWord(typed)) return []
  return Object.values(operatorNames).flatMap((names) => {
    const name = names.find((one) => one.startsWith(typed))
    return name === undefined ? [] : [{ text: `${name}:`, count: null }]
  })
}

function valuesLike(library: Library, name: OperatorName, value: string): readonly Option[] {
  const typed = fold(value).trim()
  const counted = (facet: Exclude<Facet, 'kind'>): readonly FacetValue[] => facetsOf(library)[facet]
  switch (name) {
    case 'source':
      return counted('source').flatMap(({ value: source, count }) => {
        const like = namesOfSource(source).filter((one) => fold(one).startsWith(typed))
        const [first] = typed === '' ? [source] : like.toSorted((a, b) => a.length - b.length)
        return first === undefined ? [] : [{ text: first, count }]
      })
    case 'section':
    case 'series':
      return counted(name)
        .filter((one) => typed === '' || hasWords(one.value, typed))
        .map(({ value, count }) => ({ text: value, count }))
    case 'after':
    case 'before':
      return counted('year')
        .filter(({ value: year }) => year.startsWith(typed))
        .map(({ value: year }) => ({ text: year, count: null }))
        .toSorted((one, other) => Number(other.text) - Number(one.text))
    case 'in': {
      const { kind: all } = countEverything(library).facets()
      const kinds = new Map(all.map(({ value: kind, count }) => [kind, count]))
      const counts: Record<Place, number | null> = {
        notes: kinds.get('note') ?? 0,
        bookmarks: kinds.get('bookmark') ?? 0,
        here: null,
      }
      return Object.entries(placeNames).flatMap(([place, names]) => {
        const first = names.find((one) => one.startsWith(typed))
        return first === undefined ? [] : [{ text: first, count: counts[place as Place] }]
      })
    }
  }
}

/** Of the items and notes that there are: what is typed in the meantime changes none of it. */
const known = new WeakMap<object, { readonly notes: object; readonly facets: Facets }>()

/** Bookmarks may have changed since: `kind` is not to be had here. */
function facetsOf(library: Library): Omit<Facets, 'kind'> {
  const [items, notes] = [library.items.statistics, library.notes.statistics]
  const before = known.get(items)
  if (before?.notes === notes) return before.facets
  const facets = countEverything(library).facets()
  known.set(items, { notes, facets })
  return facets
}

/** A value with a space in it is written between quotes. */
function quoted(value: string): string {
  return /\s/u.test(value) ? `"${value}"` : value
}
