// Which ranges of a hit's text match the query.
import type { WordForm } from '../dutch/word-forms.ts'
import type { AnalysedText } from './analyser.ts'
import type { TermMatch, MatchedForm, MatchedWord } from './term-matches.ts'
import type { TextRange } from './search-types.ts'

/** A range of a text that matches the query. */
export interface Match {
  readonly start: number
  readonly end: number
  readonly termMatches: readonly TermMatch[]
  /** The word in this range. For a part of a compound the whole compound, with a middle dot between its parts. */
  readonly evidence: string
}

/** The matches in the order of the text; those of one word may overlap. Of a compound only the part that matches. */
export function findMatches(
  { text, starts }: AnalysedText,
  matchedWords: readonly MatchedWord[],
): readonly Match[] {
  const matches: Match[] = []
  for (const { index, forms } of matchedWords) {
    const at = starts[index] ?? 0
    for (const one of forms) {
      if (forms.some((other) => isCloser(other, one))) continue
      const { form } = one
      const [start, end] = [at + form.start, at + form.end]
      matches.push({ start, end, termMatches: one.matches, evidence: evidenceOf(form, at, text) })
    }
  }
  return matches
}

/**
 * Whether a form is a closer match than a wider one around it. A search for turbine marks turbine in windturbinepark, and not
 * turbinepark; one for windmolen marks that part of windmolenbouwer, and not the whole word as one with that beginning.
 */
function isCloser(closer: MatchedForm, wider: MatchedForm): boolean {
  const isWider =
    isOfCompound(wider.form) || wider.matches.every(({ reason }) => reason === 'beginning')
  if (!isOfCompound(closer.form) || !isWider) return false
  const isInside = closer.form.start >= wider.form.start && closer.form.end <= wider.form.end
  const isShorter = closer.form.end - closer.form.start < wider.form.end - wider.form.start
  return (
    isInside &&
    isShorter &&
    wider.matches.every((match) => closer.matches.some(({ word }) => word === match.word))
  )
}

function isOfCompound({ kind }: WordForm): boolean {
  return kind === 'head' || kind === 'part'
}

/** @param at where the token of the form begins in the text */
function evidenceOf(form: WordForm, at: number, text: string): string {
  const { start, end, word } = form
  const stretch = (from: number, to: number): string => text.slice(at + from, at + to)
  if (!isOfCompound(form)) return stretch(start, end)
  const pieces = [stretch(word.start, start), stretch(start, end), stretch(end, word.end)]
  return pieces.filter((piece) => piece !== '').join('·')
}

/** The ranges of the matches in order, joined where they overlap or touch. */
export function marksOf(matches: readonly Match[]): readonly TextRange[] {
  const marks: [start: number, end: number][] = []
  const ordered = [...matches].sort((one, other) => one.start - other.start || one.end - other.end)
  for (const { start, end } of ordered) {
    const last = marks.at(-1)
    if (last !== undefined && start <= last[1]) last[1] = Math.max(last[1], end)
    else marks.push([start, end])
  }
  return marks
}
