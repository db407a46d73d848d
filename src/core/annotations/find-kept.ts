// Finds words in what the reader kept. Whoever brings a stemmer finds a word in any of its forms; the stemmer is large, and not needed
// for the first text.
import { writtenDate } from '../citation/cite-item.ts'
import { fold, foldWithOffsets } from '../dutch/fold.ts'
import type { TextRange } from '../search/search-types.ts'
import type { Annotation } from './annotation.ts'
import type { KeptEdition } from './group-kept.ts'
import { descriptionOf, isTagged } from './kinds.ts'

/** A text to find words in; its stems are computed when the first question needs them. */
interface KeptText {
  readonly folded: string
  stems: ReadonlySet<string> | null
}

export interface SoughtWord {
  readonly word: string
  /** Gives the stem of a folded word; null where only the word itself is sought. */
  readonly stemOf: ((word: string) => string) | null
}

/** The words of a question, folded. */
export function soughtWords(
  question: string,
  stemOf: SoughtWord['stemOf'] = null,
): readonly SoughtWord[] {
  return wordsIn(fold(question)).map((word) => ({ word, stemOf }))
}

/**
 * Title, series and date of an edition.
 * @param months their names, as the reader types them
 */
export function aboutEdition(
  { title, series, date }: Pick<KeptEdition, 'title' | 'series' | 'date'>,
  months: readonly string[],
): string {
  return [title, series, date === null ? '' : writtenDate(date, months)].join(' ')
}

/**
 * Whether every word stands in one of some annotations, or in what is said about them. The last letters of a word may not be typed
 * yet.
 */
export function hasWords(
  annotations: readonly Annotation[],
  about: string,
  sought: readonly SoughtWord[],
): boolean {
  const texts = annotations.map(textOf)
  return sought.every(
    (word) => texts.some((text) => has(text, word)) || has(aboutText(about), word),
  )
}

/** Each annotation is folded once, for as long as it stays what it is. */
const texts = new WeakMap<Annotation, KeptText>()
function textOf(annotation: Annotation): KeptText {
  const known = texts.get(annotation)
  if (known !== undefined) return known
  const kind = descriptionOf(annotation)
  const { quote, context } = annotation
  const tags = isTagged(annotation) ? (annotation.tags ?? []) : []
  const own = [kind.passage(annotation), kind.ownText(annotation), ...tags]
  const text = keptText([context?.title, context?.section, context?.item, quote, ...own].join(' '))
  texts.set(annotation, text)
  return text
}

/** What is asked about one edition comes one after the other. */
let lastAbout = { about: '', text: keptText('') }
function aboutText(about: string): KeptText {
  if (lastAbout.about !== about) lastAbout = { about, text: keptText(about) }
  return lastAbout.text
}

function keptText(text: string): KeptText {
  return { folded: fold(text), stems: null }
}

/** Within a longer word, or in another form. */
function has(text: KeptText, { word, stemOf }: SoughtWord): boolean {
  if (text.folded.includes(word)) return true
  if (stemOf === null) return false
  text.stems ??= new Set(wordsIn(text.folded).map(stemOf))
  return text.stems.has(stemOf(word))
}

/** Where the words stand in a text that is shown: a part of a longer word, or a whole word in another form. */
export function rangesOfWords(text: string, sought: readonly SoughtWord[]): readonly TextRange[] {
  if (sought.length === 0) return []
  return [...text.matchAll(/[\p{L}\p{M}\p{N}]+/gu)].flatMap(({ 0: printed, index }) => {
    const { text: folded, sourceRange } = foldWithOffsets(printed)
    const asTyped = sought.find(({ word }) => folded.includes(word))?.word
    const at = asTyped === undefined ? 0 : folded.indexOf(asTyped)
    const isForm = asTyped !== undefined || sought.some((one) => has(keptText(printed), one))
    const [start, end] = sourceRange(at, at + (asTyped ?? folded).length)
    return isForm ? [[index + start, index + end] as const] : []
  })
}

function wordsIn(folded: string): string[] {
  return folded.match(/[\p{L}\p{N}]+/gu) ?? []
}
