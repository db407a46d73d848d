// The search engine of a library: an index of all editions that is saved and grows with them, and the reader's notes beside it.
// Nothing is indexed at a start that was indexed before; what is missing is made up for bit by bit, between the answers.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import * as v from 'valibot'
import type { IndexProgress } from '#core/desktop-api'
import type { CompoundLexicon, CompoundSplitter } from '#core/dutch/compound'
import { lexiconOf, openPackedWordList, withOpenings } from '#core/dutch/word-list'
import { editionBundleSchema, type EditionBundle } from '#core/edition/edition'
import { createAnalyser } from '#core/search/analyser'
import { answerQuery, findDocuments, type FoundDocuments } from '#core/search/answer-query'
import { completeQuery } from '#core/search/complete-query'
import { createBookmarks, type BookmarkedItem } from '#core/search/bookmarks'
import type { SearchContext } from '#core/search/search-context'
import type { NoteText } from '#core/search/documents'
import type {
  Completion,
  CompletionRequest,
  SearchAnswer,
  SearchRequest,
} from '#core/search/search-types'
import { createVocabulary, type Vocabulary } from '#core/search/vocabulary'
import { createSegmentSet } from '#core/search/compact/segment-set'
import { createKnownSplitter } from '#core/search/compact/split-known'
import { openEditionIndex } from './edition-index.ts'
import { createNoteIndex } from './note-index.ts'
import { realFiles, type StoreFiles } from '../store/durable-files.ts'
import { stampOf } from './prebuilt-index.ts'
import { DamagedSegment } from './segment-file.ts'

/** What is to be searched, and where it lies. */
export interface SearchContents {
  /** The edition that comes with the program, and the index that was made of it; null when there is none. */
  readonly bundled: { readonly edition: string; readonly index: string } | null
  /** The word list for the seams of compounds (word-list.ts); without it they are found by the words of the library alone. */
  readonly words: string | null
  /** The library's folder; the index is saved in `search` in it. */
  readonly library: string | null
  /** False when another process changes the library, or nobody may. */
  readonly mayWrite: boolean
  /** An edition that is open and lies in neither. */
  readonly shown: EditionBundle | null
  readonly notes: readonly NoteText[]
  readonly bookmarks: readonly BookmarkedItem[]
}

export interface SearchIndexOptions extends SearchContents {
  readonly files?: StoreFiles
}

/** Something that changed after the index was opened. */
export type SearchChange =
  /** An edition came into the library or left it. */
  | { readonly kind: 'library'; readonly edition: string }
  | { readonly kind: 'shown'; readonly bundle: EditionBundle | null }
  | { readonly kind: 'put-note'; readonly note: NoteText }
  | { readonly kind: 'remove-note'; readonly edition: string; readonly item: string }
  | { readonly kind: 'put-bookmark' | 'remove-bookmark'; readonly bookmark: BookmarkedItem }

export interface SearchIndex {
  /** Whether something that was saved had to be given up and is indexed again. */
  readonly isRebuilt: boolean
  /** How far the indexing of what was not indexed yet is; null when nothing is left. */
  readonly progress: IndexProgress | null
  answer(request: SearchRequest): SearchAnswer
  /** What may stand where the cursor is. */
  complete(request: CompletionRequest): Completion | null
  /** The best documents, without a reason for each. */
  find(text: string, limit: number): FoundDocuments
  change(change: SearchChange): void
  /** Looks at what is there of these editions, and at all that is new in the library's folder. */
  refresh(editions: readonly string[]): void
  /** Does a little of what is to be done; false when nothing is. */
  work(): boolean
  close(): void
}

/** Never throws on what it finds on the disk: what is damaged is indexed again. */
export function openSearchIndex(contents: SearchIndexOptions): SearchIndex {
  const { library, mayWrite, files = realFiles } = contents
  const sets = { items: createSegmentSet(), notes: createSegmentSet() }
  const both = [sets.items, sets.notes]
  /** Read when something is indexed for the first time: most starts index nothing. */
  let read: CompoundLexicon | null = null
  function wordList(): CompoundLexicon | null {
    read ??= contents.words === null ? null : readWords(contents.words)
    return read
  }
  function listed(vocabulary: Vocabulary): CompoundLexicon {
    const list = wordList()
    return list === null ? vocabulary.lexicon : withOpenings(list, vocabulary.has)
  }
  function splitterFor(words: ReadonlySet<string>): CompoundSplitter {
    return createKnownSplitter(both, listed(createVocabulary(both, words)))
  }
  const notes = createNoteIndex(sets.notes, splitterFor)
  const items = openEditionIndex({
    set: sets.items,
    bundled: contents.bundled === null ? null : readBundled(contents.bundled),
    library,
    saveIn: library === null ? null : join(library, 'search'),
    mayWrite,
    files,
    splitterFor,
    hasListedSeams: () => wordList() !== null,
  })
  items.show(contents.shown)
  notes.putAll(contents.notes)
  const bookmarks = createBookmarks(contents.bookmarks)

  /** What was indexed by is what is looked for by, so this follows the segments. */
  let tools: {
    readonly items: unknown
    readonly notes: unknown
    readonly library: SearchContext
  } | null = null
  function searched(): SearchContext {
    if (tools?.items !== sets.items.parts || tools.notes !== sets.notes.parts) {
      const vocabulary = createVocabulary(both)
      const splitCompound = createKnownSplitter(both, vocabulary.lexicon)
      tools = {
        items: sets.items.parts,
        notes: sets.notes.parts,
        library: {
          ...{ items: sets.items, notes: sets.notes, bookmarks },
          ...{ vocabulary, splitCompound, analyser: createAnalyser(splitCompound) },
        },
      }
    }
    return tools.library
  }

  /** A text that turns out to be damaged costs its segment, and the question is asked of the rest. */
  function asked<Answer>(ask: () => Answer): Answer {
    for (;;) {
      try {
        return ask()
      } catch (error) {
        if (!(error instanceof DamagedSegment) || !items.discardFile(error.file)) throw error
      }
    }
  }

  return {
    get isRebuilt() {
      return items.isRebuilt
    },
    get progress() {
      return items.progress
    },
    answer: (request) => asked(() => answerQuery(searched(), request)),
    complete: (request) => completeQuery(searched(), request),
    find: (text, limit) => asked(() => findDocuments(searched(), text, limit)),
    change(change) {
      switch (change.kind) {
        case 'library':
          return items.refresh([change.edition])
        case 'shown':
          return items.show(change.bundle)
        case 'put-note':
          return notes.put(change.note)
        case 'remove-note':
          return notes.remove(change.edition, change.item)
        case 'put-bookmark':
          return bookmarks.put(change.bookmark)
        case 'remove-bookmark':
          return bookmarks.remove(change.bookmark)
      }
    },
    refresh: (editions) => items.refresh(editions),
    work: () => items.work(),
    close: () => items.close(),
  }
}

/** Null when it cannot be read. */
function readWords(file: string): CompoundLexicon | null {
  try {
    return lexiconOf(openPackedWordList(readFileSync(file)))
  } catch {
    return null
  }
}

/** The bundled edition and the stamp of its index; null when it cannot be read, which the window tells by itself. */
function readBundled({ edition, index }: { readonly edition: string; readonly index: string }) {
  try {
    const bytes = readFileSync(edition)
    const bundle = v.parse(editionBundleSchema, JSON.parse(bytes.toString('utf8')))
    return { bundle, stamp: stampOf(bytes), index }
  } catch {
    return null
  }
}
