// The caption of a digest's picture: `Drone boven de haven Foto: Xinhua Disclaimer`.
import type { Finding } from '../remark.ts'
import type { IsKnown } from '../sources/source-names.ts'

export interface Caption {
  readonly caption: string
  readonly credit: string | null
  readonly findings: readonly Finding[]
}

const longestCaption = 300
const longestCredit = 60
/** A link label that is glued to the caption, and no part of a name. */
const linkLabel = /\s+Disclaimer$/u

/** Reads a caption with a credit or with the link label behind it; null for any other line. */
export function readCaption(text: string, isKnown: IsKnown): Caption | null {
  if (text.length > longestCaption) return null
  const line = text.replace(linkLabel, '')
  const findings: Finding[] = line === text ? [] : [{ kind: 'label', quote: 'Disclaimer' }]
  const start = line.lastIndexOf('Foto')
  const credited = start === -1 ? null : readCredit(line, start, isKnown)
  if (credited !== null) {
    const hasLabel = credited.credit !== null
    return {
      ...credited,
      findings: hasLabel ? [{ kind: 'label', quote: 'Foto:' }, ...findings] : findings,
    }
  }
  return line === text ? null : { caption: line, credit: null, findings }
}

/** A credit without a caption is the caption: something must stand below the picture. */
function readCredit(
  line: string,
  start: number,
  isKnown: IsKnown,
): Pick<Caption, 'caption' | 'credit'> | null {
  if (/[\p{L}\p{N}]$/u.test(line.slice(0, start))) return null
  const rest = line.slice(start + 'Foto'.length)
  const hasColon = /^\s?:/u.test(rest)
  const credit = rest.replace(/^\s?:/u, '').trim()
  const caption = line.slice(0, start).trim()
  if (!isCredit(credit) || !(hasColon || /^\s/u.test(rest))) return null
  if (caption === '') return hasColon || isKnown(credit) ? { caption: line, credit: null } : null
  return { caption, credit }
}

/** A name of at most five words that begin with capitals, so that `Foto van de week` stays a heading. */
function isCredit(credit: string): boolean {
  const words = credit.split(/\s+/u)
  return (
    credit.length <= longestCredit &&
    words.length <= 5 &&
    words.every((word) => /^(?:\p{Lu}|\d+\p{Lu}|\/|\(\p{Lu})/u.test(word))
  )
}
