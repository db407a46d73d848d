// How often something was kept from the network, since the start and since the program was installed: the main process's own
// record in the store.
import * as v from 'valibot'
import type { OfflineProof } from '#core/desktop-api'
import type { ReaderDataStore } from '../reader-data/reader-data-store.ts'

const countSchema = v.pipe(v.number(), v.safeInteger(), v.minValue(0))
const key = 'refused-requests'

export interface RefusalCounter {
  count(): void
  proof(): OfflineProof
  /** Writes what is not written yet; the store must still be open. */
  close(): void
}

/**
 * Counts at once and writes soon: a program that is killed forgets what was refused in the last `delay` milliseconds. What
 * cannot be written is counted anew next time, so no outcome is told.
 */
export function createRefusalCounter(store: ReaderDataStore, delay: number): RefusalCounter {
  const before = readCount(store)
  let refused = 0
  let timer: NodeJS.Timeout | undefined

  function save(): void {
    timer = undefined
    if (readCount(store) !== before + refused) store.put(key, before + refused)
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

/** 0 when nothing is kept or what is kept makes no sense. */
function readCount(store: ReaderDataStore): number {
  const read = v.safeParse(countSchema, store.entries().get(key))
  return read.success ? read.output : 0
}
