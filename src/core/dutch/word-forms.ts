// The forms under which a word is indexed, sought and marked; one function for all three, so that they agree.
import { partsOf, type CompoundSplitter } from './compound.ts'
import { stem } from './stem.ts'
import { isStopWord } from './stop-words.ts'
import type { Token, Word } from './tokens.ts'

/**
 * word: as it stands, folded; stem: its stem, where that differs; head: what a compound is a kind of, its last part or parts, as it
 * stands and its stem; part: the stem of any other part.
 */
export type FormKind = 'word' | 'stem' | 'head' | 'part'

/** One form of a word, with the place in the source text that it speaks of. */
export interface WordForm {
  readonly kind: FormKind
  readonly term: string
  readonly start: number
  readonly end: number
  /** The word that this is a form of. */
  readonly word: Word
}

const shortestPart = 3

/** All forms of the words in a token. Offsets are those of the token's source text. */
export function formsOf(token: Token, splitCompound: CompoundSplitter): readonly WordForm[] {
  const forms: WordForm[] = []
  for (const word of token.words) {
    const { text, kind, start, end } = word
    forms.push({ kind: 'word', term: text, start, end, word })
    if (kind === 'number' || kind === 'other' || isStopWord(text)) continue
    const stemmed = stem(text)
    if (stemmed !== text) forms.push({ kind: 'stem', term: stemmed, start, end, word })
    if (kind === 'part') forms.push(...compoundForms(word, splitCompound))
  }
  return forms
}

/** Every run of neighbouring parts: of windturbinepark also windturbine and turbinepark. */
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
