// The links that a text writes out, found in what the parser quoted of its lines.
import type { Remark } from '../digest/remark.ts'
import type { Link } from './edition.ts'
import { isLinkAddress, writtenOut } from './link-address.ts'

/** A link as the file has it; lines count from 1. */
export interface FileLink extends Link {
  readonly line: number
}

/**
 * The addresses that stand in the text itself, as in a plain mail: `Lees meer: https://…`. `[3]` stands for the address that
 * another line gives to that number.
 */
export function linksInRemarks(remarks: readonly Remark[]): FileLink[] {
  const quotes = remarks.filter(({ kind }) => kind === 'link-line')
  const references = new Map(
    quotes.flatMap(({ quote }) => {
      const [, number = ''] = /^\[(\d{1,3})\]\s?:?\s/u.exec(quote) ?? []
      const found = number === '' ? null : addressIn(quote)
      return found === null ? [] : [[number, found.address] as const]
    }),
  )
  return quotes.flatMap(({ line, quote }) => {
    const [, number = ''] = /^\[(\d{1,3})\](?!\s?:?\s)/u.exec(quote) ?? []
    const reference = references.get(number)
    if (reference !== undefined) return [{ line, label: reference, address: reference }]
    const found = /^\[\d{1,3}\]/u.test(quote) ? null : addressIn(quote)
    return found === null ? [] : [{ line, ...found }]
  })
}

function addressIn(quote: string): Link | null {
  const found = /https?:\/\/[^\s<>"“”«»]+/iu.exec(quote)
  if (found === null) return null
  const end = found.index + found[0].length
  // The second half of an address that is broken stands elsewhere.
  if (quote.charAt(found.index - 1) === '<' && quote.charAt(end) !== '>') return null
  const address = writtenOut(withoutStops(found[0]))
  if (!isLinkAddress(address)) return null
  const words = quote.slice(0, found.index)
  return { label: /\p{L}/u.test(words) ? withoutMarks(words) : address, address }
}

/** Without a full stop or bracket that belongs to the sentence around it. */
function withoutStops(address: string): string {
  let open = 0
  for (const sign of address) open += sign === '(' ? 1 : sign === ')' ? -1 : 0
  let end = address.length
  for (; end > 0; end -= 1) {
    const last = address.charAt(end - 1)
    if (last === ')' && open < 0) open += 1
    else if (!".,;:!?*_’'[]".includes(last)) break
  }
  return address.slice(0, end)
}

function withoutMarks(words: string): string {
  let end = words.length
  while (end > 0 && !/[\p{L}\p{N}.!?’”)]/u.test(words.charAt(end - 1))) end -= 1
  return words.slice(0, end).trim()
}
