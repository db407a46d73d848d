// The search engine of a library: a saved index of all editions, which grows with them, and one of the reader's notes. A start
// indexes nothing that was indexed before. What is missing is indexed step by step, between answers.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import * as v from 'valibot'
import type { IndexProgress } from '#core/desktop-api'
import type { CompoundLexicon, CompoundSplitter } from '#core/dutch/compound'
import { lexiconOf, openPackedWordList, withOpenings } from '#core/dutch/word-list'
import { editionBundleSchema, type EditionBundle } from '#core/edition/edition'
import { createAnalyser } from '#core/search/analyser'
import {
  answerQuery,
  countHits,
  findDocuments,
  type FoundDocuments,
} from '#core/search/answer-query'
import { completeQuery } from '#core/search/complete-query'
import { createBookmarks, type BookmarkedItem } from '#core/search/bookmarks'
import type { SearchContext } from '#core/search/search-context'
import type { NoteText } from '#core/search/documents'
import type {
  Completion,
  CompletionRequest,
  CountedQuestion,
  SearchAnswer,
  SearchRequest,
} from '#core/search/search-types'
import { createVocabulary, type Vocabulary } from '#core/search/vocabulary'
import { createSegmentSet, type SegmentSet } from '#core/search/compact/segment-set'
import { createKnownSplitter } from '#core/search/compact/split-known'
import { openEditionIndex } from './edition-index.ts'
import { createNoteIndex } from './note-index.ts'
import { realFiles, type StoreFiles } from '../store/durable-files.ts'
import { stampOf } from './prebuilt-index.ts'
import { DamagedSegment } from './segment-file.ts'

/** What is to be searched, and where its files are. */
export interface SearchContents {
  /** The files of the edition that comes with the program, and of its index; null when there is none. */
  readonly bundled: { readonly edition: string; readonly index: string } | null
  /** The file of the word list that splits compounds (word-list.ts). Without it, the words of the library split them. */
  readonly words: string | null
  /** The file of the word list with glosses (word-entry.ts). Without it, no word is looked up. */
  readonly glosses?: string
  /** The library's folder. The index is saved in its folder `search`. */
  readonly library: string | null
  /** False when another process changes the library, or it is read-only. */
  readonly mayWrite: boolean
  /** An edition that is open, and neither bundled nor in the library. */
  readonly shown: EditionBundle | null
  readonly notes: readonly NoteText[]
  readonly bookmarks: readonly BookmarkedItem[]
}

export interface SearchIndexOptions extends SearchContents {
  readonly files?: StoreFiles
}

/** A change after the index was opened. */
export type SearchChange =
  /** An edition came into the library or left it. */
  | { readonly kind: 'library'; readonly edition: string }
  | { readonly kind: 'shown'; readonly bundle: EditionBundle | null }
  | { readonly kind: 'put-note'; readonly note: NoteText }
  | { readonly kind: 'remove-note'; readonly edition: string; readonly item: string }
  | { readonly kind: 'put-bookmark' | 'remove-bookmark'; readonly bookmark: BookmarkedItem }

export interface SearchIndex {
  /** Whether a damaged part of the saved index is indexed again. */
  readonly isRebuilt: boolean
  /** How far the indexing is; null when nothing is left to index. */
  readonly progress: IndexProgress | null
  /** The index of all items. */
  readonly items: SegmentSet
  answer(request: SearchRequest): SearchAnswer
  /** See `countHits` in answer-query.ts. */
  count(question: CountedQuestion): ReturnType<typeof countHits>
  /** Null when there is nothing to complete. */
  complete(request: CompletionRequest): Completion | null
  /** The documents of the best hits, without reasons and excerpts. */
  find(text: string, limit: number): FoundDocuments
  change(change: SearchChange): void
  /** Checks the files of these editions, and all that is new in the library's folder. */
  refresh(editions: readonly string[]): void
  /** Does one step of what is to be done; false when nothing is. */
  work(): boolean
  close(): void
}

/** Never throws because of a damaged file: its contents are indexed again. */
export function openSearchIndex(contents: SearchIndexOptions): SearchIndex {
  const { library, mayWrite, files = realFiles } = contents
  const sets = { items: createSegmentSet(), notes: createSegmentSet() }
  const both = [sets.items, sets.notes]
  /** Read when it is first needed, because most starts index nothing. */
  let readList: CompoundLexicon | null = null
  function wordList(): CompoundLexicon | null {
    readList ??= contents.words === null ? null : readWords(contents.words)
    return readList
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

  /** Made anew when segments come or go, so that words are searched as they were indexed. */
  let current: {
    readonly items: unknown
    readonly notes: unknown
    readonly context: SearchContext
  } | null = null
  function currentContext(): SearchContext {
    if (current?.items !== sets.items.parts || current.notes !== sets.notes.parts) {
      const vocabulary = createVocabulary(both)
      const splitCompound = createKnownSplitter(both, vocabulary.lexicon)
      const analyser = createAnalyser(splitCompound)
      current = {
        items: sets.items.parts,
        notes: sets.notes.parts,
        context: { ...sets, bookmarks, vocabulary, splitCompound, analyser },
      }
    }
    return current.context
  }

  /** When a text turns out to be damaged, its segment is discarded, and the rest is asked again. */
  function askUndamaged<Answer>(ask: () => Answer): Answer {
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
    items: sets.items,
    answer: (request) => askUndamaged(() => answerQuery(currentContext(), request)),
    count: (question) => askUndamaged(() => countHits(currentContext(), question)),
    complete: (request) => completeQuery(currentContext(), request),
    find: (text, limit) => askUndamaged(() => findDocuments(currentContext(), text, limit)),
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

/** The bundled edition with its stamp; null when it cannot be read, which the window reports by itself. */
function readBundled({ edition, index }: { readonly edition: string; readonly index: string }) {
  try {
    const bytes = readFileSync(edition)
    const bundle = v.parse(editionBundleSchema, JSON.parse(bytes.toString('utf8')))
    return { bundle, stamp: stampOf(bytes), index }
  } catch {
    return null
  }
}
