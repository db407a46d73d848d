// What the main process and the search worker say to each other.
import type { IndexProgress } from '#core/desktop-api'
import type { SearchAnswer, SearchRequest } from '#core/search/search-types'
import type { SearchChange, SearchContents } from './search-index.ts'

/** `load` comes once, first. */
export type ToSearchWorker =
  | { readonly kind: 'load'; readonly contents: SearchContents }
  | { readonly kind: 'change'; readonly change: SearchChange }
  | { readonly kind: 'ask'; readonly ticket: number; readonly request: SearchRequest }

export type FromSearchWorker =
  | { readonly kind: 'loaded' }
  /** Something saved was given up and is indexed again; told once. */
  | { readonly kind: 'rebuilt' }
  | { readonly kind: 'answer'; readonly ticket: number; readonly answer: SearchAnswer }
  /** How far the indexing is that takes a while; null when it is done, so that what was asked meanwhile is asked again. */
  | { readonly kind: 'indexing'; readonly progress: IndexProgress | null }
