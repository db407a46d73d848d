// What the search takes of the reader's annotations: bookmarks as signs on items, and as one text all that is written at an item.
import type { Annotation } from '#core/annotations/annotation'
import { descriptionOf, isAnnotation } from '#core/annotations/kinds'
import { withoutAddresses } from '#core/annotations/note-links'
import { groupBy } from '#core/group-by'
import type { ReaderRecord } from '#core/reader-data/reader-record'
import type { SearchChange, SearchContents } from './search-index.ts'

/** What the search knows of the reader's records when it is opened. */
export function searchedOf(
  records: readonly ReaderRecord[],
): Pick<SearchContents, 'notes' | 'bookmarks'> {
  const annotations = records.filter((record) => isAnnotation(record))
  const written = annotations.filter((one) => descriptionOf(one).searchedAs === 'note')
  const byItem = groupBy(written, ({ edition, item }) => `${edition}/${item}`)
  const notes = [...byItem.values()].flatMap((ofItem) => noteOf(ofItem) ?? [])
  return {
    notes,
    bookmarks: annotations.filter((one) => descriptionOf(one).searchedAs === 'bookmark'),
  }
}

/**
 * What changes for the search when an annotation is kept or removed; null when nothing does.
 * @param left the annotations of its edition as they are now
 */
export function changeOf(
  annotation: Annotation,
  left: () => readonly Annotation[],
): SearchChange | null {
  const { kind, edition, item } = annotation
  const ofItem = (as: 'note' | 'bookmark'): Annotation[] =>
    left().filter((one) => one.item === item && descriptionOf(one).searchedAs === as)
  switch (descriptionOf(annotation).searchedAs) {
    case 'note': {
      const note = noteOf(ofItem('note'))
      return note === null ? { kind: 'remove-note', edition, item } : { kind: 'put-note', note }
    }
    case 'bookmark': {
      const bookmark = { edition, item }
      const isThere = ofItem('bookmark').some((one) => one.kind === kind)
      return { kind: isThere ? 'put-bookmark' : 'remove-bookmark', bookmark }
    }
    case null:
      return null
  }
}

/** What is written at one item: its note, and those of its highlights. Null when nothing is. */
function noteOf(ofItem: readonly Annotation[]) {
  const [first] = ofItem
  const written = ofItem.map((one) => descriptionOf(one).ownText(one) ?? '')
  const texts = written.map(withoutAddresses).filter(Boolean)
  if (first === undefined || texts.length === 0) return null
  return { edition: first.edition, item: first.item, text: texts.join('\n\n') }
}
