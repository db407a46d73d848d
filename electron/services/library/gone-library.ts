// Whether the library of a reader is gone as a whole: its folder was renamed or deleted, or its disk is not there. Such a folder
// looks like that of a new reader, so what the reader had is remembered beside it.
import * as v from 'valibot'
import { createRecord } from '../records/create-record.ts'
import type { ReaderDataStore } from '../reader-data/reader-data-store.ts'
import { attempt, realFiles, type StoreFiles } from '../store/durable-files.ts'
import { catalogueName, parseEditionFileName, removedFolder } from './library-names.ts'

export interface LibraryPresence {
  /** The folder that should be there and holds nothing of a library; null when nothing is wrong. */
  readonly gone: string | null
  /** Remembers whether this reader has had editions. A failed write is ignored: the next call tries again. */
  remember(): void
}

/**
 * Looks once, and must be asked before anything makes the folder again. A library whose editions the reader removed keeps its
 * folder for removed editions, so it is not gone.
 *
 * @param options.editionsOfReader the ids that the reader's data names, without the bundled edition. They are asked for only in a
 *   profile of an older program, which remembered nothing, and without the folder.
 */
export function lookForLibrary(options: {
  readonly store: ReaderDataStore
  readonly folder: string
  readonly files?: StoreFiles
  readonly editionsOfReader: () => readonly string[]
}): LibraryPresence {
  const { store, folder, files = realFiles } = options
  const record = createRecord(store, 'had-editions', v.boolean())
  let hadEditions = record.read()
  const atStart = namesIn(files, folder)
  const isMissed = hadEditions ?? (atStart === null && options.editionsOfReader().length > 0)
  const isGone = isMissed && !isLibrary(atStart)
  return {
    gone: isGone ? folder : null,
    remember() {
      if (hadEditions === true) return
      const has = isGone || isLibrary(namesIn(files, folder))
      if (has !== hadEditions && record.write(has).ok) hadEditions = has
    },
  }
}

/** Null when the folder is not there or cannot be listed. */
function namesIn(files: StoreFiles, folder: string): readonly string[] | null {
  let names: readonly string[] | null = null
  attempt(() => (names = files.list(folder)))
  return names
}

/** Whether a library was ever kept in a folder with these names; a lock or an index alone is none. */
function isLibrary(names: readonly string[] | null): boolean {
  return (
    names?.some(
      (name) =>
        name === catalogueName || name === removedFolder || parseEditionFileName(name) !== null,
    ) ?? false
  )
}
