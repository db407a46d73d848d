// What stands before a list of sources, and the list: the two halves of an item.
import type { Finding } from '../edition/remark.ts'
import { withoutLooseStops } from './sentence-end.ts'
import { readSourceList } from './source-list.ts'
import type { IsKnown } from './source-names.ts'

export interface ItemEnd {
  /** The item without its sources. */
  readonly text: string
  readonly sources: readonly string[]
  readonly findings: readonly Finding[]
  /** Whether `Bron:` says that they are sources. */
  readonly isLabelled: boolean
}

/** A text that names no sources. */
export function withoutSources(text: string): ItemEnd {
  return { text, sources: [], findings: [], isLabelled: false }
}

/** What stands between a text and its sources; some of it is layout. */
const signBefore = /\s(?:--|[–—|→»>~=·•-]|\/\/?)$/u
const quotedSign = /[→»>~=/]+/u

/** Null where not all that stands in the list is accepted as a name. */
export function splitEnd(
  before: string,
  tail: string,
  isKnown: IsKnown,
  accepts: (name: string) => boolean,
): ItemEnd | null {
  const { names, findings } = readSourceList(tail, isKnown)
  const whole = before.trimEnd()
  const sign = signBefore.exec(whole)?.[0] ?? ''
  const text = withoutLooseStops(whole.slice(0, whole.length - sign.length))
  if (!/[\p{L}\p{N}]/u.test(text) || names.length === 0 || !names.every(accepts)) return null
  const quoted = quotedSign.exec(sign)?.[0]
  const ofSign: Finding[] = quoted === undefined ? [] : [{ kind: 'label', quote: quoted }]
  return { text, sources: names, findings: [...ofSign, ...findings], isLabelled: false }
}

export function withLabel(end: ItemEnd | null, label: string): ItemEnd | null {
  if (end === null || label === '') return end
  return { ...end, findings: [{ kind: 'label', quote: label.trim() }, ...end.findings] }
}

export function trimEnd(text: string, marks: RegExp): string {
  let end = text.length
  while (end > 0 && marks.test(text.charAt(end - 1))) end -= 1
  return text.slice(0, end)
}
