// Which part of the desk is shown. It lives apart from the desk, which is not loaded before it is on the screen.
import { defineStore } from 'pinia'
import { ref, shallowRef } from 'vue'
import type { DeskShelf } from '#core/annotations/desk'

/** The word list, each kept question and what was removed have a shelf too, but other rows. */
export type ShownShelf =
  | DeskShelf
  | { readonly kind: 'words' | 'removed' }
  | { readonly kind: 'question'; readonly key: string }

/** An item of an edition, by their ids. */
export interface ItemPlace {
  readonly edition: string
  readonly item: string
}

/** A kept question that was left for the text of one of its hits. */
export interface LeftQuestion {
  readonly question: string
  /** The key of the hit's row. */
  readonly row: string
  /** Words that narrowed its hits. */
  readonly typed: string
}

/** Whether its rows are of what the reader kept. */
export function isDeskShelf(shelf: ShownShelf): shelf is DeskShelf {
  return shelf.kind !== 'words' && shelf.kind !== 'removed' && shelf.kind !== 'question'
}

export const useShelfStore = defineStore('shelf', () => {
  const shown = shallowRef<ShownShelf>({ kind: 'all' })
  /** Where the reader left a kept question for the text, until they come back. */
  const left = shallowRef<LeftQuestion | null>(null)
  /** The hit of a kept question that the keys are at; null on every other shelf. */
  const hit = shallowRef<ItemPlace | null>(null)
  /** The key of a bookmark, note or highlight whose row takes the keys when the desk comes on the screen. */
  const asked = ref<string | null>(null)
  return { shown, left, hit, asked }
})
