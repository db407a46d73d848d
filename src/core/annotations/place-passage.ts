// Finds a passage again after its text was corrected. Never guesses: what could be two places, or hardly is one, is loose.
import search from 'approx-string-match'
import { levenshtein } from '../dutch/edit-distance.ts'
import { fold, foldWithOffsets, type FoldedText } from '../dutch/fold.ts'
import {
  contextLength,
  type PartText,
  type Passage,
  type PassageAnchor,
} from '../reading/passage.ts'

/** What became of a passage: word for word in its item, or in another; its words are no longer the same; or nobody can tell where. */
export type Placement =
  | { readonly state: 'in-place' | 'moved' | 'changed'; readonly passage: Passage }
  | { readonly state: 'loose'; readonly isDoubtful: boolean }

/** 1 − edit distance ÷ longer length, on folded letters: what is less alike is another passage. */
const leastSimilarity = 0.8
/** In folded letters: a shorter passage may stand anywhere, and is told by what stands beside it. */
const tellingLength = 20
/** In another item something nearly the same may stand by chance, so that more letters are needed. */
const tellingElsewhere = 40
/** How alike the text on both sides must be for a short passage in its own item, and in another one. */
const contextHere = 0.5
const contextElsewhere = 0.7
/** So many letters beside a passage show where it begins or ends. */
const besideLength = 8
/** Two places that differ by less, in letters, are equally good. */
const sameScore = 1

interface Candidate extends Passage {
  readonly similarity: number
  /** How alike is what stands on both sides, from 0 to 1. */
  readonly context: number
  /** The same of the side that is more alike: who corrects a text often adds words on one side. */
  readonly beside: number
  /** Letters of passage and context that are the same. */
  readonly score: number
}

interface FoldedPart extends PartText {
  readonly folded: FoldedText
  /** Folded, between two edges. */
  readonly searched: string
}

/** Stands before and behind a text, so that its beginning and its end count as something beside a passage. */
const edge = '\u0002'.repeat(8)

/** An anchor's words, folded. */
interface Sought {
  readonly exact: string
  readonly prefix: string
  readonly suffix: string
}

/** Offsets in `searched`. */
interface Match {
  readonly of: FoldedPart
  readonly start: number
  readonly end: number
}

/**
 * Places passages in the texts of an edition as they are now.
 * @param texts each text once
 */
export function createPassagePlacer(
  texts: readonly PartText[],
): (anchor: PassageAnchor, item: string) => Placement {
  const all: readonly FoldedPart[] = texts.map((one) => {
    const folded = foldWithOffsets(one.text)
    return { ...one, folded, searched: `${edge}${folded.text}${edge}` }
  })

  return (anchor, item) => {
    const sought = foldAnchor(anchor)
    const exact = all.flatMap((one) => exactMatches(one, sought))
    const asItWas = exact.map((match) => candidateOf(match, sought)).filter(isAsItWas)
    // Nothing can be more like it.
    if (asItWas.length > 0) return choose(asItWas, { anchor, item })
    const near = exact.length > 0 ? [] : all.flatMap((one) => nearMatches(one, sought))
    const inContext = all.flatMap((one) => matchesInContext(one, sought))
    const candidates = onlyOnce([...exact, ...near, ...inContext])
      .map((match) => candidateOf(match, sought))
      .filter((candidate) => isLikely(candidate, item))
    return choose(candidates, { anchor, item })
  }
}

function onlyOnce(matches: readonly Match[]): Match[] {
  const byPlace = new Map(
    matches.map((match) => {
      const { of, start, end } = match
      return [`${of.part} ${of.item} ${String(start)} ${String(end)}`, match]
    }),
  )
  return [...byPlace.values()]
}

function foldAnchor({ exact, prefix, suffix }: PassageAnchor): Sought {
  return {
    exact: fold(exact),
    prefix: `${prefix.length < contextLength ? edge : ''}${fold(prefix)}`,
    suffix: `${fold(suffix)}${suffix.length < contextLength ? edge : ''}`,
  }
}

/** Letter by letter. Within a word stands nothing that was a word. */
function exactMatches(of: FoldedPart, { exact, prefix, suffix }: Sought): Match[] {
  const matches: Match[] = []
  const { searched } = of
  for (
    let start = searched.indexOf(exact);
    start !== -1;
    start = searched.indexOf(exact, start + 1)
  ) {
    const end = start + exact.length
    const begins = isInWord(prefix + exact, prefix.length) || !isInWord(searched, start)
    const ends = isInWord(exact + suffix, exact.length) || !isInWord(searched, end)
    if (begins && ends) matches.push({ of, start, end })
  }
  return matches
}

