// What else a file holds of who wrote one of its parts.
import type { Collection } from '../desktop/collection.ts'
import { sendersOf } from './senders.ts'

/** The places of the other parts of the same sender, in the order of the file; all others of a feed. */
export function othersOf({ kind, parts }: Collection, place: number): readonly number[] {
  const senders = kind === 'mailbox' ? sendersOf(parts) : parts.map(() => 'feed')
  const own = senders[place] ?? ''
  return own === ''
    ? []
    : senders.flatMap((sender, at) => (sender === own && at !== place ? [at] : []))
}
