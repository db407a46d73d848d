// What a reader mends in the proof of an edition before it goes into the library. Every change gives a new edition; one that
// changes nothing gives the same edition back. Sections and items keep their ids, so that an open field stays beside its item.
import {
  linksField,
  longestLine,
  longestText,
  mostLinks,
  type Edition,
  type Item,
  type Section,
} from './edition.ts'
import { editionId, fillIds } from './edition-ids.ts'
import type { WordsOf } from './edition-part.ts'
import { hasWords } from './link-words.ts'
import { withoutHeading, withoutPart } from './mend-removal.ts'
import { picturesField } from './picture.ts'
import {
  cutPictures,
  joinedPictures,
  withPicturesAbove,
  withPicturesBelow,
} from './picture-places.ts'
import { shownTitle } from './shown-name.ts'
import { typedDate } from './typed-date.ts'

/** Title, series and date as typed: an empty title stays what it was, an empty series or date is none. */
export interface EditionHead {
  readonly title: string
  readonly series: string
  /** As the reader writes dates. */
  readonly date: string
}

/** Whether a typed date can be one; empty is no date, which is allowed. */
export function isDateAllowed(date: string): boolean {
  return date.trim() === '' || typedDate(date) !== null
}

/** A date that the reader types is no longer inferred; one that is none stays what it was. */
export function withHead(edition: Edition, head: EditionHead): Edition {
  const title = typed(head.title, edition.title) || edition.title
  const series = typed(head.series, edition.series ?? '') || null
  const before = edition.date?.value ?? ''
  const value = typedDate(head.date) ?? ''
  const isNewDate = value !== before && isDateAllowed(head.date)
  if (title === edition.title && series === edition.series && !isNewDate) return edition
  const newDate = value === '' ? null : { value, inferred: false }
  const date = isNewDate ? newDate : edition.date
  const isRenamed = title !== edition.title || isNewDate
  const id = isRenamed ? editionId({ series, title }, date?.value ?? null) : edition.id
  return { ...edition, id, title, series, date }
}

/** What was typed, as it can be shown; the text as it was when only what is not seen differs. */
function typed(text: string, before: string): string {
  const shown = shownTitle(text)
  return shown === shownTitle(before) ? before : shown
}

/**
 * Other words in a part, as typed; none take it out, and more than a part may have change nothing. The first line of an item
 * that has a title is its title.
 */
export function withWords(edition: Edition, part: WordsOf, typed: string): Edition {
  const words = typed
    .replace(/\r\n?/gu, '\n')
    .replace(/[^\S\n]+$/gmu, '')
    .trim()
  if (words === '') return withoutPart(edition, part)
  const line = words.replace(/\s+/gu, ' ')
  const isLine = part.role === 'section' || part.role === 'caption'
  if (isLine ? line.length > longestLine : words.length > longestText) return edition
  const next = changed(edition, part, words, line)
  return JSON.stringify(next) === JSON.stringify(edition) ? edition : next
}

function changed(edition: Edition, part: WordsOf, words: string, line: string): Edition {
  const { figure } = edition
  if (!('id' in part)) {
    if (part.role === 'lede') return { ...edition, lede: words }
    return figure === null ? edition : { ...edition, figure: { ...figure, caption: line } }
  }
  const { id } = part
  if (part.role === 'section') {
    const sections = edition.sections.map((one) =>
      one.id === id ? { ...one, heading: line } : one,
    )
    return { ...edition, sections }
  }
  return inSection(edition, id, (section, index, found) => {
    const [title = '', ...rest] = found.title === null ? [] : words.split('\n')
    const text = found.title === null ? words : rest.join('\n').trim()
    if (text === '' || title.trim().length > longestLine) return null
    const item = { ...found, title: found.title === null ? null : title.trim(), text }
    return [{ ...section, items: section.items.toSpliced(index, 1, item) }]
  })
}

/** A heading that is an item after all: it joins the section before it, and the items under it follow. */
export function headingToItem(edition: Edition, section: string): Edition {
  const heading = edition.sections.find(({ id }) => id === section)?.heading
  return heading == null ? edition : withoutHeading(edition, section, [bareItem(heading)])
}

/**
 * An item that is a heading after all: what stood under it in its section gets a section of its own. Its pictures go to the
 * item below, else to the one above; an item with pictures that stands alone stays one.
 */
