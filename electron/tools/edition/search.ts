// `edition search`: searches a library.
import { openingItem, type Edition } from '#core/edition/edition'
import type { ReadDocument } from '#core/search/answer-query'
import { analyseQuery } from '#core/search/analyse-query'
import type { Criterion } from '#core/search/query-operators'
import type { QueryProblem } from '#core/search/search-types'
import type { EditionLibrary } from '../../services/library/edition-library.ts'
import { openLibraryTexts } from '../../services/search/library-texts.ts'
import { printError, print, printLine } from './output.ts'
import { badInput, misuse, type ExitCode, type Host, type Request, type Verb } from './verb.ts'
import {
  holdsLibrary,
  libraryFolder,
  libraryOption,
  libraryUsage,
  withIndex,
  withLibrary,
} from './with-library.ts'

export const searchVerb: Verb = {
  usage: `search ${libraryUsage} QUERY... [--json]`,
  help:
    'Prints the items of the library in DIR in which the words stand in any form, best first; as JSON with total and ' +
    'hits: edition, section, item, title and text. The query is in the language of the search field: "two words" as a phrase, ' +
    '-word, bron:, rubriek:, reeks:, na:2024-01, voor:2024 (docs/search.md). Put it between single quotes, and -- before ' +
    'a query that begins with a hyphen.',
  options: { ...libraryOption, json: { type: 'boolean' } },
  run: search,
}

interface Hit {
  readonly edition: string
  /** The heading of the section; null when it has none. */
  readonly section: string | null
  /** The item's id, or `lede` for an edition's opening. */
  readonly item: string
  /** The item's own title, null when it has none; of an opening the edition's. */
  readonly title: string | null
  readonly text: string
}

async function search({ args, options, switches, host }: Request): Promise<ExitCode> {
  const folder = libraryFolder(options)
  const query = args.join(' ').trim()
  if (query === '') throw misuse('search takes words to look for')
  if (!holdsLibrary(folder)) throw badInput(`${folder} is no folder with a library`)
  const { parsed, isEmpty } = analyseQuery(query)
  const { problem } = parsed
  const fault = problem === null ? null : `${problem.text} ${queryFaults[problem.kind]}`
  if (fault !== null && isEmpty) throw badInput(fault)
  for (const { start, end, criterion, isExcluding } of parsed.filters) {
    const lack = isExcluding ? null : lackFor(criterion)
    if (lack !== null) throw badInput(`${query.slice(start, end)} finds nothing here: ${lack}`)
  }
  const { hits, damaged, changed } = await withLibrary(folder, (library) => {
    // This also becomes the writer if possible: only one process may save what is indexed.
    const known = library.list().damaged.map(({ id }) => id)
    const read = hitsIn(folder, library, findIn(host, folder, query, library.fault === null))
    return { ...read, damaged: new Set([...known, ...read.damaged]) }
  })
  if (fault !== null) printError(fault)
  for (const id of damaged)
    printError(`${folder}: the edition ${id} cannot be read, and was not searched`)
  for (const id of changed)
    printError(`${folder}: the edition ${id} was changed meanwhile; search again to find all of it`)
  if (switches.has('json')) {
    print(JSON.stringify({ total: hits.length, hits }, null, 2))
  } else {
    for (const { edition, section, title, text } of hits) {
      const place = [edition, section, title].filter((part) => part !== null && part !== text)
      printLine(`${place.join(' · ')}: ${text.replace(/\s+/gu, ' ')}`)
    }
    print(`${hits.length} found`)
  }
  return damaged.size === 0 && changed.length === 0 ? 0 : 1
}

/** What is wrong with a part of the query; the end of a sentence that begins with that part. */
const queryFaults: Readonly<Record<QueryProblem['kind'], string>> = {
  'unknown-operator': 'is left out: the operators are bron, rubriek, reeks, na, voor and in',
  'bad-date': 'is left out: a date is written as 2024, 2024-07 or 2024-07-05',
  'unknown-place': 'is left out: in: takes notities, bladwijzers or editie',
  'too-many': 'is left out: 24 words and 24 operators are the most that is looked for',
  'nothing-to-find': 'only leaves out; add a word to look for',
  'no-word': 'has no word or number to look for',
  unfinished: 'is not finished; write what it looks for behind it',
}

/** Why the command finds nothing that meets a criterion with `in:`; null for any other. */
function lackFor(criterion: Criterion): string | null {
  if (criterion.kind === 'here') return 'no edition is open'
  if (criterion.kind !== 'facet' || criterion.facet !== 'kind') return null
  return `the ${criterion.value}s of a reader are not in the library`
}

/** Indexes first what the index lacks. */
function findIn(host: Host, library: string, query: string, mayWrite: boolean) {
  return withIndex(host, library, mayWrite, (index) => index.find(query, Infinity).found)
}

interface ReadHits {
  readonly hits: readonly Hit[]
  /** Editions that cannot be read; they have no hits. */
  readonly damaged: readonly string[]
  /** Editions that another program removed or changed after they were searched. */
  readonly changed: readonly string[]
}

/**
 * Lists the folder once and reads each edition once. When that fails, the library is asked: the edition may have been
 * replaced, and the library lists damaged ones.
 */
export function hitsIn(
  folder: string,
  library: EditionLibrary,
  found: readonly ReadDocument[],
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
  if (id === openingItem) {
    const { title, lede } = edition
    return { ...place, section: null, title, text: lede ?? title }
  }
  for (const { heading, items } of edition.sections) {
    const item = items.find((one) => one.id === id)
    if (item !== undefined)
      return { ...place, section: heading, title: item.title, text: item.text }
  }
  return null
}
