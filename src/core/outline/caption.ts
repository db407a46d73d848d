// The caption of a digest's picture: `Drone boven de haven Foto: Xinhua Disclaimer`.
import type { Finding } from '../edition/remark.ts'
import { joiningWords, type IsKnown } from '../sources/source-names.ts'

export interface Caption {
  readonly caption: string
  readonly credit: string | null
  readonly findings: readonly Finding[]
}

const longestCaption = 300
const longestCredit = 60
/** Before a bracket with who made the picture: a text says more, and may end so as well. */
const longestBeforeBracket = 100
/** What says that a name is a credit; all but `Foto` need their colon. */
const label =
  /(?<![\p{L}\p{N}])(?:(?:Foto(?:['’]s)?|(?<=\()(?:foto|beeld|illustratie|afbeelding)(?=\s?:)|(?:Bron\s)?[Cc]overfoto|Bron\sfoto|Beeld|Illustratie|Afbeelding|Photo)(?![\p{L}\p{N}'’])|(?:Foto\s)?©)(?:\s?:)?/gu
/** A whole line in brackets, with what the picture shows or who made it. */
const inBrackets =
  /^(?:\[(?:foto|beeld|afbeelding|illustratie|photo)\s?:[^[\]]+\]|\((?:foto|beeld|afbeelding|illustratie|photo)\s?:[^()]+\))$/iu
/** A line that says itself that it tells of a picture: `Op de foto: …`, `Foto: …`. */
const ofPicture =
  /^(?:(?:op|bij) de foto(?:['’]s)?(?:\s[^:.]{1,20})?|foto(?: (?:boven|onder|links|rechts|hier)\p{L}*)?)\s?:\s\S/iu
/** `Foto: bouwbedrijf Dakman`, `Foto: gemeente Dorp`: what the one is who made it. */
const trade = /^\p{Ll}{4,20}\s(?=\p{Lu})/u
/** A link label that is glued to the caption, and no part of a name. */
const linkLabel = /\s+Disclaimer$/u

/** Reads a caption with a credit or with the link label behind it; null for any other line. */
export function readCaption(text: string, isKnown: IsKnown): Caption | null {
  if (text.length > longestCaption) return null
  const line = withoutBrackets(text.replace(linkLabel, ''))
  const findings: Finding[] = linkLabel.test(text) ? [{ kind: 'label', quote: 'Disclaimer' }] : []
  const credited = readCredit(line, isKnown)
  if (credited !== null) return { ...credited, findings: [...credited.findings, ...findings] }
  if (inBrackets.test(text) || ofPicture.test(line))
    return { caption: line, credit: null, findings }
  return linkLabel.test(text) ? { caption: line, credit: null, findings } : null
}

/** `[Foto: een dak in de zon]` says itself what it is. */
function withoutBrackets(line: string): string {
  return inBrackets.test(line) ? line.slice(1, -1) : line
}

/** A credit without a caption is the caption: something must stand below the picture. */
function readCredit(line: string, isKnown: IsKnown): Caption | null {
  for (const found of [...line.matchAll(label)].reverse()) {
    const credit = creditBehind(line, found, isKnown)
    if (credit !== null) return credit
  }
  return null
}

function creditBehind(line: string, found: RegExpExecArray, isKnown: IsKnown): Caption | null {
  const [quote] = found
  const isSure = /[:©]$/u.test(quote)
  const isInBracket = line.endsWith(')') && /\(\s*$/u.test(line.slice(0, found.index))
  const rest = line.slice(found.index + quote.length)
  const credit = (isInBracket ? rest.slice(0, -1) : rest).trim()
  const before = line.slice(0, found.index)
  const caption = (isInBracket ? before.replace(/\(\s*$/u, '') : before).trim()
  if (isInBracket && caption.length > longestBeforeBracket) return null
  if (!isSure && !(quote === 'Foto' && /^\s/u.test(rest))) return null
  if (!isCredit(isSure ? credit.replace(trade, '') : credit)) return null
  if (caption === '') {
    return isSure || isKnown(credit) ? { caption: line, credit: null, findings: [] } : null
  }
  return { caption, credit, findings: [{ kind: 'label', quote }] }
}

/** A name of at most five words that begin with capitals, so that `Foto van de week` stays a heading. */
function isCredit(credit: string): boolean {
  const words = credit.split(/\s+/u)
  return (
    credit.length <= longestCredit &&
    words.length <= 5 &&
    !joiningWords.has(words[0] ?? '') &&
    words.every((word) => /^(?:\p{Lu}|\d+\p{Lu}|\/|\(\p{Lu})/u.test(word) || joiningWords.has(word))
  )
}
