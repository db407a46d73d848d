// Finds the documents that answer a question: which of them, and how strictly the words are taken.
import type { Reads } from './check-phrases.ts'
import type { FacetCounts } from './facet-counts.ts'
import { createHunt, noWords, type Finding } from './hunt.ts'
import type { Library } from './library.ts'
import type { Placed, Question } from './order-hits.ts'
import { allWords, planWords, type Plan, type Strictness } from './query-plan.ts'
import { readQuestion } from './read-question.ts'
import { everything } from './search-types.ts'

/** With fewer hits than this, misspellings and the like are looked for as well. */
const enough = 3
/** Words of so many characters or fewer together are too short to be misspelt. */
const tooShort = 3

/** @param reads of the answer as a whole: what is read here is taken off */
export function find(library: Library, question: Question, reads: Reads): Finding {
  const sought = readQuestion(question.text)
  const hunt = createHunt(library, sought, question, reads)
  const { words, query } = sought
  if (sought.isNothing) return hunt.nothing()
  if (words.length === 0) return hunt.run(sought.isListing ? null : noWords)
  const plan = (strictness: Strictness): readonly Plan[] => planWords(words, strictness, library)
  // How exact words are taken follows from what the query finds before anything is chosen: what a facet promises comes true.
  const tight = hunt.run(allWords(words, plan('tight'), 'tight', library))
  const isShort = query.words.trim().length <= tooShort
  if (tight.counts.found >= enough || isShort || !tight.isComplete) return tight

  const loosePlans = plan('loose')
  const loose = hunt.run(allWords(words, loosePlans, 'loose', library))
  if (loose.counts.found === 0 && loose.isComplete)
    return words.length === 1 ? tight : { ...hunt.run({ any: loosePlans }), hasAllWords: false }
  if (question.order === 'date') return loose
  const seen = new Set([...tight.within, ...tight.others].map(placeKey))
  const isNew = (placed: Placed): boolean => !seen.has(placeKey(placed))
  // A loose plan finds what a tight one does; the limit may have left that out.
  return {
    ...loose,
    within: [...tight.within, ...loose.within.filter(isNew)],
    others: [...tight.others, ...loose.others.filter(isNew)],
  }
}

/** All that there is, by what it can be narrowed by. */
export function countEverything(library: Library): FacetCounts {
  // In the order of time nothing is put in order of which nothing is wanted.
  const question: Question = { ...everything, text: '', edition: null, limit: 0, order: 'date' }
  return createHunt(library, readQuestion(''), question, { left: 0 }).run(null).counts
}

function placeKey({ shelf, scored: { part, document } }: Placed): string {
  return `${shelf.where}:${String(shelf.set.parts.indexOf(part))}:${String(document)}`
}
