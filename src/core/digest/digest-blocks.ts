// From the text of a digest to its blocks: lines, what each can be, and the role that the layout gives it.
import type { DigestBlock } from './digest-block.ts'
import { readDigestLayout } from './digest-layout.ts'
import { readDigestLines, type LineMarks } from './lines/digest-lines.ts'
import { readPart } from './digest-parts.ts'
import { withLoneSources } from './lone-sources.ts'
import { isMarked } from './newsletter-habits.ts'
import { isNewsletter, readNewsletterLayout } from './newsletter-layout.ts'
import { withPhotoLabels } from './photo-labels.ts'
import type { Remark } from './remark.ts'
import { isRegistered, sourceKey } from './sources/source-register.ts'

/** The blocks of a text; `marks` is what its file says of its lines. What no block holds is quoted in `remarks`. */
export function readDigestBlocks(text: string, marks: LineMarks, remarks: Remark[]): DigestBlock[] {
  const lines = readDigestLines(text, marks, isRegistered, remarks)
  // A name that stands where only a source can stand is believed elsewhere in the same text.
  const named = new Set<string>()
  for (const line of lines) {
    const { end, sourceLine } = readPart(line, isRegistered)
    for (const name of [...end.sources, ...(sourceLine?.names ?? [])]) named.add(sourceKey(name))
  }
  const isKnown = (name: string): boolean => isRegistered(name) || named.has(sourceKey(name))
  const parts = withLoneSources(lines.map((line) => readPart(line, isKnown)))
  const blocks = isNewsletter(parts) ? readNewsletterLayout(parts) : readDigestLayout(parts)
  const marked = new Set(parts.filter(isMarked).map(({ line }) => line))
  return withPhotoLabels(blocks, marked)
}
