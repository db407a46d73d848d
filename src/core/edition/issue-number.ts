// The number of an issue, as a file, an editor or a title writes it.
import { isMonth } from '../dates/date-line.ts'
import { longestNumber } from './edition.ts'
import { shownTitle } from './shown-name.ts'

const label =
  /^(?:nr|no|n[°º]|nummer|number|issue|editie|edition|uitgave|aflevering|#)(?:[.:\s]+|(?=\d))/iu
const atEnd = /(?<=^|[\s,:|·–—-])([\p{L}°]+|#)[.:\s]*(\d{1,5})$/u
const year = /^(?:19|20)\d\d$/u
const seam = /[\s,:|·–—-]+$/u

/** `nr. 27` → `27`. Null for what has no figure in it, or is too long for a number. */
export function issueNumber(written: string): string | null {
  const number = shownTitle(written).replace(label, '').trim()
  return /\d/u.test(number) && number.length <= longestNumber ? number : null
}

export interface NumberedTitle {
  /** Null for a title of a number alone, or with something else in it that changes. */
  readonly series: string | null
  readonly number: string
}

/** The number that a title ends in, and the series before it: `Polderbrief – aflevering 12`. Null for a title without one. */
export function numberedTitle(title: string): NumberedTitle | null {
  const found = atEnd.exec(title)
  const [, word = '', number = ''] = found ?? []
  if (found === null || !label.test(`${word} ${number}`) || year.test(number)) return null
  const name = title.slice(0, found.index).replace(seam, '')
  const words = name.match(/[\p{L}\p{N}]+/gu) ?? []
  const changes = words.some((word) => /\d/u.test(word) || isMonth(word.toLowerCase()))
  return { series: changes || !/\p{L}{3}/u.test(name) ? null : name, number }
}
