// Where the words of a hit stand in its text. The text is analysed again, so nothing is kept in the index for it.
import type { CompoundSplitter } from '../dutch/compound.ts'
import { tokenize } from '../dutch/tokens.ts'
import { formsOf, type WordForm } from '../dutch/word-forms.ts'
import type { Claim, Claims } from './claims.ts'
import type { TextRange } from './search-types.ts'

/** A text with all forms of its words, token by token. */
export interface AnalysedText {
  readonly text: string
  readonly tokens: readonly (readonly WordForm[])[]
}

/** Texts that were taken apart before: what is typed on mostly finds the same documents again. */
const known = new WeakMap<CompoundSplitter, Map<string, AnalysedText>>()
const mostKnown = 300

export function analyse(text: string, splitCompound: CompoundSplitter): AnalysedText {
  const texts = known.get(splitCompound) ?? new Map<string, AnalysedText>()
  const analysed = texts.get(text) ?? {
    text,
    tokens: tokenize(text).map((token) => formsOf(token, splitCompound)),
  }
  if (texts.size >= mostKnown) texts.clear()
  texts.set(text, analysed)
  known.set(splitCompound, texts)
  return analysed
}

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
export function findMatches({ text, tokens }: AnalysedText, claims: Claims): readonly Match[] {
  return tokens.flatMap((forms) => {
    const found = forms
      .map((form) => ({ form, claims: claims.of(form) }))
      .filter((match) => match.claims.length > 0)
    return found
      .filter((match) => !found.some((other) => saysMore(other, match)))
      .map(({ form, claims }) => ({
        start: form.start,
        end: form.end,
        claims,
        evidence: evidenceOf(form, text),
      }))
  })
}

interface FoundForm {
  readonly form: WordForm
  readonly claims: readonly Claim[]
}

/**
 * Who looks for turbine means in windturbinepark no more than that, though turbinepark begins with it; and who looks for
 * windmolen means in windmolenbouwer the part, not any word with that beginning.
 */
function saysMore(closer: FoundForm, wider: FoundForm): boolean {
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

function evidenceOf(form: WordForm, text: string): string {
  const { start, end, word } = form
  if (!isOfCompound(form)) return text.slice(start, end)
  const pieces = [text.slice(word.start, start), text.slice(start, end), text.slice(end, word.end)]
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
