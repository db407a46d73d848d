// What may stand in the search field where the cursor is: an operator, or a value of one that the library has.
import { fold } from '../dutch/fold.ts'
import { isStopWord } from '../dutch/stop-words.ts'
import type { Facet } from './facets.ts'
import { countEverything } from './find-documents.ts'
import { piecesOf } from './query-language.ts'
import { inPlaces, operatorNamed, operatorNames, type OperatorName } from './query-operators.ts'
import type { SearchContext } from './search-context.ts'
import type { Completion, CompletionRequest, Facets } from './search-types.ts'
import { valueMatching } from './value-matching.ts'

const maxOptions = 10
/** With fewer letters a word is not taken for the beginning of an operator. */
const minOperatorLetters = 2

type Option = Completion['options'][number]

/** Null when there is nothing to complete. */
export function completeQuery(
  context: SearchContext,
  { text, cursor }: CompletionRequest,
): Completion | null {
  const piece = [...piecesOf(text)].find(({ start, end }) => start < cursor && cursor <= end)
  if (piece === undefined) return null
  // What stands behind the cursor is replaced as well, and does not count as typed.
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
        : valuesLike(context, name, value).map(({ text, count }) => ({
            text: `${operator}:${quoted(text)}`,
            count,
          }))
  return options.length === 0
    ? null
    : {
        from: piece.start,
        to: piece.isOpen ? wordEnd(text, cursor) : piece.end,
        options: options
          .slice(0, maxOptions)
          .map((option) => ({ ...option, text: before + option.text })),
      }
}

/** Of a quote that is not closed only the word at the cursor is taken; the rest may belong to another part of the query. */
function wordEnd(text: string, cursor: number): number {
  return cursor + (/^\S*/u.exec(text.slice(cursor))?.[0].length ?? 0)
}

/**
 * The Dutch name where the letters fit several, in alphabetical order. Who typed na, voor or in means that word, and wants the
 * arrow keys for the hits; the colon is theirs to type.
 */
function operatorsLike(value: string): readonly Option[] {
  const typed = fold(value)
  if (typed.length < minOperatorLetters || isStopWord(typed)) return []
  return [...operatorNames.values()]
    .flatMap((names) => names.find((one) => one.startsWith(typed)) ?? [])
    .toSorted()
    .map((name) => ({ text: `${name}:`, count: null }))
}

function valuesLike(context: SearchContext, name: OperatorName, value: string): readonly Option[] {
  const typed = fold(value).trim()
  switch (name) {
    case 'after':
    case 'before':
      return valuesOf(context, 'year')
        .filter((year) => year.value.startsWith(typed))
        .map((year) => ({ text: year.value, count: null }))
        .toSorted((one, other) => Number(other.text) - Number(one.text))
    case 'in': {
      const counts = new Map(
        valuesOf(context, 'kind').map(({ value: kind, count }) => [kind, count]),
      )
      return inPlaces.flatMap(({ kind, names }) => {
        const first = names.find((one) => one.startsWith(typed))
        return first === undefined
          ? []
          : [{ text: first, count: kind === null ? null : (counts.get(kind) ?? 0) }]
      })
    }
    default: {
      const { complete } = valueMatching(name)
      return valuesOf(context, name).flatMap((one) => {
        const text = complete(one.value, typed)
        return text === null ? [] : [{ text, count: one.count }]
      })
    }
  }
}

/** Counted once for the items and notes that there are, since typing changes none of them. */
const cache = new WeakMap<object, { readonly notes: object; readonly facets: Facets }>()

function valuesOf(context: SearchContext, facet: Facet): Facets[Facet] {
  // Bookmarks may change while items and notes stay.
  if (facet === 'kind') return countEverything(context).facets().kind
  const [items, notes] = [context.items.statistics, context.notes.statistics]
  const before = cache.get(items)
  if (before?.notes === notes) return before.facets[facet]
  const facets = countEverything(context).facets()
  cache.set(items, { notes, facets })
  return facets[facet]
}

/** A value with a space in it is written between quotes. */
function quoted(value: string): string {
  return /\s/u.test(value) ? `"${value}"` : value
}
