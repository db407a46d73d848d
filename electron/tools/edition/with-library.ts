// The library, for the verbs that work on one.
import fs from 'node:fs'
import { openEditionLibrary, type EditionLibrary } from '../../services/library/edition-library.ts'
import { revisionsIn } from '../../services/library/library-folder.ts'
import { catalogueName } from '../../services/library/library-names.ts'
import { openSearchIndex, type SearchIndex } from '../../services/search/search-index.ts'
import { misuse, type Host, type Request } from './verb.ts'

export const libraryUse = '--library DIR'
export const libraryOption = { library: { type: 'string' } } as const

/** The folder that was named; throws a `VerbFailure` when none was. */
export function libraryFolder({ library }: Request['options']): string {
  if (library === undefined || library === '') throw misuse('--library is missing')
  return library
}

/** Whether a library was ever made in a folder: it has a catalogue, or editions. */
export function holdsLibrary(folder: string): boolean {
  if (!isFolder(folder)) return false
  const names = fs.readdirSync(folder)
  return names.includes(catalogueName) || revisionsIn(names).size > 0
}

/** Whether there is something in which a library may be. */
export function isFolder(folder: string): boolean {
  return fs.statSync(folder, { throwIfNoEntry: false })?.isDirectory() ?? false
}

/** Lends a library to some work and closes it afterwards. */
export async function withLibrary<Value>(
  folder: string,
  work: (library: EditionLibrary) => Value | Promise<Value>,
): Promise<Value> {
  const library = openEditionLibrary({ folder })
  try {
    return await work(library)
  } finally {
    library.close()
  }
}

/** Lends the search index of a library to some work, with all editions in it; what was not in it yet is saved. */
export function withIndex<Value>(
  { words }: Host,
  library: string,
  mayWrite: boolean,
  work: (index: SearchIndex) => Value,
): Value {
  const index = openSearchIndex({
    ...{ bundled: null, words, library, mayWrite, shown: null },
    notes: [],
    bookmarks: [],
  })
  try {
    while (index.work());
    return work(index)
  } finally {
    index.close()
  }
}
