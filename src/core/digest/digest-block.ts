// The blocks of which an edition is made, in the order of the text.
import type { SourceList } from './sources/source-names.ts'
import type { Caption } from './lines/caption.ts'
import type { ItemEnd } from './sources/item-end.ts'

/** One line of the text and its role; `line` counts from 1. */
export type DigestBlock = { readonly line: number } & (
  | { readonly role: 'title' | 'lede' | 'heading' | 'item-title'; readonly text: string }
  | { readonly role: 'caption'; readonly caption: Caption; readonly text: string }
  /** `continues` adds a paragraph to the item above. */
  | { readonly role: 'item'; readonly end: ItemEnd; readonly continues: boolean }
  /** `isAbove` when they belong to the item below. */
  | {
      readonly role: 'sources'
      readonly list: SourceList
      readonly text: string
      readonly isAbove: boolean
    }
  | { readonly role: 'photo-label' | 'repeated-line' | 'page-furniture'; readonly text: string }
  /** `value` is YYYY-MM-DD or YYYY-MM, or null when the line is less than that. */
  | { readonly role: 'date'; readonly text: string; readonly value: string | null }
)
