// Where the sentences of a text begin and end.
import { isAbbreviationBefore } from '../sources/sentence-end.ts'

/** A range of a text, in UTF-16 units, without white space around it. */
export interface Sentence {
  readonly start: number
  readonly end: number
}

const end = /[.!?…]+[’”"'‘)\]]*(?=\s|$)|\n+/gu

/** The sentences of a text, in order. A stop behind an abbreviation or before a small letter ends none. */
export function sentencesOf(text: string): readonly Sentence[] {
  const sentences: Sentence[] = []
  let start = 0
  const add = (until: number): void => {
    const part = text.slice(start, until)
    const from = start + (part.length - part.trimStart().length)
    const to = from + part.trim().length
    if (to > from) sentences.push({ start: from, end: to })
    start = until
  }
  for (const { 0: mark, index } of text.matchAll(end)) {
    const after = index + mark.length
    if (!mark.startsWith('\n') && goesOn(text, index, mark, after)) continue
    add(after)
  }
  add(text.length)
  return sentences
}

/** Whether the sentence goes on behind a mark: `dr. Jansen`, `‘Echt?’ vroeg hij`. */
function goesOn(text: string, index: number, mark: string, after: number): boolean {
  if (mark === '.' && isAbbreviationBefore(text, index)) return true
  return /^\s+\p{Ll}/u.test(text.slice(after, after + 3))
}

/** The sentence in which an offset stands, or the one before it; null for a text without any. */
export function sentenceAt(sentences: readonly Sentence[], offset: number): Sentence | null {
  let found = sentences[0] ?? null
  for (const sentence of sentences) if (sentence.start <= offset) found = sentence
  return found
}
