// What is searched: the items of editions and the reader's notes, each as one document.
import type { EditionBundle } from '../edition/edition.ts'
import { openingItem } from './search-types.ts'

export interface SearchDocument {
  /** `edition/item`; an edition's opening is `edition/lede`. */
  readonly id: string
  readonly edition: string
  readonly item: string
  readonly section: string
  readonly text: string
  readonly source: string
}

/** A note as the search needs it: the reader's Markdown and the item it belongs to. */
export interface NoteText {
  readonly edition: string
  readonly item: string
  readonly text: string
}

export function documentId(edition: string, item: string): string {
  return `${edition}/${item}`
}

/** The opening and the items of an edition. An id that comes twice is taken once, as it is shown once. */
export function documentsOf({ edition }: EditionBundle): readonly SearchDocument[] {
  const documents = new Map<string, SearchDocument>()
  const add = (item: string, section: string, text: string, sources: readonly string[]): void => {
    const id = documentId(edition.id, item)
    if (documents.has(id)) return
    documents.set(id, { id, edition: edition.id, item, section, text, source: sources.join('\n') })
  }
  add(openingItem, lines(edition.title, edition.figure?.caption), edition.lede ?? '', [])
  for (const { heading, items } of edition.sections) {
    for (const { id, title, text, sources } of items) add(id, lines(heading, title), text, sources)
  }
  return [...documents.values()]
}

export function noteDocument({ edition, item, text }: NoteText): SearchDocument {
  return { id: documentId(edition, item), edition, item, section: '', text, source: '' }
}

function lines(...texts: readonly (string | null | undefined)[]): string {
  return texts.filter((text) => text !== null && text !== undefined).join('\n')
}
