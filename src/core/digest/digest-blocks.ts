// From the text of a digest to its blocks: lines, what each can be, and the role that the layout gives it.
import { setAside, withAsides } from './asides.ts'
import type { DigestBlock } from './digest-block.ts'
import { readDigestLayout } from './digest-layout.ts'
import { readDigestLines, type DigestLine, type LineMarks } from './lines/digest-lines.ts'
import { readPart } from './digest-parts.ts'
import { withLoneSources, withTextAboveSources } from './lone-sources.ts'
import { isMarked } from './newsletter-habits.ts'
import { isNewsletter, readNewsletterLayout } from './newsletter-layout.ts'
import { withOpenEnds } from './open-ends.ts'
import { withPhotoLabels } from './photo-labels.ts'
import type { Remark } from './remark.ts'
import { looksLikeName, readSourceList } from './sources/source-names.ts'
import { isRegistered, sourceKey } from './sources/source-register.ts'

const fewestBrackets = 2
const longestBracket = 100
/** Where authors may name sources at the ends of lines: in brackets, and behind a dash. */
const endPatterns = [/\s\p{Ll}\S*\s\(([^()]+)\)\.?$/u, /\S\s[–—-]\s([^–—]{2,60})$/u]

/** The blocks of a text; `marks` is what its file says of its lines. What no block holds is quoted in `remarks`. */
export function readDigestBlocks(text: string, marks: LineMarks, remarks: Remark[]): DigestBlock[] {
  const lines = readDigestLines(text, marks, isRegistered, remarks)
  // A name that stands where only a source can stand is believed elsewhere in the same text.
  const named = new Set<string>()
  for (const line of lines) {
    const { end, sourceLine } = readPart(line, isRegistered)
    for (const name of [...end.sources, ...(sourceLine?.names ?? [])]) named.add(sourceKey(name))
  }
  for (const pattern of endPatterns) {
    for (const name of namesByHabit(lines, pattern)) named.add(sourceKey(name))
  }
  const isKnown = (name: string): boolean => isRegistered(name) || named.has(sourceKey(name))
  const alone = lines.map((line) => readPart(line, isKnown))
  const read = withOpenEnds(withLoneSources(withTextAboveSources(alone)), isKnown)
  const { parts, asides } = setAside(read)
  const layout = isNewsletter(parts) ? readNewsletterLayout(parts) : readDigestLayout(parts)
  const blocks = withAsides(layout, asides)
  const marked = new Set(parts.filter(isMarked).map(({ line }) => line))
  return withPhotoLabels(blocks, marked)
}

/**
 * The names at the ends of lines in a form that the author has the habit of naming sources in. Behind a capital a
 * bracket may be part of a name: `Blik (Gent)`.
 */
function namesByHabit(lines: readonly DigestLine[], pattern: RegExp): string[] {
  const lists = lines.flatMap(({ text, level }) => {
    const tail = text.slice(-longestBracket)
    const list = level === null ? pattern.exec(tail)?.[1] : undefined
    return list === undefined ? [] : [readSourceList(list, isRegistered).names]
  })
  const known = lists.filter((names) => names.some(isRegistered)).length
  const isHabit = known >= fewestBrackets && known * 2 >= lists.length
  return isHabit ? lists.filter((names) => names.every(looksLikeName)).flat() : []
}
