// Finds the edition that a file became when it was added before.
import type { LibraryEntry } from '#core/library/library-entry'
import type { EditionLibrary } from '../library/edition-library.ts'

/** The entry of the edition that was made of these very bytes; it may have been mended since. */
export function findByHash(library: EditionLibrary, sha256: string): LibraryEntry | null {
  return findReadable(library, (entry) => entry.sha256 === sha256)
}

/** The entry of an edition of which an earlier revision was made of these bytes. */
export function findByEarlierHash(library: EditionLibrary, sha256: string): LibraryEntry | null {
  return findReadable(library, ({ earlier }) => earlier.includes(sha256))
}

/** Whether some edition was made of these bytes, now or before; it may be damaged. */
export function isListed(library: EditionLibrary, sha256: string): boolean {
  const { entries } = library.list()
  return entries.some((entry) => entry.sha256 === sha256 || entry.earlier.includes(sha256))
}

/** Leaves out an edition whose file is damaged by now: adding it again is how the reader gets it back. */
function findReadable(
  library: EditionLibrary,
  isWanted: (entry: LibraryEntry) => boolean,
): LibraryEntry | null {
  const entry = library.list().entries.find(isWanted)
  return entry !== undefined && library.open(entry.id).ok ? entry : null
}
