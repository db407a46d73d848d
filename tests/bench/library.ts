// What the number of editions in a library costs: its opening, its list, one edition, and memory, against a library of one.
import { execFileSync } from 'node:child_process'
import fs from 'node:fs'
import path from 'node:path'
import { openEditionLibrary } from '../../electron/services/library/edition-library.ts'
import { openSearchIndex } from '../../electron/services/search/search-index.ts'
import { fillLibrary, makeEdition } from '../fixtures/make-library.ts'
import type { LibraryStart } from './library-process.ts'

export const librarySizes = [1, 100, 1_000, 5_000] as const
/** As many as weekly digests have. */
const itemsOfEdition = 20
export type LibrarySize = (typeof librarySizes)[number]

export interface MadeLibrary {
  readonly size: LibrarySize
  readonly folder: string
}

/** Makes a library of each size in `home`, indexed. */
export function makeLibraries(home: string, tell: (text: string) => void): readonly MadeLibrary[] {
  return librarySizes.map((size) => {
    tell(`library: making ${String(size)} editions`)
    const folder = path.join(home, `library-${String(size)}`)
    fs.mkdirSync(folder)
    const library = openEditionLibrary({ folder })
    fillLibrary(library, size, { items: itemsOfEdition })
    library.close()
    const contents = {
      ...{ bundled: null, words: null, library: folder, mayWrite: true },
      ...{ shown: null, notes: [], bookmarks: [] },
    }
    const index = openSearchIndex(contents)
    while (index.work());
    index.close()
    return { size, folder }
  })
}

/** Starts each library in a process of its own, in turns. */
export function measureLibrary(
  libraries: readonly MadeLibrary[],
  options: { rounds: number; tell: (text: string) => void },
): Readonly<Record<LibrarySize, readonly LibraryStart[]>> {
  const starts: Record<LibrarySize, LibraryStart[]> = { 1: [], 100: [], 1_000: [], 5_000: [] }
  for (let round = 0; round < options.rounds; round++) {
    options.tell(`library: round ${String(round + 1)} of ${String(options.rounds)}`)
    for (const { size, folder } of round % 2 === 0 ? libraries : libraries.toReversed()) {
      starts[size].push(startOnce(folder))
    }
  }
  return starts
}

function startOnce(folder: string): LibraryStart {
  const program = path.join(import.meta.dirname, 'library-process.ts')
  const flags = ['--expose-gc', '--disable-warning=ExperimentalWarning']
  const args = [...flags, program, folder, makeEdition(0).edition.id]
  return JSON.parse(execFileSync(process.execPath, args, { encoding: 'utf8' })) as LibraryStart
}
