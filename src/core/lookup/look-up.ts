// Looks a word of a text up: its headword, what form it is, its parts and its glosses.
import type { CompoundSplitter } from '../dutch/compound.ts'
import { partsOf } from '../dutch/compound-parts.ts'
import { fold } from '../dutch/fold.ts'
import { chooseEntry, fittingEntries, type WordContext } from './choose-entry.ts'
import type { Dictionary, FoundEntry } from './dictionary.ts'
import type { FormName } from './inflect.ts'
import { isNoun, type WordClass } from './word-entry.ts'

export interface WordTools {
  readonly dictionary: Dictionary
  readonly splitCompound: CompoundSplitter
}

/** One part of a compound, and what it means when the list knows it. */
export interface WordPart {
  readonly part: string
  readonly gloss: string | null
  /** Whether it is known as a noun. */
  readonly isNoun: boolean
  /** Its place in the order of commonness; null when it is not known. */
  readonly rank: number | null
}

/** A word with the same form as another. */
export interface OtherWord {
  readonly headword: string
  readonly glosses: readonly string[]
}

export interface LookedUp {
  /** As it was asked for. */
  readonly word: string
  readonly headword: string
  readonly wordClass: WordClass
  /** What form of the headword the word is. */
  readonly form: FormName
  /** Empty for a word that is no compound. */
  readonly parts: readonly WordPart[]
  /** Empty for a compound that the list has only in parts. */
  readonly glosses: readonly string[]
  /** Other words that the form may be of: `schepen` of `schip`, and an alderman. */
  readonly others: readonly OtherWord[]
  /** The place of the headword in the order of commonness, from 0; null when the list has only its parts. */
  readonly rank: number | null
}

/** Null when neither the word nor its last part is in the list. */
export function lookUp(
  word: string,
  context: WordContext | null,
  { dictionary, splitCompound }: WordTools,
): LookedUp | null {
  const plain = word.normalize('NFC').replaceAll('\u00AD', '').replaceAll('’', "'")
  const found = findAsWritten(plain, dictionary)
  const fitting = fittingEntries(found, context)
  const [chosen] = fitting
  if (chosen !== undefined) {
    const { entry, name, rank } = chosen
    const parts = isNoun(entry) ? partsIn(entry.headword, dictionary, splitCompound) : []
    const { headword, wordClass } = entry
    const glosses = glossesOf(chosen, found)
    const others = othersThan(chosen, fitting)
    return { word, headword, wordClass, form: name, parts, glosses, others, rank }
  }
  return lookUpCompound(plain, word, dictionary, splitCompound)
}

const mostOthers = 2

/**
 * Nobody takes a small word for another, and forms that only a rule gives may not exist. One word may be of several classes:
 * `uiterlijk` is a noun, an adjective and an adverb.
 */
function othersThan(chosen: FoundEntry, found: readonly FoundEntry[]): readonly OtherWord[] {
  const { headword, wordClass } = chosen.entry
  const isSmall = smallWords.has(wordClass)
  const isOther = ({ entry, name }: FoundEntry): boolean => {
    if (name === 'other') return false
    if (entry.headword !== headword) return !isSmall
    return entry.wordClass !== wordClass && !(isSmall && smallWords.has(entry.wordClass))
  }
  return found
    .filter(isOther)
    .slice(0, mostOthers)
    .map(({ entry }) => ({ headword: entry.headword, glosses: entry.glosses }))
}

/** Of small words a reader cannot be expected to tell the class: `om` gives the glosses of all its entries. */
function glossesOf({ entry }: FoundEntry, found: readonly FoundEntry[]): readonly string[] {
  if (!smallWords.has(entry.wordClass)) return entry.glosses
  const others = found.filter(
    (one) => one.entry.headword === entry.headword && smallWords.has(one.entry.wordClass),
  )
  return [...new Set([entry, ...others.map((one) => one.entry)].flatMap(({ glosses }) => glosses))]
}

const smallWords: ReadonlySet<WordClass> = new Set([
  ...(['adverb', 'preposition', 'conjunction', 'pronoun', 'determiner'] as const),
])

