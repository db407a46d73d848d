// An emoji that an author puts before every item is a bullet.
import type { Remark } from '../remark.ts'
import type { DigestLine } from './digest-lines.ts'
import { longestHeading } from './line-lengths.ts'

const emoji = /^(?:\p{Extended_Pictographic}|\p{Regional_Indicator})\p{M}?\s+(?=\S)/u
const fewest = 3
const share = 0.5

/** The lines without such an emoji, which is quoted: the same one before three or more, of which half are texts. */
export function withEmojiBullets(
  lines: readonly DigestLine[],
  remarks: Remark[],
): readonly DigestLine[] {
  const counts = new Map<string, { all: number; long: number }>()
  const markOf = ({ text, level, bullet }: DigestLine): string =>
    level !== null || bullet ? '' : (emoji.exec(text)?.[0] ?? '')
  for (const line of lines) {
    const key = markOf(line).trim()
    if (key === '') continue
    const count = counts.get(key) ?? { all: 0, long: 0 }
    counts.set(key, count)
    count.all += 1
    if (line.text.length > longestHeading) count.long += 1
  }
  return lines.map((line) => {
    const mark = markOf(line)
    const count = counts.get(mark.trim())
    if (count === undefined || count.long < fewest || count.long < share * count.all) return line
    remarks.push({ line: line.line, kind: 'label', quote: mark.trim() })
    const text = line.text.slice(mark.length)
    return { ...line, text, bullet: true, bulletMark: mark.trim(), sign: null }
  })
}
