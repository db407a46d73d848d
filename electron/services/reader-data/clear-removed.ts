// What the reader removed more than thirty days ago goes for good, and with it the words of an item of which nothing else is kept.
import { isAnnotation } from '#core/annotations/kinds'
import { itemTextKey } from '#core/reader-data/item-text'
import { lastingStates, removedKey } from '#core/reader-data/removed-record'
import type { ReaderData } from './reader-data.ts'

/** What cannot be written now is tried at another start; until then no list shows it. */
export async function clearRemoved(
  data: Pick<ReaderData, 'recordsInTurns' | 'put' | 'remove'>,
  now: Date,
): Promise<void> {
  const records = await data.recordsInTurns()
  const removed = records.flatMap((record) => {
    if (record.kind !== 'removed') return []
    return { record, states: lastingStates(record, now.toISOString()) }
  })
  const expired = removed.filter(({ record, states }) => states.length < record.states.length)
  if (expired.length === 0) return
  const kept = [
    ...records.filter((record) => isAnnotation(record)),
    ...removed.flatMap(({ states }) => states.map((state) => state.record)),
  ]
  const needed = new Set(kept.map(itemTextKey))
  for (const { record, states } of expired) {
    // The words first: who is killed between finds them again.
    for (const key of new Set(record.states.map((state) => itemTextKey(state.record))))
      if (!needed.has(key)) data.remove(key)
    if (states.length === 0) data.remove(removedKey(record.of))
    else data.put({ ...record, states: [...states] })
  }
}
