// The messages between the main process and the search worker.
import type { IndexProgress } from '#core/desktop-api'
import type { Edition } from '#core/edition/edition'
import type { FoundWord } from '#core/lookup/look-up-in-all'
import type { EarlierItem, ItemFindings } from '#core/reading-notes/reading-notes'
import type {
  Completion,
  CompletionRequest,
  CountedQuestion,
  HitCount,
  SearchAnswer,
  SearchRequest,
} from '#core/search/search-types'
import type { DictionarySource } from '../dictionaries/dictionary-shelf.ts'
import type { AskedWord } from '../reading-notes/finder.ts'
import type { SearchChange, SearchContents } from './search-index.ts'

/** All that the worker is given at its start. */
export interface WorkerContents extends SearchContents {
  /** What words are looked up in, in this order; without it, in the list of the program. */
  readonly dictionaries?: readonly DictionarySource[]
}

export type WorkerChange =
  SearchChange | { readonly kind: 'dictionaries'; readonly sources: readonly DictionarySource[] }

/** `load` comes first, and once. */
export type ToSearchWorker =
  | { readonly kind: 'load'; readonly contents: WorkerContents }
  | { readonly kind: 'change'; readonly change: WorkerChange }
  | { readonly kind: 'ask'; readonly ticket: number; readonly request: SearchRequest }
  | { readonly kind: 'count'; readonly ticket: number; readonly question: CountedQuestion }
  | { readonly kind: 'complete'; readonly ticket: number; readonly request: CompletionRequest }
  | AskFinder

/** What the finder is asked (electron/services/reading-notes/finder.ts). */
export type AskFinder =
  | { readonly kind: 'notes'; readonly ticket: number; readonly edition: Edition }
  | { readonly kind: 'earlier'; readonly ticket: number; readonly edition: Edition }
  | { readonly kind: 'look-up'; readonly ticket: number; readonly asked: AskedWord }

export type FromSearchWorker =
  | { readonly kind: 'loaded' }
  /** A damaged part of the saved index is indexed again; sent at most once. */
  | { readonly kind: 'rebuilt' }
  | { readonly kind: 'answer'; readonly ticket: number; readonly answer: SearchAnswer }
  | {
      readonly kind: 'count'
      readonly ticket: number
      readonly answer: HitCount & { readonly isComplete: boolean }
    }
  | { readonly kind: 'completion'; readonly ticket: number; readonly answer: Completion | null }
  | { readonly kind: 'notes'; readonly ticket: number; readonly answer: readonly ItemFindings[] }
  | {
      readonly kind: 'earlier'
      readonly ticket: number
      readonly answer: ReadonlyMap<string, readonly EarlierItem[]>
    }
  | { readonly kind: 'looked-up'; readonly ticket: number; readonly answer: FoundWord | null }
  /** How far an indexing is that takes a while; null when it is done, so that answers can be asked again. */
  | { readonly kind: 'indexing'; readonly progress: IndexProgress | null }
