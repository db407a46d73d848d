// Addresses of editions and their items, which other programs hand over: leeslamp://edition/<id> or …/<id>/<item>.
import * as v from 'valibot'
import { idSchema } from './edition.ts'

export interface EditionLink {
  readonly edition: string
  /** Null for the edition as a whole. */
  readonly item: string | null
}

const scheme = 'leeslamp://edition/'

/**
 * What an address leads to; null for anything but the very form above, with ids as they stand in editions. Nothing is decoded
 * or resolved, so that no two programs can read an address differently.
 */
export function parseEditionLink(address: string): EditionLink | null {
  if (!address.startsWith(scheme)) return null
  const ids = address.slice(scheme.length).split('/')
  const [edition, item = null] = ids
  if (edition === undefined || ids.length > 2 || !ids.every((id) => v.is(idSchema, id))) return null
  return { edition, item }
}

/** Whether an argument is meant as an address of ours, also when it is none; schemes know no case. */
export function isLinkAttempt(argument: string): boolean {
  return /^leeslamp:/iu.test(argument)
}
