// How many requests to a network were refused, since the start and since the program was installed.
import * as v from 'valibot'
import type { OfflineProof } from '#core/desktop-api'
import type { ReaderDataStore } from '../reader-data/reader-data-store.ts'
import { createRecord } from './create-record.ts'

const countSchema = v.pipe(v.number(), v.safeInteger(), v.minValue(0))

export interface RefusalCounter {
  count(): void
  proof(): OfflineProof
  /** Writes the count if that is still to be done; the store must be open. */
  close(): void
}

/**
 * Counts at once and writes after `delay` milliseconds, so a killed program forgets what was refused in that time. A failed
 * write is ignored.
 */
export function createRefusalCounter(store: ReaderDataStore, delay: number): RefusalCounter {
  const record = createRecord(store, 'refused-requests', countSchema)
  const before = record.read() ?? 0
  let refused = 0
  let timer: NodeJS.Timeout | undefined

  function save(): void {
    timer = undefined
    const total = before + refused
    if (total !== (record.read() ?? 0)) record.write(total)
  }

  return {
    count() {
      refused++
      timer ??= setTimeout(save, delay)
    },
    proof: () => ({ refused, refusedEver: before + refused }),
    close() {
      clearTimeout(timer)
      save()
    },
  }
}
