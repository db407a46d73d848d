// What the store must hold, told as simply as possible: a Map and the writes that were made.
import { isDeepStrictEqual } from 'node:util'
import type { StoreOutcome } from '../../../../src/core/reader-data/store-findings.ts'
import type { ReaderDataStore } from '../../../../electron/services/reader-data/reader-data-store.ts'
import type { ProcessTable } from '../../../../electron/services/store/process-table.ts'

export type Write =
  | { readonly kind: 'put'; readonly key: string; readonly value: unknown }
  | { readonly kind: 'remove'; readonly key: string }
  | { readonly kind: 'putAll'; readonly entries: readonly (readonly [string, unknown])[] }

export function applyToStore(store: ReaderDataStore, write: Write): StoreOutcome {
  switch (write.kind) {
    case 'put':
      return store.put(write.key, write.value)
    case 'remove':
      return store.remove(write.key)
    case 'putAll':
      return store.putAll(write.entries)
  }
}

export function applyToMap(entries: Map<string, unknown>, write: Write): void {
  if (write.kind === 'remove') entries.delete(write.key)
  else if (write.kind === 'put') entries.set(write.key, write.value)
  else for (const [key, value] of write.entries) entries.set(key, value)
}

/** What a store holds after these writes. */
export function stateAfter(writes: readonly Write[]): Map<string, unknown> {
  const entries = new Map<string, unknown>()
  for (const write of writes) applyToMap(entries, write)
  return entries
}

/** The same keys in the same order with the same values. */
export function hasSameEntries(
  entries: ReadonlyMap<string, unknown>,
  expected: ReadonlyMap<string, unknown>,
): boolean {
  return isDeepStrictEqual([...entries], [...expected])
}

/** A process of its own for every store that is opened: all earlier ones are gone. */
export function aNewProcess(): ProcessTable {
  lastPid += 1
  const self = { machine: '00000000', pid: lastPid, started: '00000000' }
  return { self, isRunning: () => false }
}
let lastPid = 0
