// `edition search`: looks words up in a library.
import { openingItem, type Edition } from '#core/edition/edition'
import type { FoundDocument } from '#core/search/answer-query'
import type { NothingSought, QueryProblem } from '#core/search/search-types'
import type { EditionLibrary } from '../../services/edition-library.ts'
import { openLibraryTexts } from '../../services/search/library-texts.ts'
import { complain, print, printLine } from './output.ts'
import { badInput, misuse, type ExitCode, type Host, type Request, type Verb } from './verb.ts'
import {
  isFolder,
  libraryFolder,
  libraryOption,
  libraryUse,
  withIndex,
  withLibrary,
} from './with-library.ts'

export const searchVerb: Verb = {
  use: `search ${libraryUse} QUERY... [--json]`,
  help:
    'Prints the items of the library in DIR in which the words stand in any form, best first; as JSON with total and ' +
    'hits: edition, section, item and text. The query is in the language of the search field: "two words" as a phrase, ' +
    '-word, bron:, rubriek:, reeks:, na:2024-01, voor:2024 (docs/search.md). Put it between single quotes, and -- before ' +
    'a query that begins with a hyphen.',
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

async function search({ args, options, switches, host }: Request): Promise<ExitCode> {
  const folder = libraryFolder(options)
  const query = args.join(' ').trim()
  if (query === '') throw misuse('search takes words to look for')
  if (!isFolder(folder)) throw badInput(`${folder} is no folder with a library`)
  const { hits, damaged, changed, problem } = await withLibrary(folder, (library) => {
    // Asks to be the writer, too: only one process saves what is indexed here.
    const known = library.list().damaged.map(({ id }) => id)
    const { found, problem } = findIn(host, folder, query, library.fault === null)
    const read = hitsIn(folder, library, found)
    return { problem, ...read, damaged: new Set([...known, ...read.damaged]) }
  })
  if (problem?.kind === 'nothing-to-find')
    throw badInput(`${problem.text} only leaves out; add a word to look for`)
  if (problem?.kind === 'no-word')
    throw badInput(`there is no word or number in ${problem.text} to look for`)
  if (problem?.kind === 'unfinished')
    throw badInput(
      `${problem.text} is not finished; write what it looks for behind it, without a space`,
    )
  if (problem !== null) complain(`${problem.text} is left out: ${meant[problem.kind]}`)
  for (const id of damaged)
    complain(`${folder}: the edition ${id} cannot be read, and was not searched`)
  for (const id of changed)
    complain(`${folder}: the edition ${id} was changed meanwhile; search again to find all of it`)
  if (switches.has('json')) {
    print(JSON.stringify({ total: hits.length, hits }, null, 2))
  } else {
    for (const { edition, section, text } of hits)
      printLine(
        `${[edition, section].filter((part) => part !== null).join(' · ')}: ${text.replace(/\s+/gu, ' ')}`,
      )
    print(`${hits.length} found`)
  }
  return damaged.size === 0 && changed.length === 0 ? 0 : 1
}

/** What would be understood in place of what is not. */
const meant: Readonly<Record<Exclude<QueryProblem['kind'], NothingSought>, string>> = {
  'unknown-operator': 'the operators are bron, rubriek, reeks, na, voor and in',
  'bad-date': 'a date is written as 2024, 2024-07 or 2024-07-05',
  'unknown-place': 'in: takes notities, bladwijzers or editie',
}

/** Indexes first what no earlier search or import did. */
function findIn(host: Host, library: string, query: string, mayWrite: boolean) {
  return withIndex(host, library, mayWrite, (index) => index.find(query, Infinity))
}

interface ReadHits {
  readonly hits: readonly Hit[]
  /** Editions that cannot be read: they have no hits. */
  readonly damaged: readonly string[]
  /** Editions that another program removed or changed since they were searched, so that a hit is not there any more. */
  readonly changed: readonly string[]
}

/**
 * The folder is listed once and each edition read once, however many hits there are. One that cannot be read is asked of
 * the library: it may have come in anew, and damage is listed from then on.
 */
export function hitsIn(
  folder: string,
  library: EditionLibrary,
  found: readonly FoundDocument[],
): ReadHits {
  const texts = openLibraryTexts(folder)
  texts.refresh([])
  const read = new Map<string, Edition | null>()
  const damaged: string[] = []
  const changed = new Set<string>()

  function editionOf(id: string): Edition | null {
    const text = texts.read(id)
    if (text !== null) return text.bundle.edition
    const opened = library.open(id)
    if (opened.ok) return opened.bundle.edition
    if (opened.reason === 'not-found') changed.add(id)
    else damaged.push(id)
    return null
  }

  const hits = found.flatMap(({ document: { edition: id, item } }) => {
    const known = read.get(id)
    const edition = known === undefined ? editionOf(id) : known
    read.set(id, edition)
    if (edition === null) return []
    const hit = hitIn(edition, item)
    if (hit === null) changed.add(id)
    return hit ?? []
  })
  return { hits, damaged, changed: [...changed] }
}

/** Null when the edition has no such item. */
function hitIn(edition: Edition, id: string): Hit | null {
  const place = { edition: edition.id, item: id }
  if (id === openingItem) return { ...place, section: null, text: edition.lede ?? edition.title }
  for (const { heading, items } of edition.sections) {
    const item = items.find((one) => one.id === id)
    if (item !== undefined) return { ...place, section: heading, text: item.text }
  }
  return null
}