/** As it stands there; in lower case, as at the begin of a sentence; without accents that only stress it: `dát`. */
function findAsWritten(word: string, dictionary: Dictionary): readonly FoundEntry[] {
  for (const form of [word, word.toLowerCase(), unstressed(word)]) {
    const found = dictionary.find(form)
    if (found.length > 0) return found
  }
  return []
}

function unstressed(word: string): string {
  return word.toLowerCase().normalize('NFD').replaceAll('\u0301', '').normalize('NFC')
}

/** The last part of a compound decides its class and form; the others stay as they are written. */
function lookUpCompound(
  plain: string,
  word: string,
  dictionary: Dictionary,
  splitCompound: CompoundSplitter,
): LookedUp | null {
  const lower = plain.toLowerCase()
  const hyphen = lower.lastIndexOf('-') + 1
  const seams = hyphen > 0 ? [hyphen] : seamsOf(lower, splitCompound)
  for (const seam of seams) {
    const last = chooseEntry(closingEntries(dictionary.find(lower.slice(seam))), null)
    if (last === null || seam === 0) continue
    const { entry, name } = last
    const headword = (hyphen > 0 ? plain : lower).slice(0, seam) + entry.headword
    const parts = partsIn(headword, dictionary, splitCompound)
    return {
      word,
      headword,
      wordClass: entry.wordClass,
      form: name,
      parts,
      glosses: [],
      others: [],
      rank: null,
    }
  }
  return null
}

/** `inhaalslag` ends in a noun, not in a form of a verb; a verb closes a compound only where no noun can. */
function closingEntries(found: readonly FoundEntry[]): readonly FoundEntry[] {
  const nouns = found.filter(({ entry, name }) => isNoun(entry) && name !== 'other')
  if (nouns.length > 0) return nouns
  return found.filter(({ entry, name, isApart }) => {
    if (entry.wordClass === 'verb')
      return !isApart && (name === 'headword' || name === 'participle')
    return entry.wordClass === 'adjective' && name !== 'other'
  })
}

/** Folding may change the length of a word; then nothing is known of its seams. */
function seamsOf(lower: string, splitCompound: CompoundSplitter): readonly number[] {
  const folded = fold(lower)
  return folded.length === lower.length ? splitCompound(folded) : []
}

/** The parts with their glosses, when all of it is a compound. Letters that only link two parts go along with the first. */
function partsIn(
  headword: string,
  dictionary: Dictionary,
  splitCompound: CompoundSplitter,
): readonly WordPart[] {
  const pieces = headword.includes('-')
    ? headword.split('-')
    : partsOf(headword, seamsOf(headword, splitCompound)).map(([from, to]) =>
        headword.slice(from, to),
      )
  const parts = fewestParts(pieces, headword, dictionary)
  return parts.length < 2 ? [] : parts
}

/** `brandstof` and `cel`, not `brand`, `stof` and `cel`: as few parts as there are that the list knows. */
function fewestParts(
  pieces: readonly string[],
  headword: string,
  dictionary: Dictionary,
): readonly WordPart[] {
  const apart = pieces.map((piece) => partOf(piece, dictionary))
  const mostJoined = pieces.length - 1
  for (let count = mostJoined; count > 1; count--) {
    for (let first = 0; first + count <= pieces.length; first++) {
      const joined = pieces.slice(first, first + count).join(headword.includes('-') ? '-' : '')
      const part = partOf(joined, dictionary)
      if (part.gloss === null) continue
      return [...apart.slice(0, first), part, ...apart.slice(first + count)]
    }
  }
  return apart
}

function partOf(part: string, dictionary: Dictionary): WordPart {
  for (const form of [part, part.replace(/s$/u, ''), part.replace(/en$/u, ''), `${part}en`]) {
    const found = dictionary.find(form).filter(({ isApart }) => !isApart)
    const best = found.find(({ entry }) => isNoun(entry)) ?? found[0]
    if (best === undefined) continue
    const { entry, rank } = best
    return { part, gloss: entry.glosses[0] ?? null, isNoun: isNoun(entry), rank }
  }
  return { part, gloss: null, isNoun: false, rank: null }
}
