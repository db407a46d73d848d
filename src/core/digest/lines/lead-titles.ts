// Titles that run on into their texts in plain type: `Dak lekt – De school gaat dicht`, `• Dak lekt. De school gaat dicht.`
// Only a habit tells them: a text begins so by chance, all texts of a letter do not.
import type { Remark } from '../remark.ts'
import { readItemEnd } from '../sources/item-end.ts'
import { readSourceList, type IsKnown } from '../sources/source-names.ts'
import { endsAsSentence } from '../sources/sentence-end.ts'
import { hasSourceLabel } from '../sources/source-label.ts'
import type { DigestLine } from './digest-line.ts'
import { longestHeading } from './line-lengths.ts'
import { boldLevel } from './line-marks.ts'
import { titleOf } from './run-in-titles.ts'

const begin = '^([\\p{Lu}\\p{N}‘“"]'
const behind = '(?=[\\p{Lu}\\p{N}‘“"\'’].{30})'
/** What parts titles from texts; a stop stands in a title only within a number: `70.000 euro`. */
const kinds = {
  /** Any sign between white space. */
  sign: new RegExp(
    `${begin}(?:[^.!?–—|]|\\.(?=\\d)){2,70}?[?!]?)(\\s([^\\p{L}\\p{N}\\s.,;:!?'"’”()&+]{1,3})\\s+)${behind}`,
    'u',
  ),
  /** A quote has a speaker before its colon. */
  colon: new RegExp(`${begin}(?:[^.!?:–—|]|\\.(?=\\d)){2,70})(:\\s+)(?=[\\p{Lu}\\p{N}].{30})`, 'u'),
  stop: new RegExp(`${begin}[^.!?:;–—|]{3,70})([.?!]\\s+)${behind}`, 'u'),
}
type Kind = keyof typeof kinds
const sentenceWithin = /[.!?]\s/u
const dash = /^[–—-]$/u
/** `De wethouder – Ine Put van de kade – gaat`. */
const aside = /^.{0,80}\s[–—-]\s\p{Ll}/u
/** What parts words anywhere is layout; any other sign is quoted. */
const layoutSign = /^[–—|·•-]$/u
const shortestText = 45
const fewest = 5
const fewestTitled = 2
const share = 0.8
const shareOfSeveral = 0.5
/** Sentences and single words are short by chance, too. */
const shareOfOthers = 0.9
const longestOnAverage = 32
const secondWord = /\s\p{Ll}/u
/** No place and no paper ends so: `Verwarming`, `Studiedag`, `Formatie`. */
const subject = /^\p{L}{3,}(?:age|dag|heid|ijt|ing|rij|tie)$/u
const twoInCapitals = /^[^\p{Ll}\s]{3,}\s[^\p{Ll}\s]{3,}$/u
const threeInCapitals = /^[^\p{Ll}\s]+(?:\s[^\p{Ll}\s]+){2,}$/u

/** Where titles end, by the habit of an author. */
interface Habit {
  readonly kind: Kind
  /** The sign between white space; undefined for a colon or a stop. */
  readonly sign: string | undefined
}

/** The lines with such titles on lines of their own, where the author has that habit. */
export function cutLeadTitles(
  lines: readonly DigestLine[],
  isKnown: IsKnown,
  remarks: Remark[],
): readonly DigestLine[] {
  if (lines.some(({ runsIn }) => runsIn)) return lines
  const titled = lines.filter((line, index) => isTitled(line, lines[index + 1])).length
  const all = lines.filter(isText)
  const bulleted = all.filter(({ bullet }) => bullet)
  const chosen = bulleted.length * 2 > all.length ? bulleted : all
  if (chosen.length < fewest || titled >= fewestTitled) return lines
  for (const kind of ['sign', 'colon', 'stop'] as const) {
    // The first one may be the lede.
    const texts = chosen.filter(({ text }, index) => index > 0 || kinds[kind].test(text))
    const habit = { kind, sign: usualSign(texts, kind) }
    if (!areTitles(texts, habit, isKnown)) continue
    const first = lines.findIndex((line) => line === texts[0])
    const last = lines.findLastIndex((line) => line === texts.at(-1))
    return lines.flatMap((line, index) =>
      index >= first && index <= last && isText(line) ? cut(line, habit, remarks) : [line],
    )
  }
  return lines
}

