// Which documents of the library have a word.
import { fieldNumbers } from '../search/index-definition.ts'
import { findEntry, findTerm } from '../search/compact/segment.ts'
import type { SegmentSet, ShownSegment } from '../search/compact/segment-set.ts'

/** A document of a segment. */
export interface Place {
  readonly part: ShownSegment
  readonly document: number
}

/** The edition or note that a document belongs to. */
export function groupOf({ part, document }: Place) {
  return part.segment.groups[part.groupOf[document] ?? 0]
}

const wordFields = fieldNumbers.word
const stemFields = fieldNumbers.stem

/** The documents with a folded word or another form of it; null when they are too many. */
export function placesOf(
  items: SegmentSet,
  word: string,
  stemmed: string,
  most: number,
): readonly Place[] | null {
  const places: Place[] = []
  for (const part of items.parts) {
    const found = new Set<number>()
    for (const [term, fields] of [
      [word, wordFields],
      [stemmed, wordFields],
      [stemmed, stemFields],
    ] as const) {
      const number = findTerm(part.segment, term)
      if (number < 0) continue
      for (const field of fields) {
        const entry = findEntry(part.segment, number, field)
        if (entry < 0) continue
        const from = part.segment.postingStart[entry] ?? 0
        const to = part.segment.postingStart[entry + 1] ?? 0
        if (to - from > most) return null
        for (let at = from; at < to; at++) {
          const document = part.segment.postingDocument[at] ?? 0
          if (part.shown[document] === 1) found.add(document)
        }
      }
    }
    for (const document of found) places.push({ part, document })
    if (places.length > most) return null
  }
  return places
}
