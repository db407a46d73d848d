// A library in a folder of its own, for tests.
import type { PutOutcome } from '../../../electron/services/library/add-edition.ts'
import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach } from 'vitest'
import {
  openEditionLibrary,
  type EditionLibrary,
} from '../../../electron/services/library/edition-library.ts'
import { realFiles, type StoreFiles } from '../../../electron/services/store/durable-files.ts'
import type { EditionBundle } from '../../../src/core/edition/edition.ts'
import { libraryProvenance } from '../../fixtures/make-library.ts'
import { anEdition } from '../core/search/an-edition.ts'

export interface LibraryPlace {
  /** A file in the folder, or the folder itself; gone when the test has ended. */
  at(...names: string[]): string
  /** The names in it, without locks. */
  names(): string[]
  /** Opens the library beside those that are open. */
  open(files?: StoreFiles): EditionLibrary
  /** The same after those that are open are closed, as at a restart; `now` is a day. */
  reopen(files?: StoreFiles, now?: string): EditionLibrary
  /** The same by a clock that goes on. */
  reopenAt(now: () => string): EditionLibrary
  /** The same after a kill: nothing is closed, and the lock's process is gone. */
  reopenAfterKill(files?: StoreFiles): EditionLibrary
}

export function aLibraryPlace(): LibraryPlace {
  let folder = ''
  let opened: EditionLibrary[] = []
  const closeAll = (): void => {
    for (const library of opened) library.close()
    opened = []
  }
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'leeslamp-library-'))
  })
  afterEach(() => {
    closeAll()
    rmSync(folder, { recursive: true, force: true })
  })
  function open(
    files: StoreFiles = realFiles,
    now: string | (() => string) = '2024-07-06',
  ): EditionLibrary {
    const clock = typeof now === 'string' ? () => now : now
    const library = openEditionLibrary({ folder, files, now: () => new Date(clock()) })
    opened.push(library)
    return library
  }
  return {
    at: (...names) => join(folder, ...names),
    names: () => readdirSync(folder).filter((name) => !name.endsWith('.lock')),
    open: (files) => open(files),
    reopen: (files, now) => {
      closeAll()
      return open(files, now)
    },
    reopenAt: (now) => {
      closeAll()
      return open(realFiles, now)
    },
    reopenAfterKill: (files) => {
      opened = []
      for (const name of readdirSync(folder)) {
        if (name.endsWith('.lock')) rmSync(join(folder, name))
      }
      return open(files)
    },
  }
}

/** Always the same id, with two items. */
export function blik(revision = 1, title = 'Blik'): EditionBundle {
  const bundle = anEdition({ id: 'blik-27', title, sections: { Water: ['Een.', 'Twee.'] } })
  return { ...bundle, edition: { ...bundle.edition, revision } }
}

export function put(library: EditionLibrary, bundle: EditionBundle): PutOutcome {
  return library.add(bundle, libraryProvenance)
}

export function titles(library: EditionLibrary): string[] {
  return library.list().entries.map(({ title }) => title)
}
