// Addresses in a mail: without what tells a sender who follows them.
import { personalParameters } from './mail-words.ts'

/** Whose addresses are left out. */
export interface People {
  /** Nowhere in the text. */
  readonly receivers: ReadonlySet<string>
  /** Not as what a link leads to. */
  readonly senders: ReadonlySet<string>
}

/** A part of a path so long, of letters of both kinds and digits, names one link in one mail. */
const shortestMark = 60

/** Without the parameters that tell who follows it; null when it is somebody's own, or leads through a place that knows. */
export function cleanAddress(address: string, { receivers, senders }: People): string | null {
  if (!URL.canParse(address)) return null
  const url = new URL(address)
  if (url.protocol === 'mailto:') {
    const person = decodeSafely(url.pathname).toLowerCase()
    return receivers.has(person) || senders.has(person) ? null : `mailto:${url.pathname}`
  }
  if (url.pathname.split('/').some(isMark)) return null
  const own = [...url.searchParams].filter(([name, value]) => isPersonal(name, value, receivers))
  for (const [name] of own) url.searchParams.delete(name)
  const clean = own.length === 0 ? address : url.href
  return namesSomebody(clean, receivers) ? url.origin : clean
}

function isMark(part: string): boolean {
  if (part.startsWith('eyJ')) return true
  return part.length >= shortestMark && /^[\w+-]+$/u.test(part) && isMixed(part)
}

function isMixed(part: string): boolean {
  return /[A-Z]/u.test(part) && /[a-z]/u.test(part) && part.replace(/\D/gu, '').length > 5
}

function isPersonal(name: string, value: string, receivers: ReadonlySet<string>): boolean {
  const key = name.toLowerCase()
  const isNamed = personalParameters.has(key) && (key.length > 1 || value.length > 3)
  return isNamed || isMark(value) || receivers.has(value.toLowerCase())
}

function namesSomebody(address: string, receivers: ReadonlySet<string>): boolean {
  const shown = decodeSafely(address).toLowerCase()
  return shown.includes('@') && [...receivers].some((receiver) => shown.includes(receiver))
}

function decodeSafely(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}

/** Words without addresses of people, and of places no more than where they are. */
export function withoutPlaces(text: string): string {
  return text
    .replace(/https?:\/\/[^\s<>"]*/giu, hostOf)
    .replace(/(?<![^\s<>"'(),:;])[^\s<>"'(),:;@]{1,200}@[^\s<>"'(),:;@]+/gu, '…')
}

export function hostOf(place: string): string {
  return /^\w+:\/\/[^/?#]*/u.exec(place)?.[0] ?? ''
}
