// The words and names of an item that tell what it is about: few other items of the library have them.
import { isStopWord } from '../dutch/stop-words.ts'
import { stem } from '../dutch/stem.ts'
import { tokenize, type Word } from '../dutch/tokens.ts'
import type { SegmentSet } from '../search/compact/segment-set.ts'
import { isUnit } from './figure-units.ts'
import type { Mention } from './reading-notes.ts'
import { groupOf, placesOf, type Place } from './word-places.ts'

export interface TellingWord {
  /** The same for the words of one name, and for the parts of one hyphenated word: together they count once. */
  readonly key: string
  /** As the reader sees it: a name in its full form. */
  readonly printed: string
  readonly isName: boolean
  /** 1 for what a single item of a large library has; 0 for what all have. */
  readonly weight: number
  readonly places: readonly Place[]
}

export interface TextToTell {
  /** BCP 47 tag. */
  readonly language: string
  readonly title: string | null
  readonly text: string
  readonly names: readonly Mention[]
}

/** How much a folded Dutch word tells by itself: 0 when everybody uses it, 1 when it is in no word list. */
export type Telling = (folded: string) => number

/** Words in more documents than this, or than one in twenty, tell nothing. */
const mostDocuments = 1_000
/** Where no word list vouches for a word, only one that very few items have tells something. */
const leastWeight = { vouchedFor: 0.2, other: 0.65 }
/** An item has more words than tell something; those that tell most do. */
const mostWords = 40
const shortestWord = 3
/** So many items must be known of a language before a word of a single one is as rare as can be. */
const sureDocuments = 1_000

const address = /(?:https?:\/\/|www\.)\S+/gu

/**
 * The telling words of an item, in all forms in which a search would find them.
 */
export function tellingWords(
  items: SegmentSet,
  { language, title, text, names }: TextToTell,
  tellingOf: Telling,
): readonly TellingWord[] {
  const opening = title === null ? '' : `${title}\n`
  const whole = (opening + text).replaceAll(address, (found) => ' '.repeat(found.length))
  const { documents } = items.statistics
  const ofLanguage = documentsIn(items, language)
  const isDutch = language.split('-', 1)[0] === 'nl'
  const most = Math.min(mostDocuments, Math.max(2, documents / 20))
  const seen = new Map<string, TellingWord>()

  function add(word: Word, token: string): void {
    const stemmed = stem(word.text)
    if (seen.has(stemmed) || !mayTell(word)) return
    const start = word.start - opening.length
    const end = word.end - opening.length
    const name = names.find((one) => one.start <= start && end <= one.end)
    const isName = name !== undefined
    const own = isDutch && !isName ? tellingOf(word.text) : 1
    const found = own === 0 ? null : placesOf(items, word.text, stemmed, most)
    // A word of another language is another word; a name is not.
    const places = isName ? found : found?.filter((place) => groupOf(place)?.language === language)
    if (!places || places.length === 0) return
    const isVouchedFor = isDutch || isName
    const weight = own * rarity(places.length, isName ? documents : ofLanguage, isVouchedFor)
    if (weight < (isVouchedFor ? leastWeight.vouchedFor : leastWeight.other)) return
    const printed = name?.name ?? whole.slice(word.start, word.end)
    seen.set(stemmed, { key: name?.name ?? token, printed, isName, weight, places })
  }

  for (const token of tokenize(whole)) for (const word of token.words) add(word, token.source)
  return [...seen.values()].toSorted((one, other) => other.weight - one.weight).slice(0, mostWords)
}

function mayTell({ text, kind }: Word): boolean {
  const isPlain = kind === 'part' || kind === 'joined'
  return isPlain && text.length >= shortestWord && !isStopWord(text) && !isUnit(text)
}

/** In a small library many words are in one item alone. For Dutch the word list vouches that they are rare elsewhere too. */
function rarity(found: number, documents: number, isVouchedFor: boolean): number {
  const sure = Math.max(documents, sureDocuments)
  return Math.log((isVouchedFor ? sure : documents) / found) / Math.log(sure)
}

function documentsIn(items: SegmentSet, language: string): number {
  let documents = 0
  for (const part of items.parts) {
    for (const [group, { language: own, documents: count }] of part.segment.groups.entries())
      if (own === language && part.alive[group] === 1) documents += count
  }
  return documents
}
