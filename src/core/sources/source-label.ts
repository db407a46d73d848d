// What authors write before the names of sources: `Bron:`, `Bronnen:`, `Via:`.
import { readDateBesides, readDateLine } from '../dates/date-line.ts'

/** At the beginning of a line, perhaps behind a mark. `Bron – water uit de grond` may be a title. */
export const labelAtStart =
  /^\P{L}{0,4}(?:(?:bron(?:nen|\(nen\))?|via|gelezen in|gehoord (?:bij|op)|gezien (?:bij|op)|sources?)\s?:|bron(?:nen)?\s?[–—-]?[→>»›|]+(?=\s))/iu
/** `12 juli 2030 | ` before a label. */
const beforeLabel = /^(.{3,60}?)\s?[|·•,–—-]\s(?=bron|via|gelezen|source)/iu
/** Behind a text on the same line. */
const labelBehind =
  /(?<=[\s([.])bron(?:nen|\(nen\))?\s?[:→>»›|=]|(?<=[.!?…’”"')][\s([]{1,3}|[([])(?:via|sources?|gelezen in)\s?:/giu
/** `(via iBlik)`, `Via iBlik`: without a colon it says that these are names in brackets, or behind the end of a sentence alone. */
export const labelWithoutColon =
  /^(?:[Vv]ia|[Bb]ron(?:nen)?|uit|zie|bericht(?:en)? van|met dank aan|gelezen (?:bij|in|op)|gezien (?:bij|in|op)|gehoord (?:bij|op)|overgenomen (?:uit|van))\s(?=\S)/u
/** Phrases that say so of the names behind them, with a colon or without. */
const phrasesOfSources =
  'gelezen (?:bij|in|op)|gezien (?:bij|in|op)|gehoord (?:bij|op)|(?:eerder )?(?:gepubliceerd|verschenen) (?:bij|in|op)|overgenomen (?:uit|van)|ontleend aan|lees (?:meer|verder) (?:bij|in)'
/** `Gelezen in De Poldergids`, perhaps behind a sign. */
export const phrasePattern = new RegExp(
  `^(?:[^\\p{L}\\p{N}\\p{P}$€]{1,4}\\s)?(?:${phrasesOfSources})\\s`,
  'iu',
)
/** Words that say of the names behind them that they are sources. */
const wordsOfSources = new RegExp(
  `^(?:bron(?:nen)?|uit|herkomst|afkomstig (?:uit|van)|nieuwsbron|krant(?:en)?|media|medium|pers|publicatie|via|vindplaats(?:en)?|zie|(?:aangereikt|ingezonden|meegedeeld) door|bericht(?:en)? van|met dank aan|(?:uit|in) de (?:krant|kranten|media|pers)|${phrasesOfSources})$`,
  'iu',
)
/** A label at the beginning of a line, perhaps behind a day, and what stands behind it. */
export function splitLabel(
  line: string,
): { readonly day: string; readonly label: string; readonly rest: string } | null {
  const before = beforeLabel.exec(line)
  const day = before?.[1] ?? ''
  const isDated = (readDateLine(day) ?? readDateBesides(day)) !== null
  const tail = before === null || !isDated ? line : line.slice(before[0].length)
  const label = labelAtStart.exec(tail)?.[0]
  if (label === undefined) return null
  return { day: isDated ? day : '', label, rest: tail.slice(label.length) }
}

/** Whether a line begins with such a label. */
export function hasSourceLabel(line: string): boolean {
  return splitLabel(line) !== null
}

/** Whether words before names, a colon or a dash behind them, say that the names are sources. */
export function isLabelOfSources(words: string): boolean {
  return wordsOfSources.test(words.replace(/^\P{L}+/u, '').replace(/\s?[:–—=·•-]$/u, ''))
}

/** Where the last label stands in a text; -1 without one, or when the text begins with it. */
export function lastLabel(text: string): number {
  return [...text.matchAll(labelBehind)].at(-1)?.index ?? -1
}
