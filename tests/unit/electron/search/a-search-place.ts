// What the search reads, in a folder of its own: an edition that came with the program with its index, and a library.
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach } from 'vitest'
import {
  openEditionLibrary,
  type EditionLibrary,
} from '../../../../electron/services/library/edition-library.ts'
import { packCompiled } from '../../../../electron/services/search/prebuilt-index.ts'
import {
  openSearchIndex,
  type SearchContents,
  type SearchIndex,
} from '../../../../electron/services/search/search-index.ts'
import { writeSegment } from '../../../../electron/services/search/segment-file.ts'
import { realFiles } from '../../../../electron/services/store/durable-files.ts'
import type { CompoundLexicon } from '../../../../src/core/dutch/compound.ts'
import type { EditionBundle } from '../../../../src/core/edition/edition.ts'
import { runToEnd } from '../../../../src/core/search/compact/merge-segments.ts'
import { aLexicon } from '../../core/dutch/a-lexicon.ts'
import { unfiltered } from '../../../../src/core/search/search-types.ts'

export interface SearchPlace {
  at(...names: string[]): string
  /** Compiles an edition as the build does. */
  bundle(bundle: EditionBundle, lexicon?: CompoundLexicon): NonNullable<SearchContents['bundled']>
  /** The library in this place, opened once in a test. */
  library(): EditionLibrary
  contents(more?: Partial<SearchContents>): SearchContents
  /** Opens the search; all that is to be indexed is, unless `work` is false. */
  open(more?: Partial<SearchContents>, options?: { work: boolean }): SearchIndex
  /** The files of the saved index. */
  segments(): string[]
}

export function aSearchPlace(): SearchPlace {
  let folder = ''
  let opened: { close(): void }[] = []
  let library: EditionLibrary | null = null
  beforeEach(() => {
    folder = fs.mkdtempSync(path.join(os.tmpdir(), 'leeslamp-search-'))
    fs.mkdirSync(path.join(folder, 'library'))
  })
  afterEach(() => {
    for (const one of opened) one.close()
    opened = []
    library = null
    fs.rmSync(folder, { recursive: true, force: true })
  })
  const at = (...names: string[]): string => path.join(folder, ...names)
  const contents = (more: Partial<SearchContents> = {}): SearchContents => ({
    bundled: null,
    words: null,
    library: at('library'),
    mayWrite: true,
    shown: null,
    notes: [],
    bookmarks: [],
    ...more,
  })
  return {
    at,
    bundle(bundle, lexicon = aLexicon('thuis batterij')) {
      const bytes = Buffer.from(JSON.stringify(bundle))
      fs.writeFileSync(at('edition.json'), bytes)
      const segment = packCompiled([{ bundle, bytes }], lexicon)
      runToEnd(writeSegment(realFiles, folder, 'edition.segment', segment))
      return { edition: at('edition.json'), index: at('edition.segment') }
    },
    library() {
      if (library === null) {
        library = openEditionLibrary({ folder: at('library') })
        opened.push(library)
      }
      return library
    },
    contents,
    open(more, { work } = { work: true }) {
      const index = openSearchIndex(contents(more))
      opened.push(index)
      while (work && index.work());
      return index
    },
    segments: () =>
      fs.existsSync(at('library', 'search')) ? fs.readdirSync(at('library', 'search')).sort() : [],
  }
}

/** What is found, as `edition/item where`. */
export function found(index: SearchIndex, text: string, edition: string | null = null): string[] {
  return index
    .answer({ id: 1, text, edition, limit: 100, skip: 0, ...unfiltered })
    .hits.map((hit) => `${hit.edition}/${hit.item} ${hit.where}`)
}