/** Those with the fewest errors between `from` and `until`, with each of their possible ends. */
function nearMatches(of: FoldedPart, sought: Sought, from = 0, until = Infinity): Match[] {
  const found = search(of.searched.slice(from, until), sought.exact, mostErrors(sought.exact))
  return found.flatMap(({ start, end }) => {
    const starts = startsNear(of.searched, from + start, sought)
    const ends = endsNear(of.searched, from + end, sought)
    return starts.flatMap((one) =>
      ends.flatMap((other) => (other > one ? { of, start: one, end: other } : [])),
    )
  })
}

/** Where what stood around it still stands. Elsewhere another passage may be more like it. */
function matchesInContext(of: FoldedPart, sought: Sought): Match[] {
  const whole = `${sought.prefix}${sought.exact}${sought.suffix}`
  return search(of.searched, whole, mostErrors(whole)).flatMap(({ start, end }) =>
    nearMatches(of, sought, start, end),
  )
}

/** With d errors the longer of both has at most d letters more: d ÷ (length + d) ≤ 1 − 0.8. */
function mostErrors(text: string): number {
  return Math.floor(text.length / 4)
}

/** Where a match may begin: not within a word, or behind what stood before the passage. */
function startsNear(text: string, start: number, { exact, prefix }: Sought): number[] {
  const beside = prefix.slice(-besideLength)
  const found = text.lastIndexOf(beside, start + mostErrors(exact) - beside.length)
  const behind = found + beside.length
  const isNear = found !== -1 && behind >= start - mostErrors(exact)
  return [...wordBorders(text, start), ...(isNear ? [behind] : [])]
}

/** Where a match may end: not within a word, or before what stood behind the passage. */
function endsNear(text: string, end: number, { exact, suffix }: Sought): number[] {
  const found = text.indexOf(suffix.slice(0, besideLength), end - mostErrors(exact))
  const isNear = found !== -1 && found <= end + mostErrors(exact)
  return [...wordBorders(text, end), ...(isNear ? [found] : [])]
}

/** The offset itself, or where the word around it begins and ends. */
function wordBorders(text: string, offset: number): number[] {
  let [start, end] = [offset, offset]
  while (isInWord(text, start)) start--
  while (isInWord(text, end)) end++
  return start === end ? [offset] : [start, end]
}

/** Whether a letter or figure stands on both sides of an offset. */
function isInWord(text: string, offset: number): boolean {
  return /^[\p{L}\p{N}]{2}$/u.test(text.slice(offset - 1, offset + 1))
}

function candidateOf({ of, start, end }: Match, { exact, prefix, suffix }: Sought): Candidate {
  const { folded, searched, item, part } = of
  const longest = Math.max(exact.length, end - start)
  const similarity = 1 - errorsOf(searched.slice(start, end), exact) / longest
  const before = searched.slice(Math.max(0, start - prefix.length), start)
  const after = searched.slice(end, end + suffix.length)
  const length = prefix.length + suffix.length
  const [errorsBefore, errorsAfter] = [errorsOf(before, prefix), errorsOf(after, suffix)]
  const context = 1 - (errorsBefore + errorsAfter) / length
  const beside = 1 - Math.min(errorsBefore / prefix.length, errorsAfter / suffix.length)
  const [from, to] = folded.sourceRange(
    Math.max(0, start - edge.length),
    Math.min(folded.text.length, end - edge.length),
  )
  return {
    ...{ item, part, start: from, end: to, similarity, context, beside },
    score: similarity * exact.length + context * length,
  }
}

function errorsOf(one: string, other: string): number {
  return levenshtein(one, other, Math.max(one.length, other.length))
}

/** Word for word, with the same on both sides. */
function isAsItWas({ similarity, context }: Candidate): boolean {
  return similarity === 1 && context === 1
}

function isLikely(candidate: Candidate, own: string): boolean {
  const { similarity, context, beside, start, end, item } = candidate
  if (similarity < leastSimilarity) return false
  const isHere = item === own
  if (isHere && similarity === 1 && beside === 1) return true
  const telling = isHere || similarity === 1 ? tellingLength : tellingElsewhere
  return end - start >= telling || context >= (isHere ? contextHere : contextElsewhere)
}

function choose(
  candidates: readonly Candidate[],
  { anchor, item }: { readonly anchor: PassageAnchor; readonly item: string },
): Placement {
  const [best, ...others] = candidates.toSorted((one, other) => other.score - one.score)
  if (best === undefined) return { state: 'loose', isDoubtful: false }
  const isDoubtful = others.some(
    (other) => best.score - other.score < sameScore && !overlaps(best, other),
  )
  if (isDoubtful) return { state: 'loose', isDoubtful }
  const { start, end, part } = best
  const passage = { item: best.item, part, start, end }
  if (best.similarity < 1) return { state: 'changed', passage }
  const isThere = best.item === item && part === anchor.part
  return { state: isThere ? 'in-place' : 'moved', passage }
}

function overlaps(one: Passage, other: Passage): boolean {
  const isSameText = one.item === other.item && one.part === other.part
  return isSameText && one.start < other.end && other.start < one.end
}
