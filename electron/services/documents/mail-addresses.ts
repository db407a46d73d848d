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
/** No address in Base64 is longer. */
const longestHidden = 400
/** Of so many, each address is asked whether it has one of them. */
const mostReceivers = 100

/** Without the parameters that tell who follows it; null when it is somebody's own, or leads through a place that knows. */
export function cleanAddress(address: string, { receivers, senders }: People): string | null {
  if (!URL.canParse(address)) return null
  const url = new URL(address)
  if (url.protocol === 'mailto:') {
    const people = decodeSafely(url.pathname)
      .toLowerCase()
      .split(/\s*,\s*/u)
    const isTheirs = people.some((person) => receivers.has(person) || senders.has(person))
    return isTheirs || namesSomebody(url.pathname, receivers) ? null : `mailto:${url.pathname}`
  }
  if (url.pathname.split('/').some((part) => isMark(part) || hidesReceiver(part, receivers)))
    return null
  const own = [...url.searchParams].filter(([name, value]) => isPersonal(name, value, receivers))
  for (const [name] of own) url.searchParams.delete(name)
  const clean = own.length === 0 ? address : url.href
  return namesSomebody(clean, receivers) ? url.origin : clean
}

function isMark(part: string): boolean {
  if (part.startsWith('eyJ')) return true
  if (part.length < shortestMark) return false
  return (/^[\w+.~=-]+$/u.test(part) && isMixed(part)) || /^[\da-f]+$/u.test(part)
}

/** Whether it is the address of a receiver in Base64. */
function hidesReceiver(part: string, receivers: ReadonlySet<string>): boolean {
  return receivers.has(Buffer.from(part.slice(0, longestHidden), 'base64').toString().toLowerCase())
}

function isMixed(part: string): boolean {
  return /[A-Z]/u.test(part) && /[a-z]/u.test(part) && part.replace(/\D/gu, '').length > 5
}

function isPersonal(name: string, value: string, receivers: ReadonlySet<string>): boolean {
  const key = name.toLowerCase()
  const isNamed = personalParameters.has(key) && (key.length > 1 || value.length > 3)
  return (
    isNamed ||
    isMark(value) ||
    receivers.has(value.toLowerCase()) ||
    hidesReceiver(value, receivers)
  )
}

/** Also as programs write one within another: `uit+jan=huis.example@blad.example`. */
function namesSomebody(address: string, receivers: ReadonlySet<string>): boolean {
  const shown = decodeSafely(address).toLowerCase()
  // In most addresses there is none; a mail may have thousands of both.
  if (!shown.includes('@') && receivers.size > mostReceivers) return false
  return [...receivers].some(
    (receiver) => shown.includes(receiver) || shown.includes(receiver.replace('@', '=')),
  )
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
