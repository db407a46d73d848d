// Finds the seams between the parts of a compound. Dutch writes compounds as one word: `windturbinepark`.
import { createMemo } from '../memo.ts'
import { partsOf } from './compound-parts.ts'
import { stem } from './stem.ts'

/**
 * How likely a word is a part of a compound: 0 not a word, 1 a word of any kind, 2 a noun, 3 a noun that joins with others
 * according to the word list.
 */
export type PartGrade = 0 | 1 | 2 | 3

/** The grades of words, which are folded. */
export interface CompoundLexicon {
  /** As the first or a middle part, with the letters that link it to the next (`staats`, `boeken`). */
  opening(word: string): PartGrade
  /** As the last part, in any inflection. */
  closing(word: string): PartGrade
  /** As a whole, in any inflection. The higher this grade, the better the parts must be to count as parts. */
  whole(word: string): PartGrade
}

/** Where the second and later parts of a folded word begin; empty when the word is not a compound. */
export type CompoundSplitter = (word: string) => readonly number[]

const shortestPart = 3
const shortestCompound = 7
const longestCompound = 60
/** A part of a compound may be a compound (`luchtvaart` in `luchtvaartapparatuur`). */
const shortestNested = 7

/** Endings that are also words, but hardly ever the last part of a compound. */
const endings = new Set(
  (
    'aars achtig aren atie atief atig baar chap chappen eerd elen eler ende enen eren eren erde erig ering eert gen ' +
    'heden heid ing inge isch ische iteit king lende lijk lijke ling loos loze loosheid ring rijke schap ' +
    'sten ster sters sting teit tele ting'
  ).split(' '),
)

// Costs of a part, tuned on some 300 compounds and other words of Dutch news. A part is cheap when it is long, and when the word
// list knows it as a part; each part and each linking letter costs something.
const costOfGrade = [Infinity, 2.2, 1.3, 1]
const costOfLength = [Infinity, Infinity, Infinity, 1.6, 0.5, 0.2]
const costOfPart = 0.3
const costOfLink = 0.6
/** The highest average cost of a part, by the grade of the whole word. */
const dearestByWhole = [2.3, 2.1, 2.1, 1.7] as const

/** Words of more than 60 letters stay whole, because the time is quadratic in the length. Answers are cached. */
export function createCompoundSplitter(lexicon: CompoundLexicon): CompoundSplitter {
  const seamsOf = createMemo(50_000, (word: string) =>
    /^[a-z]+$/.test(word) ? allSeams(word, lexicon) : [],
  )
  return (word) =>
    word.length < shortestCompound || word.length > longestCompound ? [] : seamsOf(word)
}

function allSeams(word: string, lexicon: CompoundLexicon): readonly number[] {
  const outer = outerSeams(word, lexicon)
  const seams: number[] = []
  for (const [start, end] of partsOf(word, outer)) {
    if (start > 0) seams.push(start)
    if (outer.length > 0 && end - start >= shortestNested) {
      for (const seam of outerSeams(word.slice(start, end), lexicon)) seams.push(start + seam)
    }
  }
  return seams
}

interface Cover {
  readonly cost: number
  readonly starts: readonly number[]
}

function outerSeams(word: string, lexicon: CompoundLexicon): readonly number[] {
  const best = cheapestCover(word, lexicon)
  if (best === null) return []
  const average = best.cost / best.starts.length
  return average <= dearestByWhole[lexicon.whole(word)] ? best.starts.slice(1) : []
}

/** The cheapest way to cover `word` with two or more parts, by dynamic programming from its end. */
function cheapestCover(word: string, lexicon: CompoundLexicon): Cover | null {
  const covers: (Cover | null)[] = new Array<Cover | null>(word.length + 1).fill(null)
  for (let start = word.length - shortestPart; start >= 0; start--) {
    let best = start > 0 ? lastPart(word, start, lexicon) : null
    for (let end = start + shortestPart; end <= word.length - shortestPart; end++) {
      const rest = covers[end]
      if (!rest) continue
      const cost = openingCost(word.slice(start, end), lexicon) + costOfPart + rest.cost
      if (cost === Infinity || (best && cost >= best.cost)) continue
      if (isSuffixOfOne(word, end, rest)) continue
      best = { cost, starts: [start, ...rest.starts] }
    }
    covers[start] = best
  }
  return covers[0] ?? null
}

function openingCost(part: string, lexicon: CompoundLexicon): number {
  const asItIs = partCost(lexicon.opening(part), part.length)
  if (!part.endsWith('s') || part.length < 6) return asItIs
  const linked = partCost(lexicon.opening(part.slice(0, -1)), part.length - 1) + costOfLink
  return Math.min(asItIs, linked)
}

function lastPart(word: string, start: number, lexicon: CompoundLexicon): Cover | null {
  const part = word.slice(start)
  const withoutInflection = stem(part)
  if (endings.has(part) || endings.has(withoutInflection)) return null
  const length = Math.max(withoutInflection.length, part.length - 2)
  const cost = partCost(lexicon.closing(part), length)
  return cost === Infinity ? null : { cost, starts: [start] }
}

function partCost(grade: PartGrade, length: number): number {
  // Three letters match by chance too often, unless the word list says that they join with others.
  if (length === shortestPart && grade < 3) return Infinity
  return (costOfGrade[grade] ?? Infinity) + (costOfLength[length] ?? 0)
}

/** A doubled consonant before -er, -en or -ing belongs to an inflection, not to a new word: no seam in wetenschap|pers. */
function isSuffixOfOne(word: string, seam: number, rest: Cover): boolean {
  if (rest.starts.length > 1 || word[seam] !== word[seam - 1]) return false
  return /^[bcdfgk-nprst](?:en?|ers?|eren|ing|ingen|ende?|elijke?)$/.test(word.slice(seam))
}