export function itemToHeading(edition: Edition, item: string): Edition {
  return inSection(edition, item, (section, index, found) => {
    const heading = [found.title, found.text, ...found.sources]
      .filter((part) => part !== null)
      .join(' ')
      .replace(/\s+/gu, ' ')
    if (heading.length > longestLine) return null
    const before = section.items.slice(0, index)
    const items = section.items.slice(index + 1)
    if (found.pictures !== undefined) {
      const [next, last] = [items.shift(), before.at(-1)]
      const taker =
        next === undefined
          ? last && withPicturesBelow(last, found.pictures)
          : withPicturesAbove(next, found.pictures)
      if (taker == null) return null
      if (next === undefined) before.splice(-1, 1, taker)
      else items.unshift(taker)
    }
    const after: Section = { id: '', heading, items }
    const isEmpty = section.heading === null && before.length === 0
    return isEmpty ? [after] : [{ ...section, items: before }, after]
  })
}

/**
 * Cuts an item in two. The sources stay with the second part, since they stand at the end. So do the links whose words stand
 * in it or in neither part, and the pictures behind one of its paragraphs; the other pictures stay with the first.
 */
export function splitItem(edition: Edition, item: string, at: number): Edition {
  return inSection(edition, item, (section, index, found) => {
    const parts = [found.text.slice(0, at).trim(), found.text.slice(at).trim()] as const
    if (parts.includes('')) return null
    const { id, title, sources, links = [] } = found
    const firstWords = `${title ?? ''}\n${parts[0]}`
    const ofSecond = links.filter(
      ({ label }) => hasWords(parts[1], label) || !hasWords(firstWords, label),
    )
    const ofFirst = links.filter((link) => !ofSecond.includes(link))
    const [above, below] = cutPictures(found, at)
    const first: Item = {
      ...{ id, title, text: parts[0], sources: [] },
      ...linksField(ofFirst),
      ...picturesField(above),
    }
    const second: Item = {
      ...{ id: '', title: null, text: parts[1], sources },
      ...linksField(ofSecond),
      ...picturesField(below),
    }
    return [{ ...section, items: section.items.toSpliced(index, 1, first, second) }]
  })
}

/** Joins an item with the next one of its section: two paragraphs, and the sources, links and pictures of both. */
export function joinWithNext(edition: Edition, item: string): Edition {
  return inSection(edition, item, (section, index, found) => {
    const next = section.items[index + 1]
    if (next === undefined) return null
    const text = [found.text, next.title, next.text].filter((part) => part !== null).join('\n\n')
    const sources = [...new Set([...found.sources, ...next.sources])]
    const links = [...(found.links ?? []), ...(next.links ?? [])]
    // More than an item may have: it stays as it is, rather than lose some.
    if (new Set(links.map(({ address }) => address)).size > mostLinks) return null
    const pictures = joinedPictures(found, next)
    if (pictures === null) return null
    const joined: Item = {
      ...{ ...found, text, sources },
      ...linksField(links),
      ...picturesField(pictures),
    }
    return [{ ...section, items: section.items.toSpliced(index, 2, joined) }]
  })
}

/** Sources as printed, in their order; empty names fall out. */
export function withSources(edition: Edition, item: string, sources: readonly string[]): Edition {
  const names = sources.map((name) => name.trim()).filter((name) => name !== '')
  return inSection(edition, item, (section, index, found) => [
    { ...section, items: section.items.toSpliced(index, 1, { ...found, sources: names }) },
  ])
}

/** A source that was text after all goes back to the end of its item, as often as it stands there. */
export function sourceToText(edition: Edition, item: string, source: string): Edition {
  return inSection(edition, item, (section, index, found) => {
    if (!found.sources.includes(source)) return null
    const text = [found.text, ...found.sources.filter((name) => name === source)].join(' ')
    const sources = found.sources.filter((name) => name !== source)
    return [{ ...section, items: section.items.toSpliced(index, 1, { ...found, text, sources }) }]
  })
}

/** Words at the end of an item that are a source after all go before the sources that it has; others stay what they are. */
export function textToSource(edition: Edition, item: string, source: string): Edition {
  return inSection(edition, item, (section, index, found) => {
    const end = found.text.replace(/[\s,;.]+$/u, '')
    const text = end.slice(0, Math.max(0, end.length - source.length)).trimEnd()
    if (source === '' || !end.endsWith(source) || text === '') return null
    const sources = [source, ...found.sources]
    return [{ ...section, items: section.items.toSpliced(index, 1, { ...found, text, sources }) }]
  })
}

function bareItem(text: string): Item {
  return { id: '', title: null, text, sources: [] }
}

/** Replaces the section that holds an item; `change` gives what comes in its place, or null to leave it. */
function inSection(
  edition: Edition,
  item: string,
  change: (section: Section, index: number, item: Item) => Section[] | null,
): Edition {
  for (const [place, section] of edition.sections.entries()) {
    const index = section.items.findIndex(({ id }) => id === item)
    const found = section.items[index]
    if (found === undefined) continue
    const changed = change(section, index, found)
    if (changed === null) return edition
    return fillIds({ ...edition, sections: edition.sections.toSpliced(place, 1, ...changed) })
  }
  return edition
}