/** Whether what these texts begin with are titles, and not sentences, places, or names. */
function areTitles(texts: readonly DigestLine[], habit: Habit, isKnown: IsKnown): boolean {
  const words = texts.flatMap(({ text }) => leadOf(text, habit)?.[1] ?? [])
  const isNearlyAll = words.length >= shareOfOthers * texts.length
  const named = words.filter((lead) => readSourceList(lead, isKnown).names.some(isKnown)).length
  if (words.length < fewest || words.length < share * texts.length) return false
  if (named * 3 > words.length) return false
  if (habit.kind === 'stop') {
    const length = words.reduce((sum, lead) => sum + lead.length, 0) / words.length
    const areCapitals = words.every((lead) => !/\p{Ll}/u.test(lead))
    return isNearlyAll && (areCapitals || length <= longestOnAverage)
  }
  const saying = words.filter((lead) => saysMore(lead, habit.kind)).length
  const several = saying + words.filter((lead) => threeInCapitals.test(lead)).length
  if (several >= shareOfSeveral * words.length) return true
  // Single words, each of which stands once.
  if (!isNearlyAll || new Set(words).size < words.length) return false
  const canBePlaces = habit.sign === undefined || dash.test(habit.sign)
  return !canBePlaces || (saying > 0 && !texts.some(({ text }) => hasSources(text, isKnown)))
}

/** Whether no place and no paper is called so. */
function saysMore(lead: string, kind: Kind): boolean {
  if (secondWord.test(lead) || subject.test(lead)) return true
  return kind === 'colon' && twoInCapitals.test(lead)
}

function hasSources(text: string, isKnown: IsKnown): boolean {
  return readItemEnd(text, isKnown, false).sources.some(isKnown)
}

/** The sign that most texts have behind their first words; undefined for a colon or a stop. */
function usualSign(texts: readonly DigestLine[], kind: Kind): string | undefined {
  const counts = new Map<string, number>()
  for (const { text } of texts) {
    const sign = kinds[kind].exec(text)?.[3]
    if (sign !== undefined) counts.set(sign, (counts.get(sign) ?? 0) + 1)
  }
  return [...counts].sort(([, one], [, other]) => other - one)[0]?.[0]
}

function leadOf(text: string, { kind, sign }: Habit): RegExpExecArray | null {
  const found = kinds[kind].exec(text)
  if (found === null || found[3] !== sign) return null
  const isAside = sign !== undefined && dash.test(sign) && aside.test(text.slice(found[0].length))
  return isAside ? null : found
}

function cut(line: DigestLine, habit: Habit, remarks: Remark[]): DigestLine[] {
  const found = leadOf(line.text, habit)
  if (found === null) return [line]
  const [whole, words = '', parting = ''] = found
  const { sign } = habit
  if (sign !== undefined && !layoutSign.test(sign))
    remarks.push({ line: line.line, kind: 'label', quote: sign })
  const text = titleOf(sign === undefined ? words + parting.trim() : words)
  const title = { ...line, text, level: boldLevel }
  const unmarked = { bullet: false, bulletMark: '' }
  return [
    { ...title, ...unmarked, gapBefore: true, runsIn: true },
    {
      ...line,
      ...unmarked,
      text: line.text.slice(whole.length),
      gapBefore: false,
      ruleBefore: false,
    },
  ]
}

function isText({ text, level }: DigestLine): boolean {
  if (level !== null || hasSourceLabel(text)) return false
  return text.length > longestHeading || (text.length >= shortestText && endsAsSentence(text))
}

/** Where a short line stands right above a text, that is the title. */
function isTitled(line: DigestLine, next: DigestLine | undefined): boolean {
  const isShort = !isText(line) && !sentenceWithin.test(line.text)
  return isShort && next !== undefined && !next.gapBefore && isText(next) && !next.bullet
}
