// Opens a library and its search index for a verb.
import fs from 'node:fs'
import { openEditionLibrary, type EditionLibrary } from '../../services/library/edition-library.ts'
import { revisionsIn } from '../../services/library/library-folder.ts'
import { catalogueName } from '../../services/library/library-names.ts'
import { openSearchIndex, type SearchIndex } from '../../services/search/search-index.ts'
import { misuse, type Host, type Request } from './verb.ts'

export const libraryUsage = '--library DIR'
export const libraryOption = { library: { type: 'string' } } as const

/** The folder of `--library`; throws a `VerbFailure` without one. */
export function libraryFolder({ library }: Request['options']): string {
  if (library === undefined || library === '') throw misuse('--library is missing')
  return library
}

export function holdsLibrary(folder: string): boolean {
  if (!isFolder(folder)) return false
  const names = fs.readdirSync(folder)
  return names.includes(catalogueName) || revisionsIn(names).size > 0
}

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

/** Lends the search index of a library to some work, after indexing and saving what it lacked. */
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
