// What the reader removed more than thirty days ago goes for good.
import { lastingStates, removedKey } from '#core/reader-data/removed-record'
import type { ReaderData } from './reader-data.ts'

/** What cannot be written now is tried at another start; until then no list shows it. */
export async function clearRemoved(
  data: Pick<ReaderData, 'recordsInTurns' | 'put' | 'remove'>,
  now: Date,
): Promise<void> {
  for (const record of await data.recordsInTurns()) {
    if (record.kind !== 'removed') continue
    const states = lastingStates(record, now.toISOString())
    if (states.length === record.states.length) continue
    if (states.length === 0) data.remove(removedKey(record.of))
    else data.put({ ...record, states: [...states] })
  }
}
