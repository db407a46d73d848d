// What it costs a library that is searched when editions come in: until one is found, and the turns that folding takes between
// answers, all in the thread of the search.
import { openEditionLibrary } from '../../../electron/services/library/edition-library.ts'
import { openSearchIndex } from '../../../electron/services/search/search-index.ts'
import { libraryProvenance } from '../../fixtures/make-library.ts'
import { editionsOf } from '../corpus/editions.ts'

export interface GrowthTimes {
  /** From the word that an edition came in until it is found, in ms; by edition. */
  readonly found: readonly number[]
  /** Every other turn of the work, in ms. */
  readonly turns: readonly number[]
}

/** @param texts of editions that the library does not have yet */
export function measureGrowth(
  folder: string,
  words: string,
  texts: readonly string[],
): GrowthTimes {
  const library = openEditionLibrary({ folder })
  const index = openSearchIndex({
    ...{
      bundled: null,
      words,
      library: folder,
      mayWrite: true,
      shown: null,
      notes: [],
      bookmarks: [],
    },
  })
  while (index.work());
  const isFound = (title: string, id: string): boolean =>
    index.find(title, 1).found[0]?.document.edition === id
  const found: number[] = []
  const turns: number[] = []
  for (const [number, bundle] of editionsOf(texts).entries()) {
    const id = `nieuw-${String(number)}`
    const title = `Editie ${String(70_000 + number)}`
    const edition = { ...bundle.edition, id, title }
    const added = library.add({ ...bundle, edition }, libraryProvenance)
    if (!added.ok) throw new Error(added.reason)
    const start = performance.now()
    index.change({ kind: 'library', edition: id })
    while (!isFound(title, id) && index.work());
    found.push(performance.now() - start)
    for (;;) {
      const turn = performance.now()
      const isMore = index.work()
      turns.push(performance.now() - turn)
      if (!isMore) break
    }
    if (!isFound(title, id)) throw new Error(`${id} is not found`)
  }
  index.close()
  library.close()
  return { found, turns }
}
