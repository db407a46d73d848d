// The numbers of the entries of lists, as a reader of the page sees them.
import { attribute, styleOf, type PageElement } from './page-elements.ts'

/** No list of a text is longer; an entry with a larger number is shown without one. */
const largest = 9_999
/** Letters, Roman figures and signs. */
const otherMarks = /list-style(?:-type)?\s*:(?!\s*(?:outside\s+|inside\s+)?decimal\s*(?:;|$))/iu

/** @returns counts the entries of each list: the number of the next one, as it is printed; null for one that is too large */
export function createListNumbers(): (list: object, start: number | null) => string | null {
  const next = new WeakMap<object, number>()
  return (list, start) => {
    const number = start ?? next.get(list) ?? 1
    next.set(list, number + 1)
    return number >= 0 && number <= largest ? `${String(number)}.` : null
  }
}

/** @returns the number of the next entry of a list on a page; null where the page shows none, or another mark */
export function createPageNumbers(): (entry: PageElement) => string | null {
  const numberIn = createListNumbers()
  const begun = new WeakSet<PageElement>()
  return (entry) => {
    const list = entry.parentNode
    if (list === null || !('tagName' in list) || list.tagName !== 'ol') return null
    if (hasOtherMarks(list) || otherMarks.test(styleOf(entry))) return null
    const start = begun.has(list) ? null : wholeNumber(list, 'start')
    begun.add(list)
    return numberIn(list, wholeNumber(entry, 'value') ?? start)
  }
}

function hasOtherMarks(list: PageElement): boolean {
  const type = attribute(list, 'type') ?? '1'
  return type !== '1' || attribute(list, 'reversed') !== null || otherMarks.test(styleOf(list))
}

function wholeNumber(element: PageElement, name: string): number | null {
  const written = attribute(element, name)?.trim() ?? ''
  return /^-?\d{1,9}$/u.test(written) ? Number(written) : null
}
