// What each kind of annotation looks like in lists, and the action that makes one.
import { Bookmark, Pencil } from '@lucide/vue'
import type { Component } from 'vue'
import type { AnnotationKind } from '#core/annotations/annotation'
import type { Action } from './keymap.ts'

export const annotationLooks: Readonly<
  Record<AnnotationKind, { readonly icon: Component; readonly action: Action }>
> = {
  bookmark: { icon: Bookmark, action: 'bookmark' },
  note: { icon: Pencil, action: 'note' },
}
