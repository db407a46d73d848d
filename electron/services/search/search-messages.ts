// The messages between the main process and the search worker.
import type { IndexProgress } from '#core/desktop-api'
import type {
  Completion,
  CompletionRequest,
  SearchAnswer,
  SearchRequest,
} from '#core/search/search-types'
import type { SearchChange, SearchContents } from './search-index.ts'

/** `load` comes first, and once. */
export type ToSearchWorker =
  | { readonly kind: 'load'; readonly contents: SearchContents }
  | { readonly kind: 'change'; readonly change: SearchChange }
  | { readonly kind: 'ask'; readonly ticket: number; readonly request: SearchRequest }
  | { readonly kind: 'complete'; readonly ticket: number; readonly request: CompletionRequest }

export type FromSearchWorker =
  | { readonly kind: 'loaded' }
  /** A damaged part of the saved index is indexed again; sent at most once. */
  | { readonly kind: 'rebuilt' }
  | { readonly kind: 'answer'; readonly ticket: number; readonly answer: SearchAnswer }
  | { readonly kind: 'completion'; readonly ticket: number; readonly answer: Completion | null }
  /** How far an indexing is that takes a while; null when it is done, so that answers can be asked again. */
  | { readonly kind: 'indexing'; readonly progress: IndexProgress | null }
