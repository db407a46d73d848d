// `edition search`: looks words up in a library.
import type { Edition, EditionBundle } from '#core/edition/edition'
import { openingItem, type SearchHit } from '#core/search/search-types'
import type { EditionLibrary } from '../../services/edition-library.ts'
import { createSearchIndex } from '../../services/search-index.ts'
import { badInput, misuse, print, type ExitCode, type Request, type Verb } from './verb.ts'
import { isFolder, libraryFolder, libraryOption, libraryUse, withLibrary } from './with-library.ts'

export const searchVerb: Verb = {
  use: `search ${libraryUse} QUERY... [--json]`,
  help:
    'Prints the items of the library in DIR in which the words stand in any form, best first; as JSON with total and ' +
    'hits: edition, section, item and text.',
  options: { ...libraryOption, json: { type: 'boolean' } },
  run: search,
}

interface Hit {
  /** The edition's id. */
  readonly edition: string
  /** The heading of the section; null when it has none. */
  readonly section: string | null
  /** The item's id, or `lede` for an edition's opening. */
  readonly item: string
  readonly text: string
}

async function search({ args, options, switches }: Request): Promise<ExitCode> {
  const folder = libraryFolder(options)
  const query = args.join(' ').trim()
  if (query === '') throw misuse('search takes words to look for')
  if (!isFolder(folder)) throw badInput(`${folder} is no folder with a library`)
  const hits = find(await withLibrary(folder, bundlesOf), query)
  if (switches.has('json')) {
    print(JSON.stringify({ total: hits.length, hits }, null, 2))
  } else {
    for (const { edition, section, text } of hits)
      print(`${[edition, section].filter((part) => part !== null).join(' · ')}: ${text}`)
    print(`${hits.length} found`)
  }
  return 0
}

/** The editions that can be shown, the newest first: hits that are equally good keep this order. */
function bundlesOf(library: EditionLibrary): EditionBundle[] {
  return library
    .list()
    .entries.toSorted(
      (one, other) =>
        (other.date?.value ?? '').localeCompare(one.date?.value ?? '') ||
        one.id.localeCompare(other.id),
    )
    .flatMap(({ id }) => {
      const opened = library.open(id)
      return opened.ok ? [opened.bundle] : []
    })
}

function find(bundles: readonly EditionBundle[], query: string): Hit[] {
  const editions = new Map(bundles.map(({ edition }) => [edition.id, edition]))
  const index = createSearchIndex({ bundles, indexFile: null, notes: [] })
  return index.answer({ id: 1, text: query }).hits.flatMap((hit) => {
    const edition = editions.get(hit.edition)
    return edition === undefined ? [] : [hitIn(edition, hit)]
  })
}

function hitIn(edition: Edition, { item: id }: SearchHit): Hit {
  const place = { edition: edition.id, item: id }
  if (id === openingItem) return { ...place, section: null, text: edition.lede ?? edition.title }
  for (const { heading, items } of edition.sections) {
    const item = items.find((one) => one.id === id)
    if (item !== undefined) return { ...place, section: heading, text: item.text }
  }
  throw new Error(`the index knows an item ${id} that is not in ${edition.id}`)
}
