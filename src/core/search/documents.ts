// The documents of the search: each opening and item of an edition, and each note of the reader.
import { bareName } from '../sources/bare-name.ts'
import { openingItem, type EditionBundle } from '../edition/edition.ts'

export interface SearchDocument {
  /** `edition/item`; an edition's opening is `edition/lede`. */
  readonly id: string
  readonly edition: string
  readonly item: string
  /** BCP 47 tag; empty for a note. */
  readonly language: string
  /** The heading above it and its own title, a line each; of an opening the edition's title and the caption. */
  readonly section: string
  readonly text: string
  /** Its sources, a line each, without repetitions and without notes on the article. */
  readonly source: string
  /** The heading alone; null when there is none. */
  readonly heading: string | null
  /** The item's place in its edition, from 1; 0 for an opening or a note. */
  readonly number: number
}

/** A note of the reader: its Markdown, and the item that it is about. */
export interface NoteText {
  readonly edition: string
  readonly item: string
  readonly text: string
}

export function documentId(edition: string, item: string): string {
  return `${edition}/${item}`
}

/** The opening and the items of an edition. Of two items with one id only the first counts, since only that is shown. */
export function documentsOf({ edition }: EditionBundle): readonly SearchDocument[] {
  const documents = new Map<string, SearchDocument>()
  const { language } = edition
  const add = (document: Omit<SearchDocument, 'id' | 'edition' | 'language'>): void => {
    const id = documentId(edition.id, document.item)
    if (!documents.has(id)) documents.set(id, { id, edition: edition.id, language, ...document })
  }
  add({
    item: openingItem,
    section: joinLines(edition.title, edition.figure?.caption),
    text: edition.lede ?? '',
    source: '',
    heading: null,
    number: 0,
  })
  let number = 0
  for (const { heading, items } of edition.sections) {
    for (const { id, title, text, sources } of items) {
      const section = joinLines(heading, title)
      const source = [...new Set(sources.map(bareName))].join('\n')
      add({ item: id, section, text, source, heading, number: ++number })
    }
  }
  return [...documents.values()]
}

export function noteDocument({ edition, item, text }: NoteText): SearchDocument {
  const id = documentId(edition, item)
  const ofNote = { language: '', section: '', source: '', heading: null, number: 0 }
  return { id, edition, item, text, ...ofNote }
}

function joinLines(...texts: readonly (string | null | undefined)[]): string {
  return texts.filter((text) => text !== null && text !== undefined).join('\n')
}
