// Where the words of a hit stand in its text.
import type { WordForm } from '../dutch/word-forms.ts'
import type { AnalysedText } from './analyser.ts'
import type { Claim, ClaimedForm, ClaimedWord } from './claims.ts'
import type { TextRange } from './search-types.ts'

/** A place in a text that answers the query. */
export interface Match {
  readonly start: number
  readonly end: number
  readonly claims: readonly Claim[]
  /** The word that stands there; of a part of a compound the whole word, with a middle dot at its seams. */
  readonly evidence: string
}

/**
 * A token is marked when one of its forms is among those the document was found by; of a compound only the part.
 * Matches come in the order of the text; those of one token may overlap.
 */
export function findMatches(
  { text, starts }: AnalysedText,
  claimed: readonly ClaimedWord[],
): readonly Match[] {
  const matches: Match[] = []
  for (const { index, forms: found } of claimed) {
    const at = starts[index] ?? 0
    for (const one of found) {
      if (found.some((other) => saysMore(other, one))) continue
      const { form, claims } = one
      const [start, end] = [at + form.start, at + form.end]
      matches.push({ start, end, claims, evidence: evidenceOf(form, at, text) })
    }
  }
  return matches
}

/**
 * Who looks for turbine means in windturbinepark no more than that, though turbinepark begins with it; and who looks for
 * windmolen means in windmolenbouwer the part, not any word with that beginning.
 */
function saysMore(closer: ClaimedForm, wider: ClaimedForm): boolean {
  const isWider =
    isOfCompound(wider.form) || wider.claims.every(({ reason }) => reason === 'beginning')
  if (!isOfCompound(closer.form) || !isWider) return false
  const isInside = closer.form.start >= wider.form.start && closer.form.end <= wider.form.end
  const isShorter = closer.form.end - closer.form.start < wider.form.end - wider.form.start
  return (
    isInside &&
    isShorter &&
    wider.claims.every((claim) => closer.claims.some(({ word }) => word === claim.word))
  )
}

function isOfCompound({ kind }: WordForm): boolean {
  return kind === 'head' || kind === 'part'
}

/** @param at where the token of the form begins */
function evidenceOf(form: WordForm, at: number, text: string): string {
  const { start, end, word } = form
  const stretch = (from: number, to: number): string => text.slice(at + from, at + to)
  if (!isOfCompound(form)) return stretch(start, end)
  const pieces = [stretch(word.start, start), stretch(start, end), stretch(end, word.end)]
  return pieces.filter((piece) => piece !== '').join('·')
}

/** The matches as ranges that neither overlap nor touch, in order. */
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
