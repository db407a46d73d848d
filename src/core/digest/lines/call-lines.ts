// Links that lost their address and say what the reader can do: `> Reserveer een plek`, `Bekijk de foto’s »`, below a text.
import { hasSourceLabel } from '../sources/source-label.ts'
import { splitPrefix } from '../sources/source-line.ts'
import { looksLikeName, readSourceList } from '../sources/source-names.ts'
import { isRegistered } from '../sources/source-register.ts'
import { isTextLine } from './line-lengths.ts'
import { isFurniture } from './page-furniture.ts'
import { cutLink } from './read-on-link.ts'
import type { NumberedLine } from './unwrap-lines.ts'

const signs = '>{1,3}|[»›→▶►➤➜⇒]|[-=]>'
const leading = new RegExp(`^(${signs})\\s?(\\p{Lu}.{2,58})$`, 'u')
const trailing = new RegExp(`^(\\p{Lu}.{2,58}?)\\s?(${signs})$`, 'u')
/** What a link without a sign begins with. */
const imperative =
  /^(aanmelden|abonneer|bekijk|beluister|bestel|doe mee|download|lees|luister|meld|ontdek|reserveer|schrijf|steun|word)\s(?!.*:)/iu
/** So may what the file says is a link, and the title of a text. */
const imperativeOfLink =
  /^(?:boek|deel|doe|doneer|ga|geef|help|kies|kijk|klik|kom|koop|maak|plan|plaats|probeer|registreer|start|stel|stem|stuur|teken|vind|volg|vraag|vul|zie|zoek)\s(?!.*:)/iu
const readsOn = /^lees (?:hier )?(?:meer|alles|verder) over\s/iu
/** `Meer informatie` */
const withoutNames = /^\p{Lu}[^\p{Lu}\p{N}:]{3,}$/u
const longestCall = 60
/** Of lines that say what they are, by their sign or by `Lees`; and of others. */
const fewest = 2
const fewestAlike = 3
const share = 0.8

interface Group {
  /** By number, those that close a text. */
  readonly lines: number[]
  all: number
  /** Of those with nothing but names in them. */
  named: number
  /** Of those with an empty line below them. */
  apart: number
  readonly least: number
}

interface Call {
  readonly key: string
  readonly words: string
  /** With fewer of its kind it is no habit. */
  readonly least: number
}

/** The lines, by number, that such a link takes, where the author has the habit of closing texts with one. */
export function findCalls(lines: readonly NumberedLine[]): ReadonlySet<number> {
  const groups = new Map<string, Group>()
  lines.forEach((line, index) => {
    const call = callOf(line)
    if (call === null) return
    const group = groups.get(call.key) ?? {
      lines: [],
      all: 0,
      named: 0,
      apart: 0,
      least: call.least,
    }
    groups.set(call.key, group)
    group.all += 1
    if (closesText(lines, index)) group.lines.push(line.line)
    if (lines[index + 1]?.gapBefore !== false) group.apart += 1
    if (areNames(call.words)) group.named += 1
  })
  const habits = [...groups.values()].filter(
    (group) =>
      group.lines.length >= group.least &&
      group.lines.length >= share * group.all &&
      group.named * 2 < group.all &&
      // `>> Water`, where nothing has an empty line above it, is a heading.
      group.apart * 2 > group.all,
  )
  const found = new Set([...habits.flatMap((group) => group.lines), ...findButtons(lines)])
  if (found.size === 0) return found
  // `Meld u aan`, where other texts end in a link.
  lines.forEach((line, index) => {
    const call = callOf(line)
    const isAlone = closesText(lines, index) && lines[index + 1]?.gapBefore !== false
    if (call !== null && isAlone && imperative.test(call.words)) found.add(line.line)
  })
  return found
}

/** `Koop een kaartje`, a link below a text; above the next text it may be the title of that: `Vraag naar huizen daalt`. */
function findButtons(lines: readonly NumberedLine[]): readonly number[] {
  let links = 0
  const buttons = lines.filter(({ isLink, level, text }, index) => {
    const [above, next] = [lines[index - 1], lines[index + 1]]
    if (!isLink || level !== null || text.length > longestCall) return false
    if (above === undefined || !isTextLine(above)) return false
    links += 1
    const words = leading.exec(text)?.[2] ?? trailing.exec(text)?.[1] ?? text
    const isAboveText = next?.level === null && isTextLine(next)
    if (areNames(words) || (isAboveText && !next.gapBefore)) return false
    return imperative.test(words) || (imperativeOfLink.test(words) && !isAboveText)
  })
  return buttons.length * 2 < links ? [] : buttons.map(({ line }) => line)
}

function callOf({ text, level }: NumberedLine): Call | null {
  if (level !== null || hasSourceLabel(text) || /[.;]$/u.test(text)) return null
  // `Lees verderEconomie` has the next heading glued to it.
  if ((cutLink(text)?.kept.length ?? 0) > 0) return null
  const before = leading.exec(text)
  if (before !== null) return { key: `${before[1] ?? ''} …`, words: before[2] ?? '', least: fewest }
  const behind = trailing.exec(text)
  if (behind !== null) return { key: `… ${behind[2] ?? ''}`, words: behind[1] ?? '', least: fewest }
  if (text.length > longestCall || areNames(text)) return null
  const words = text.replace(/^[–—-]\s/u, '')
  if (words !== text && imperative.test(words)) return { key: '– …', words, least: fewest }
  // A line that returns below texts says no more than `Meer informatie`.
  const verb = imperative.exec(words)?.[1]?.toLowerCase()
  if (verb !== undefined) return { key: verb, words, least: verb === 'lees' ? fewest : fewestAlike }
  return withoutNames.test(text) ? { key: text, words, least: fewestAlike } : null
}

/** Whether there is nothing in it but names, and perhaps words that lead to them: `Lees verder bij Dakpost`. */
function areNames(words: string): boolean {
  const prefixed = splitPrefix({ text: words, bulletMark: '' })
  return readSourceList(prefixed?.rest ?? words, isRegistered).names.every(looksLikeName)
}

/** Right below a text, and right above none. */
function closesText(lines: readonly NumberedLine[], index: number): boolean {
  const [above, line, next] = [-1, 0, 1].map((step) => lines[index + step])
  if (above === undefined || line === undefined) return false
  // `Lees meer over de brug` says itself that a text above it has more.
  const mayBeApart = readsOn.test(line.text) && next?.gapBefore !== false
  if (line.gapBefore && !mayBeApart) return false
  const isBelowText = isTextLine(above) || (!above.gapBefore && !isFurniture(above.text))
  const isAboveText =
    next !== undefined && !next.gapBefore && (isTextLine(next) || hasSourceLabel(next.text))
  return isBelowText && !isAboveText
}
