// Addresses of editions, their items and passages, which other programs hand over:
// leeslamp://edition/<id>, …/<id>/<item>, or …/<id>/<item>#<start>[,<end>].
import * as v from 'valibot'
import { idSchema } from './edition.ts'

/** The first words of a passage, and its last ones where it is long. */
export interface QuotedPassage {
  readonly start: string
  readonly end: string | null
}

export interface EditionLink {
  readonly edition: string
  /** Null for the edition as a whole. */
  readonly item: string | null
  /** Null for the item as a whole; `unreadable` for one that is not written as here. */
  readonly passage: QuotedPassage | null | 'unreadable'
}

/** What the address of an edition begins with. */
export const editionScheme = 'leeslamp://edition/'
/** In bytes: each character of an address is one. */
const longestAddress = 512
/** In characters of the text. */
const longestQuote = 80

/**
 * What an address leads to; null for anything but the very forms above, with ids as they stand in editions. Ids are neither decoded
 * nor resolved, so that no two programs can read them differently; a passage is decoded once.
 */
export function parseEditionLink(address: string): EditionLink | null {
  if (!address.startsWith(editionScheme)) return null
  const sign = address.indexOf('#')
  const ids = address.slice(editionScheme.length, sign === -1 ? undefined : sign).split('/')
  const [edition, item = null] = ids
  if (edition === undefined || ids.length > 2 || !ids.every((id) => v.is(idSchema, id))) return null
  if (sign === -1) return { edition, item, passage: null }
  // An edition as a whole has no passage.
  if (item === null) return null
  const isTooLong = address.length > longestAddress
  const passage = isTooLong ? null : parsePassage(address.slice(sign + 1))
  return { edition, item, passage: passage ?? 'unreadable' }
}

/** What `encodeURIComponent` writes, and the comma between two quotes. */
const encoded = /^(?:[\w\-.!~*'()]|%[\dA-F]{2})+(?:,(?:[\w\-.!~*'()]|%[\dA-F]{2})+)?$/i

function parsePassage(fragment: string): QuotedPassage | null {
  if (!encoded.test(fragment)) return null
  try {
    const [start = '', end = null] = fragment.split(',').map((part) => decodeURIComponent(part))
    const isQuote = [start, end ?? start].every(isQuotable)
    return isQuote ? { start, end } : null
  } catch {
    return null // no UTF-8
  }
}

/** Words, on one line or more. */
function isQuotable(text: string): boolean {
  return text.trim() !== '' && [...text].length <= longestQuote && !/[^\P{C}\n\u00AD]/u.test(text)
}

/**
 * The address of a passage: its words where they are few, or else its first and last ones, as many as the address has room for.
 * @param words of the passage, without soft hyphens; empty for the item as a whole
 */
export function editionLink(edition: string, item: string, words: string): string {
  const address = `${editionScheme}${edition}/${item}`
  const letters = [...words]
  if (letters.length === 0) return address
  if (letters.length <= longestQuote) {
    const whole = `${address}#${encodeURIComponent(words)}`
    if (whole.length <= longestAddress) return whole
  }
  for (let count = Math.min(longestQuote, Math.floor(letters.length / 2)); count > 0; count--) {
    const start = letters.slice(0, count).join('')
    const end = letters.slice(-count).join('')
    // Whole words, where there is one.
    const whole = [start.replace(/\s+\S*$/u, ''), end.replace(/^\S*\s+/u, '')]
    const parts = whole.map((part, at) => encodeURIComponent(part || (at === 0 ? start : end)))
    const pair = `${address}#${parts.join(',')}`
    if (pair.length <= longestAddress) return pair
  }
  return address
}

/** Whether an argument is meant as an address of ours, also when it is none; schemes know no case. */
export function isLinkAttempt(argument: string): boolean {
  return /^leeslamp:/iu.test(argument)
}
