// A search that stays: it is asked again whenever an edition comes in, and tells which of its hits are new.
import * as v from 'valibot'
import { earlier, later } from '../annotations/moments.ts'
import { fold } from '../dutch/fold.ts'
import { hashText } from '../hash-text.ts'
import { omit } from '../omit.ts'
import { facetNames } from '../search/facets.ts'

/** So many UTF-16 units a question may have. */
export const longestQuestion = 200

const choiceSchema = v.pipe(v.string(), v.maxLength(2_000))
const moment = v.pipe(v.string(), v.isoTimestamp())

export const keptQuestionSchema = v.looseObject({
  kind: v.literal('question'),
  text: v.pipe(v.string(), v.minLength(1), v.maxLength(longestQuestion)),
  /** The values of facets that its hits must have. */
  refine: v.object(v.entriesFromList(facetNames, v.exactOptional(choiceSchema))),
  created: moment,
  /** Hits in editions that were added later are new. */
  seen: moment,
  /** When it had been seen before that: hits since then are the last news. Absent until there was any. */
  before: v.exactOptional(moment),
})

export type KeptQuestion = Readonly<v.InferOutput<typeof keptQuestionSchema>>
/** What makes it the question that it is. */
export type AskedQuestion = Pick<KeptQuestion, 'text' | 'refine'>

/** The key under which it is stored: capitals, accents and the order of choices make no other question. */
export function questionKey({ text, refine }: AskedQuestion): string {
  const choices = facetNames.map((facet) => fold(refine[facet] ?? ''))
  const name = JSON.stringify([fold(text.trim()), ...choices])
  return `question:${hashText(name).toString(16).padStart(8, '0')}`
}

export const questionKeyPattern = /^question:[0-9a-f]{8}$/u

/** Two of one key: made when the first was, and seen when the last was. Gives `present` itself when that is nothing new. */
export function mergeQuestions(present: KeptQuestion, imported: KeptQuestion): KeptQuestion {
  const created = earlier(present.created, imported.created)
  const last = isSeenLater(imported, present) ? imported : present
  if (created === present.created && last === present) return present
  const { seen, before } = last
  const merged = { ...imported, ...omit(present, 'before'), created, seen }
  return before === undefined ? omit(merged, 'before') : { ...merged, before }
}

function isSeenLater(one: KeptQuestion, other: KeptQuestion): boolean {
  if (one.seen === other.seen) return (one.before ?? '') > (other.before ?? '')
  return later(one.seen, other.seen) === one.seen
}

/** The editions whose hits are new. */
export function newEditions(
  { seen }: Pick<KeptQuestion, 'seen'>,
  editions: readonly { readonly id: string; readonly added: string }[],
): string[] {
  const since = Date.parse(seen)
  return editions.filter(({ added }) => Date.parse(added) > since).map(({ id }) => id)
}
