// The forms under which a word is indexed, searched and marked. One function makes them, so that the three agree.
import type { CompoundSplitter } from './compound.ts'
import { partsOf } from './compound-parts.ts'
import { foreignStemTerm, type ForeignLanguage } from './foreign-stems.ts'
import { stem } from './stem.ts'
import { isStopWord } from './stop-words.ts'
import type { Token, Word } from './tokens.ts'

/**
 * word: as it is written, folded; stem: its stem, if that differs; head: the last part or parts of a compound, as written and as a
 * stem; part: the stem of any other part.
 */
export type FormKind = 'word' | 'stem' | 'head' | 'part'

/** One form of a word, with its range in the source text. */
export interface WordForm {
  readonly kind: FormKind
  readonly term: string
  readonly start: number
  readonly end: number
  /** The word that this is a form of. */
  readonly word: Word
}

const shortestPart = 3

/**
 * All forms of the words in a token, with offsets of the text in which the token stands.
 * @param language of the text, which decides the stems; null for Dutch. Compounds are split alike in all: without its parts a text
 * would shift the scores of the Dutch compounds beside it.
 */
export function formsOf(
  token: Token,
  splitCompound: CompoundSplitter,
  language: ForeignLanguage | null,
): readonly WordForm[] {
  const forms: WordForm[] = []
  for (const word of token.words) {
    const { text, kind, start, end } = word
    forms.push({ kind: 'word', term: text, start, end, word })
    if (kind === 'number' || kind === 'other' || isStopWord(text)) continue
    const stemmed = language === null ? stem(text) : foreignStemTerm(text, language)
    if (stemmed !== text) forms.push({ kind: 'stem', term: stemmed, start, end, word })
    if (kind === 'part') forms.push(...compoundForms(word, splitCompound))
  }
  return forms
}

/** Every run of neighbouring parts: of windturbinepark windturbine and turbinepark as well. */
function compoundForms(word: Word, splitCompound: CompoundSplitter): readonly WordForm[] {
  const parts = partsOf(word.text, splitCompound(word.text))
  const forms: WordForm[] = []
  for (const [first, [from]] of parts.entries()) {
    for (const [, to] of parts.slice(first)) {
      const isWhole = from === 0 && to === word.text.length
      if (isWhole || to - from < shortestPart) continue
      const run = word.text.slice(from, to)
      const [start, end] = word.rangeOf(from, to)
      const stemmed = stem(run)
      const isHead = to === word.text.length
      forms.push({ kind: isHead ? 'head' : 'part', term: stemmed, start, end, word })
      if (isHead && stemmed !== run) forms.push({ kind: 'head', term: run, start, end, word })
    }
  }
  return forms
}
