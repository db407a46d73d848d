// The search engine of a library: items from a prebuilt index or from their texts, and the reader's notes beside them.
import { createCompoundSplitter, partsOf, type CompoundSplitter } from '#core/dutch/compound'
import type { EditionBundle } from '#core/edition/edition'
import {
  documentId,
  documentsOf,
  noteDocument,
  type NoteText,
  type SearchDocument,
} from '#core/search/documents'
import { createEngine, wordsOf } from '#core/search/index-definition'
import { readIndex, type IndexFault, type LoadedIndex } from '#core/search/index-file'
import { answerQuery } from '#core/search/search-edition'
import type { SearchAnswer, SearchRequest } from '#core/search/search-types'
import { createVocabulary } from '#core/search/vocabulary'

/** What is to be searched. */
export interface SearchContents {
  readonly bundles: readonly EditionBundle[]
  /** What `buildIndex` made of some of the bundles; the others are indexed here. */
  readonly indexFile: string | null
  readonly notes: readonly NoteText[]
}

/** Whether the prebuilt index could be used; when it could not, all was indexed anew from the texts. */
export type IndexOrigin =
  { readonly from: 'file' } | { readonly from: 'texts'; readonly because: IndexFault | 'no-file' }

/** Something that changed after the index was made. */
export type SearchChange =
  | { readonly kind: 'put-edition'; readonly bundle: EditionBundle }
  | { readonly kind: 'remove-edition'; readonly edition: string }
  | { readonly kind: 'put-note'; readonly note: NoteText }
  | { readonly kind: 'remove-note'; readonly edition: string; readonly item: string }

export interface SearchIndex {
  readonly origin: IndexOrigin
  answer(request: SearchRequest): SearchAnswer
  change(change: SearchChange): void
}

/**
 * Makes the index; takes some 10 ms an edition from a file, 30 from its texts. Never throws on a damaged file: the index
 * is then made from the texts, and `origin` says why.
 */
export function createSearchIndex(contents: SearchContents): SearchIndex {
  const editions = new Map(
    contents.bundles.map((bundle) => [bundle.edition.id, documentsOf(bundle)]),
  )
  const vocabulary = createVocabulary()
  let splitByVocabulary: CompoundSplitter = () => []
  let loaded: LoadedIndex | null = null
  /** What the word list said of the words in the file; other words are split by the words of the library. */
  const splitCompound: CompoundSplitter = (word) =>
    loaded?.compounds.get(word) ?? (loaded?.words.has(word) ? [] : splitByVocabulary(word))

  const reading =
    contents.indexFile === null
      ? ({ ok: false, reason: 'no-file' } as const)
      : readIndex(contents.indexFile, editions, splitCompound)
  if (reading.ok) {
    loaded = reading.index
    for (const [word, documents] of loaded.words) vocabulary.add(word, documents)
    for (const [word, seams] of loaded.compounds) {
      for (const [start, end] of partsOf(word, seams)) vocabulary.addPart(word.slice(start, end))
    }
  }
  const items = loaded?.engine ?? createEngine(splitCompound)
  const itemDocuments = new Map([...editions.values()].flat().map((one) => [one.id, one]))
  const notes = createEngine(splitCompound)
  const noteDocuments = new Map<string, SearchDocument>()

  function learn(documents: readonly SearchDocument[]): void {
    for (const word of wordsOf(documents)) vocabulary.add(word)
    // A splitter remembers its answers, and the new words may give others.
    splitByVocabulary = createCompoundSplitter(vocabulary.lexicon)
  }

  function putEdition(bundle: EditionBundle): void {
    const documents = documentsOf(bundle)
    const { id } = bundle.edition
    removeEdition(id)
    learn(documents)
    items.addAll(documents)
    editions.set(id, documents)
    for (const document of documents) itemDocuments.set(document.id, document)
  }

  function removeEdition(id: string): void {
    for (const document of editions.get(id) ?? []) {
      items.discard(document.id)
      itemDocuments.delete(document.id)
    }
    editions.delete(id)
  }

  function putNote(note: NoteText): void {
    removeNote(note.edition, note.item)
    if (note.text.trim() === '') return
    const document = noteDocument(note)
    for (const word of wordsOf([document])) if (!vocabulary.has(word)) vocabulary.add(word)
    notes.add(document)
    noteDocuments.set(document.id, document)
  }

  function removeNote(edition: string, item: string): void {
    const id = documentId(edition, item)
    if (!noteDocuments.delete(id)) return
    notes.discard(id)
    // A note is saved again and again while it is written; what it once said is cleared away now and then.
    if (notes.dirtCount > 50 && notes.dirtFactor > 0.5) void notes.vacuum()
  }

  const unread = [...editions]
    .filter(([id]) => !loaded?.editions.includes(id))
    .map(([, documents]) => documents)
  learn(unread.flat())
  items.addAll(unread.flat())
  for (const note of contents.notes) putNote(note)

  return {
    origin: reading.ok ? { from: 'file' } : { from: 'texts', because: reading.reason },
    answer: (request) =>
      answerQuery(
        {
          shelves: [
            { where: 'item', engine: items, documents: itemDocuments },
            { where: 'note', engine: notes, documents: noteDocuments },
          ],
          vocabulary,
          splitCompound,
        },
        request,
      ),
    change(change) {
      switch (change.kind) {
        case 'put-edition':
          return putEdition(change.bundle)
        case 'remove-edition':
          return removeEdition(change.edition)
        case 'put-note':
          return putNote(change.note)
        case 'remove-note':
          return removeNote(change.edition, change.item)
      }
    },
  }
}
