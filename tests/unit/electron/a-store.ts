// A real store in a folder of its own, for tests of what is built on it.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach } from 'vitest'
import {
  openReaderDataStore,
  type ReaderDataStore,
} from '../../../electron/services/reader-data/reader-data-store.ts'

export interface StorePlace {
  /** A folder for each test, gone when the test has ended. */
  readonly folder: () => string
  /** A file in that folder. */
  readonly file: (name: string) => string
  /** Opens a store of that name; one that is open already is closed first, as at a restart. */
  readonly open: (name?: string) => ReaderDataStore
}

export function aStorePlace(): StorePlace {
  let folder = ''
  const stores = new Map<string, ReaderDataStore>()
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'leeslamp-services-'))
  })
  afterEach(() => {
    for (const store of stores.values()) store.close()
    stores.clear()
    rmSync(folder, { recursive: true, force: true })
  })
  return {
    folder: () => folder,
    file: (name) => join(folder, name),
    open: (name = 'data') => {
      stores.get(name)?.close()
      const store = openReaderDataStore({ folder: join(folder, name) })
      stores.set(name, store)
      return store
    },
  }
}
