// What authors write before the names of sources: `Bron:`, `Bronnen:`, `Via:`.
import { readDateBesides, readDateLine } from '../lines/date-line.ts'

/** At the beginning of a line, perhaps behind a mark. */
export const labelAtStart = /^\P{L}{0,4}(?:bron(?:nen|\(nen\))?|via|gelezen in|sources?)\s?:/iu
/** `12 juli 2030 | ` before a label. */
const beforeLabel = /^(.{3,60}?)\s?[|·•,–—-]\s(?=bron|via|gelezen|source)/iu
/** Behind a text on the same line. */
const labelBehind =
  /(?:(?<=[\s([.])bron(?:nen|\(nen\))?|(?<=[.!?…’”"')][\s([]{1,3}|[([])(?:via|sources?|uit|herkomst|gelezen in|gezien (?:in|op|bij)|verschenen in|overgenomen uit|ontleend aan))\s?:/giu
/** Words that say of the names behind them that they are sources. */
const wordsOfSources =
  /^(?:bron(?:nen)?|uit|herkomst|afkomstig (?:uit|van)|nieuwsbron|krant(?:en)?|media|medium|pers|publicatie|(?:uit|in) de (?:krant|kranten|media|pers)|gelezen (?:bij|in|op)|gezien (?:bij|in|op)|gehoord (?:bij|op)|(?:eerder )?(?:gepubliceerd|verschenen) (?:bij|in|op)|overgenomen (?:uit|van)|ontleend aan|lees (?:meer|verder) (?:bij|in))$/iu
/** Words that say something else of what stands behind them, though it may look like names. */
const otherWords =
  /^(?:aannemer|aanmelden|adres|architect|auteurs?|beeld|begeleiding|categorie|contact(?:persoon)?|copyright|dag|datum|docent|doelgroep|door|e-?mail|entree|foto['’]?s?|fotografie|gast|gemeente|illustratie|info|inlichtingen|interview|kosten|land|lees ook|locatie|meer (?:info|informatie|weten)|met|onderwerp|opdrachtgever|opgave|organisat(?:ie|or)|partners?|plaats|presentatie|prijs|provincie|redactie|regio|rubriek|samenstelling|spreker?s?|sponsors?|tags?|tekst|telefoon|thema|tijd(?:stip)?|toegang|trefwoorden|vertaling|voor|waar|wanneer|wat|website|wie|winnaar|zaal|zie ook)$/iu

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

/** What words before names say of them, a colon or a dash behind: that they are sources, something else, or neither. */
export function meaningOfLabel(words: string): 'sources' | 'other' | null {
  const label = words.replace(/^\P{L}+/u, '').replace(/\s?[:–—-]$/u, '')
  return wordsOfSources.test(label) ? 'sources' : otherWords.test(label) ? 'other' : null
}

/** Where the last label stands in a text; -1 without one, or when the text begins with it. */
export function lastLabel(text: string): number {
  return [...text.matchAll(labelBehind)].at(-1)?.index ?? -1
}
