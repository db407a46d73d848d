// From the text of a digest to its blocks: lines, what each can be, and the role that the layout gives it.
import { setAside, withAsides } from './asides.ts'
import { withoutClosingNotes } from './closing-notes.ts'
import { withoutCounts } from './counted.ts'
import type { DigestBlock } from './digest-block.ts'
import { withDetails } from './details.ts'
import { readDigestLayout } from './digest-layout.ts'
import { readDigestLines, type LineMarks } from './lines/digest-lines.ts'
import { withRepeatedMarks } from './lines/repeated-marks.ts'
import { cutLeadTitles } from './lines/lead-titles.ts'
import { withoutFieldNames } from './lines/field-names.ts'
import { cutTitleSources, lowerSources } from './lines/title-sources.ts'
import { withNewspaperHeadings } from './newspaper-headings.ts'
import { readPart } from './digest-parts.ts'
import { readLetter } from './newsletter/choose.ts'
import { withoutLoneName } from './lone-names.ts'
import { isMarked, isNewsletter, newsletterBlocks } from './newsletter/newsletter-layout.ts'
import { withOpenings } from './item-openings.ts'
import { withLists } from './lists.ts'
import { withPairedTitles } from './paired-titles.ts'
import { withOpenEnds } from './open-ends.ts'
import { readPlaces } from './source-places.ts'
import { withPhotoLabels } from './photo-labels.ts'
import type { Remark } from './remark.ts'
import { withSignedLede } from './signed-lede.ts'
import { isRegistered, sourceKey } from './sources/source-register.ts'

/** The blocks of a text; `marks` is what its file says of its lines. What no block holds is quoted in `remarks`. */
export function readDigestBlocks(text: string, marks: LineMarks, remarks: Remark[]): DigestBlock[] {
  const read = withoutFieldNames(
    withRepeatedMarks(readDigestLines(text, marks, isRegistered, remarks), remarks),
    remarks,
  )
  const lines = lowerSources(
    cutTitleSources(cutLeadTitles(read, isRegistered, remarks), isRegistered),
    isRegistered,
  )
  // A name that stands where only a source can stand is believed elsewhere in the same text.
  const places = readPlaces(lines, isRegistered)
  const placed = new Set(places.names.map(sourceKey))
  const isPlaced = (name: string): boolean => isRegistered(name) || placed.has(sourceKey(name))
  const named = new Set<string>()
  for (const line of lines) {
    const { end, sourceLine } = readPart(line, isPlaced, places)
    for (const name of [...end.sources, ...(sourceLine?.names ?? [])]) named.add(sourceKey(name))
  }
  const isKnown = (name: string): boolean => isPlaced(name) || named.has(sourceKey(name))
  const alone = lines.map((line) => readPart(line, isKnown, places))
  const headed = withNewspaperHeadings(alone)
  const { parts, asides } = setAside(
    withOpenings(
      withDetails(
        withLists(withoutLoneName(withSignedLede(withOpenEnds(headed, isKnown, places)))),
      ),
    ),
  )
  const letter = readLetter(parts, isKnown)
  const marked = new Set(parts.filter(isMarked).map(({ line }) => line))
  const layout = withPairedTitles(
    isNewsletter(letter) ? newsletterBlocks(letter, marked) : readDigestLayout(parts),
    parts,
  )
  const bulleted = new Set(parts.flatMap(({ line, bullet }) => (bullet ? [line] : [])))
  const blocks = withAsides(withoutClosingNotes(layout, bulleted), asides)
  return withPhotoLabels(withoutCounts(blocks, remarks), marked, bulleted)
}
