// What the search takes of the reader's annotations: bookmarks as signs on items, and notes as texts.
import type { Annotation } from '#core/annotations/annotation'
import {
  annotationKinds,
  descriptionOf,
  isAnnotation,
  readAnnotationKey,
} from '#core/annotations/kinds'
import type { ReaderRecord } from '#core/reader-data/reader-record'
import type { SearchChange, SearchContents } from './search-index.ts'

/** What the search knows of the reader's records when it is opened. */
export function searchedOf(
  records: readonly ReaderRecord[],
): Pick<SearchContents, 'notes' | 'bookmarks'> {
  const searched = (as: 'note' | 'bookmark'): Annotation[] =>
    records.filter((one) => isAnnotation(one)).filter((one) => descriptionOf(one).searchedAs === as)
  return { notes: searched('note').map(noteOf), bookmarks: searched('bookmark') }
}

/** What changes for the search with a record that is kept; null when nothing does. */
export function changeOf(record: ReaderRecord): SearchChange | null {
  if (!isAnnotation(record)) return null
  const { edition, item } = record
  switch (descriptionOf(record).searchedAs) {
    case 'note':
      return { kind: 'put-note', note: noteOf(record) }
    case 'bookmark':
      return { kind: 'put-bookmark', bookmark: { edition, item } }
    case null:
      return null
  }
}

/** The same for a record that is removed, by its key. */
export function removalOf(key: string): SearchChange | null {
  const removed = readAnnotationKey(key)
  if (removed === null) return null
  const { kind, edition, item } = removed
  switch (annotationKinds[kind].searchedAs) {
    case 'note':
      return { kind: 'remove-note', edition, item }
    case 'bookmark':
      return { kind: 'remove-bookmark', bookmark: { edition, item } }
    case null:
      return null
  }
}

function noteOf(annotation: Annotation) {
  const { edition, item } = annotation
  return { edition, item, text: descriptionOf(annotation).ownText(annotation) ?? '' }
}
