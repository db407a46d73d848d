// Answers a query over the items of a library and the reader's notes.
import type { CompoundSplitter } from '../dutch/compound.ts'
import { tokenize } from '../dutch/tokens.ts'
import { describeHit } from './describe-hit.ts'
import type { SearchDocument } from './documents.ts'
import type { SearchEngine } from './index-definition.ts'
import { parseQuery } from './parse-query.ts'
import { allWords, planWords, type Plan, type Strictness } from './query-plan.ts'
import { runPlan, type Found } from './run-plan.ts'
import type { SearchAnswer, SearchHit, SearchRequest } from './search-types.ts'
import { suggestSpelling } from './suggestion.ts'
import type { Vocabulary } from './vocabulary.ts'

/** An index and the documents in it, by id. */
export interface Shelf {
  readonly where: SearchHit['where']
  readonly engine: SearchEngine
  readonly documents: ReadonlyMap<string, SearchDocument>
}

export interface Library {
  readonly shelves: readonly Shelf[]
  readonly vocabulary: Vocabulary
  readonly splitCompound: CompoundSplitter
}

/** With fewer hits than this, misspellings and the like are looked for as well. */
const enough = 3
/** A query of so many characters or fewer is too short to be misspelt. */
const tooShort = 3

interface Placed {
  readonly shelf: Shelf
  readonly found: Found
}

/**
 * All hits, best first: those with every word of the query in some form; when they are few, then those that need a
 * correction; when there are none, those with any of the words. Without hits, a spelling that does find something.
 */
export function answerQuery(library: Library, { id, text }: SearchRequest): SearchAnswer {
  const placed = findAll(library, text)
  const hits = placed.map(({ shelf, found }) => {
    const document = shelf.documents.get(found.id)
    return document && describeHit(found, document, shelf.where, library.splitCompound)
  })
  return {
    id,
    hits: hits.filter((hit) => hit !== undefined),
    suggestion: placed.length === 0 ? workingSuggestion(library, text) : null,
  }
}

function findAll(library: Library, text: string): readonly Placed[] {
  const words = parseQuery(text)
  if (words.length === 0) return []
  const plan = (strictness: Strictness): readonly Plan[] => planWords(words, strictness, library)
  const tight = runOnAll(library, allWords(words, plan('tight'), 'tight', library))
  if (tight.length >= enough || text.trim().length <= tooShort) return tight

  const loosePlans = plan('loose')
  const loose = runOnAll(library, allWords(words, loosePlans, 'loose', library))
  const seen = new Set(tight.map(placeKey))
  const both = [...tight, ...loose.filter((placed) => !seen.has(placeKey(placed)))]
  if (both.length > 0 || words.length === 1) return both
  return runOnAll(library, { any: loosePlans })
}

/** An item and the note on it have the same id. */
function placeKey({ shelf, found }: Placed): string {
  return `${shelf.where}:${found.id}`
}

/**
 * The shelves' hits in one row. Scores of two indexes do not compare, so each counts from its own best: the best of the
 * items comes first, the best of the notes right after it.
 */
function runOnAll(library: Library, plan: Plan): readonly Placed[] {
  const ranked = library.shelves.flatMap((shelf) => {
    const found = runPlan(shelf.engine, plan)
    const best = found[0]?.score ?? 1
    return found.map((hit) => ({ shelf, found: hit, share: hit.score / best }))
  })
  return ranked.sort((one, other) => other.share - one.share)
}

function workingSuggestion(library: Library, text: string): string | null {
  const suggested = suggestSpelling(text, parseQuery(text), library.vocabulary)
  if (suggested === null) return null
  const [best] = findAll(library, suggested)
  const document = best?.shelf.documents.get(best.found.id)
  return document === undefined ? null : asPrinted(suggested, document)
}

/** The words of a suggestion as the document writes them: Xpeng for xpeng. */
function asPrinted(suggested: string, { section, text, source }: SearchDocument): string {
  const printed = `${section}\n${text}\n${source}`
  const spellings = new Map(
    tokenize(printed).flatMap(({ words }) =>
      words.map((word) => [word.text, printed.slice(word.start, word.end)] as const),
    ),
  )
  let result = ''
  let done = 0
  for (const { words, start, end } of tokenize(suggested)) {
    const spelling = spellings.get(words[0]?.text ?? '')
    if (spelling === undefined || words.length > 1) continue
    result += suggested.slice(done, start) + spelling
    done = end
  }
  return result + suggested.slice(done)
}
