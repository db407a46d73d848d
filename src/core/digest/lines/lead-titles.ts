// Titles that run on into their texts in plain type: `Dak lekt – De school gaat dicht`, `• Dak lekt. De school gaat dicht.`
// Only a habit tells them: a text begins so by chance, all texts of a letter do not.
import type { Remark } from '../remark.ts'
import { readItemEnd } from '../sources/item-end.ts'
import { readSourceList, type IsKnown } from '../sources/source-names.ts'
import { endsAsSentence } from '../sources/sentence-end.ts'
import { hasSourceLabel } from '../sources/source-label.ts'
import type { DigestLine } from './digest-lines.ts'
import { longestHeading } from './line-lengths.ts'
import { boldLevel } from './line-marks.ts'
import { titleOf } from './run-in-titles.ts'

const begin = '^([\\p{Lu}\\p{N}‘“"]'
const behind = '(?=[\\p{Lu}\\p{N}‘“"\'’].{30})'
/** Any sign between white space; a stop stands in a number only: `70.000 euro`. */
const signed = new RegExp(
  `${begin}(?:[^.!?–—|]|\\.(?=\\d)){2,70}?[?!]?)(\\s([^\\p{L}\\p{N}\\s.,;:!?'"’”()&+]{1,3})\\s+)${behind}`,
  'u',
)
/** Who is quoted stands before a colon, too. */
const colon = new RegExp(
  `${begin}(?:[^.!?:–—|]|\\.(?=\\d)){2,70})(:\\s+)(?=[\\p{Lu}\\p{N}].{30})`,
  'u',
)
const stopped = new RegExp(`${begin}[^.!?:;–—|]{3,70})([.?!]\\s+)${behind}`, 'u')
const sentenceWithin = /[.!?]\s/u
/** `De wethouder – Ine Put van de kade – gaat`. */
const aside = /^.{0,80}\s[–—-]\s\p{Ll}/u
/** Places stand before a dash or a colon. */
const dash = /^[–—-]$/u
const shortestText = 45
/** What parts words anywhere is layout; any other sign is quoted. */
const layoutSign = /^[–—|·•-]$/u
const fewest = 5
const fewestTitled = 2
const share = 0.8
/** Sentences are short by chance, too. */
const shareOfStops = 0.9
const mostOfStops = 32
/** A second word in lower case, two words in capitals before a colon, or three before a dash: the names of places have none of these. */
const ofSeveralWords = /\s\p{Ll}|^[^\p{Ll}\s]+(?:\s[^\p{Ll}\s]+){2,}$/u
/** No place and no paper ends so: `Verwarming`, `Studiedag`, `Formatie`. */
const subject = /^\p{L}{3,}(?:age|dag|heid|ijt|ing|rij|tie)$/u
const twoInCapitals = /^[^\p{Ll}\s]{3,}\s[^\p{Ll}\s]{3,}$/u
const shareOfSeveral = 0.5
/** Single words are subjects when each stands once and one of them has a second word, where no text has sources; or before a sign that places do not have. */
const shareOfSingle = 0.9

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
  for (const [kind, pattern] of Object.entries({ sign: signed, colon, stop: stopped })) {
    // The first one may be the lede.
    const texts = chosen.filter(({ text }, index) => index > 0 || pattern.test(text))
    const sign = usualSign(texts, pattern)
    const found = texts.flatMap(({ text }) => leadOf(text, pattern, sign)?.[1] ?? [])
    const least = kind === 'stop' ? shareOfStops : share
    if (found.length < fewest || found.length < least * texts.length) continue
    const length = found.reduce((sum, words) => sum + words.length, 0) / found.length
    const several = found.filter(
      (words) => ofSeveralWords.test(words) || saysMore(words, kind),
    ).length
    const named = found.filter((words) => readSourceList(words, isKnown).names.some(isKnown)).length
    const areCapitals = !found.some((words) => /\p{Ll}/u.test(words))
    const areLong = kind === 'stop' && length > mostOfStops && !areCapitals
    if (areLong || named * 3 > found.length) continue
    const areSubjects =
      kind !== 'stop' &&
      (found.some((words) => saysMore(words, kind)) || (sign !== undefined && !dash.test(sign))) &&
      found.length >= shareOfSingle * texts.length &&
      new Set(found).size === found.length &&
      ((sign !== undefined && !dash.test(sign)) ||
        !texts.some(({ text }) => hasSources(text, isKnown)))
    if (kind !== 'stop' && several < shareOfSeveral * found.length && !areSubjects) continue
    const first = lines.findIndex((line) => line === texts[0])
    const last = lines.findLastIndex((line) => line === texts.at(-1))
    return lines.flatMap((line, index) =>
      index >= first && index <= last && isText(line) ? cut(line, pattern, sign, remarks) : [line],
    )
  }
  return lines
}

/** Whether no place and no paper is called so. */
function saysMore(words: string, kind: string): boolean {
  if (/\s\p{Ll}/u.test(words) || subject.test(words)) return true
  return kind === 'colon' && twoInCapitals.test(words)
}

function hasSources(text: string, isKnown: IsKnown): boolean {
  return readItemEnd(text, isKnown, false).sources.some(isKnown)
}

/** The sign that most texts have behind their first words; undefined for a stop or a colon. */
function usualSign(texts: readonly DigestLine[], pattern: RegExp): string | undefined {
  const counts = new Map<string, number>()
  for (const { text } of texts) {
    const sign = pattern.exec(text)?.[3]
    if (sign !== undefined) counts.set(sign, (counts.get(sign) ?? 0) + 1)
  }
  return [...counts].sort(([, one], [, other]) => other - one)[0]?.[0]
}

function leadOf(text: string, pattern: RegExp, sign: string | undefined): RegExpExecArray | null {
  const found = pattern.exec(text)
  if (found === null || found[3] !== sign) return null
  const isAside = sign !== undefined && dash.test(sign) && aside.test(text.slice(found[0].length))
  return isAside ? null : found
}

function cut(
  line: DigestLine,
  pattern: RegExp,
  usual: string | undefined,
  remarks: Remark[],
): DigestLine[] {
  const found = leadOf(line.text, pattern, usual)
  if (found === null) return [line]
  if (usual !== undefined && !layoutSign.test(usual))
    remarks.push({ line: line.line, kind: 'label', quote: usual })
  const [whole, words = '', sign = ''] = found
  const title = {
    ...line,
    text: titleOf(usual === undefined ? words + sign.trim() : words),
    level: boldLevel,
  }
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
