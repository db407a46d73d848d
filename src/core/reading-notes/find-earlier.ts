// Finds earlier items about the same thing: those that share telling words and names with an item.
import { firstWords } from '../edition/edition.ts'
import { indexFields } from '../search/index-definition.ts'
import type { SegmentSet, ShownSegment } from '../search/compact/segment-set.ts'
import { mostShown, type EarlierItem } from './reading-notes.ts'
import { tellingWords, type Telling, type TellingWord, type TextToTell } from './telling-words.ts'
import { groupOf, type Place } from './word-places.ts'

/** The item for which earlier ones are looked for. */
export interface LaterItem extends TextToTell {
  readonly edition: string
  /** YYYY, YYYY-MM or YYYY-MM-DD; null when it is not known, which makes every dated edition an earlier one. */
  readonly date: string | null
}

interface Candidate extends Place {
  readonly shared: TellingWord[]
}

/** Two items are about one thing when they share as much as so many words that nobody else has, in a text of usual length. */
const leastScore = 1.7
/** And so much of all that tells what the later one is about. */
const leastShare = 0.1
const nameFactor = 1.25

export function findEarlier(
  items: SegmentSet,
  later: LaterItem,
  tellingOf: Telling,
): readonly EarlierItem[] {
  const words = tellingWords(items, later, tellingOf)
  const all = scoreOf(words)
  return candidates(words, later)
    .map((candidate) => {
      const shared = scoreOf(candidate.shared)
      return { candidate, share: shared / all, score: shared * lengthFactor(items, candidate) }
    })
    .filter(({ score, share }) => score >= leastScore && share >= leastShare)
    .toSorted((one, other) => other.score - one.score)
    .slice(0, mostShown.earlier)
    .map(({ candidate }) => describe(candidate))
}

function candidates(words: readonly TellingWord[], later: LaterItem): readonly Candidate[] {
  const found = new Map<ShownSegment, Map<number, Candidate>>()
  for (const word of words) {
    for (const { part, document } of word.places) {
      if (!isEarlier(part, document, later)) continue
      const ofPart = found.get(part) ?? new Map<number, Candidate>()
      found.set(part, ofPart)
      const candidate = ofPart.get(document) ?? { part, document, shared: [] }
      ofPart.set(document, candidate)
      candidate.shared.push(word)
    }
  }
  return [...found.values()].flatMap((ofPart) => [...ofPart.values()])
}

/** Of the words that count once together the one that tells most. */
function countedOnce(words: readonly TellingWord[]): readonly TellingWord[] {
  const best = new Map<string, TellingWord>()
  for (const word of words) {
    const known = best.get(word.key)
    if (known === undefined || tellsMore(word, known)) best.set(word.key, word)
  }
  return [...best.values()]
}

/** Of `AI`, `chips` and `AI-chips`, which a text may have alike, the whole. */
function tellsMore(word: TellingWord, other: TellingWord): boolean {
  if (word.weight !== other.weight) return word.weight > other.weight
  return word.printed.length > other.printed.length
}

function scoreOf(words: readonly TellingWord[]): number {
  return countedOnce(words).reduce(
    (score, { weight, isName }) => score + weight * (isName ? nameFactor : 1),
    0,
  )
}

const textField = indexFields.indexOf('text')

/** A long text has any word sooner than a short one: the weight of lengths of BM25, with b = 0.75 and k = 1.2. */
function lengthFactor(items: SegmentSet, { part, document }: Place): number {
  const length = part.segment.fieldLength[document * indexFields.length + textField] ?? 0
  const relative = length / Math.max(1, items.statistics.meanLength[textField] ?? 1)
  return Math.min(1, 2.2 / (1 + 1.2 * (0.25 + 0.75 * relative)))
}

function isEarlier(part: ShownSegment, document: number, later: LaterItem): boolean {
  const group = groupOf({ part, document })
  if (group === undefined || group.key === later.edition || group.date === null) return false
  // An opening announces what its items tell.
  if (part.groupStart[part.groupOf[document] ?? 0] === document) return false
  return later.date === null || group.date < later.date
}

function describe(candidate: Candidate): EarlierItem {
  const { item, edition, text, section, heading } = candidate.part.segment.read(candidate.document)
  const group = groupOf(candidate)
  const title = section.slice(heading === null ? 0 : heading.length + 1)
  const shared = countedOnce(candidate.shared).toSorted((one, other) => other.weight - one.weight)
  return {
    ...{ edition, item, title: title === '' ? firstWords(text, 10, ' …') : title },
    series: group?.series ?? null,
    editionTitle: group?.title ?? '',
    date: group?.date ?? '',
    names: printedOnce(shared.filter(({ isName }) => isName)),
    words: printedOnce(shared.filter(({ isName }) => !isName)),
  }
}

function printedOnce(shared: readonly TellingWord[]): readonly string[] {
  return [...new Set(shared.map(({ printed }) => printed))]
}
