// The number of an issue, as a file or an editor writes it.
import { longestNumber } from './edition.ts'
import { shownTitle } from './shown-name.ts'

const label = /^(?:nr|no|n[°º]|nummer|number|issue|editie|edition|#)(?:[.:\s]+|(?=\d))/iu

/** `nr. 27` → `27`. Null for what has no figure in it, or is too long for a number. */
export function issueNumber(written: string): string | null {
  const number = shownTitle(written).replace(label, '').trim()
  return /\d/u.test(number) && number.length <= longestNumber ? number : null
}
