// What each kind of annotation looks like in lists, and the action that makes one.
import { Bookmark, Highlighter, Pencil } from '@lucide/vue'
import type { Component } from 'vue'
import type { ListedKind } from '#core/annotations/kinds'
import type { Action } from './keymap.ts'

export const annotationLooks: Readonly<
  Record<ListedKind, { readonly icon: Component; readonly action: Action }>
> = {
  bookmark: { icon: Bookmark, action: 'bookmark' },
  highlight: { icon: Highlighter, action: 'sentence' },
  note: { icon: Pencil, action: 'note' },
}
