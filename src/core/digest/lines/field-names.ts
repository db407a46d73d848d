// The report of a program that watches the news: `Titel: …`, `Bron: …`, `Datum: …`, `Samenvatting: …`.
import type { Remark } from '../remark.ts'
import type { DigestLine } from './digest-line.ts'
import { boldLevel } from './line-marks.ts'

const title = /^(?:titel|kop)\s?:\s+(?=\S)/iu
const text = /^(?:samenvatting|inhoud|tekst|bericht|beschrijving|intro|kern)\s?:\s+(?=\S)/iu
const fewest = 2

/** The lines without the names of these fields, which are quoted. */
export function withoutFieldNames(
  lines: readonly DigestLine[],
  remarks: Remark[],
): readonly DigestLine[] {
  const count = (field: RegExp): number => lines.filter((line) => field.test(line.text)).length
  if (count(title) < fewest || count(text) < fewest) return lines
  return lines.map((line) => {
    const isTitle = title.test(line.text)
    const name = (isTitle ? title : text).exec(line.text)?.[0] ?? ''
    if (name === '') return line
    remarks.push({ line: line.line, kind: 'label', quote: name.trim() })
    const rest = { ...line, text: line.text.slice(name.length) }
    return isTitle ? { ...rest, level: line.level ?? boldLevel, runsIn: true } : rest
  })
}
