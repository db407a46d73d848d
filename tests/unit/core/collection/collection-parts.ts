import type { Collection, CollectionPart } from '../../../../src/core/desktop/collection.ts'

export function aPart(change: Partial<CollectionPart> = {}): CollectionPart {
  const nobody = { sender: '', address: '', list: '' }
  return { title: 'De kade', date: null, ...nobody, isKnown: false, ...change }
}

export function aFeedOf(parts: readonly CollectionPart[], areDigests = false): Collection {
  return { id: 1, kind: 'feed', file: 'krant.rss', title: 'Kadekrant', parts, areDigests }
}

export function aMailboxOf(parts: readonly CollectionPart[]): Collection {
  return { id: 1, kind: 'mailbox', file: 'post.mbox', title: '', parts, areDigests: true }
}
