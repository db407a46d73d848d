// Puts what was found in the order of time: the newest edition first, within an edition in the order in which it is read.
import type { Scored } from './compact/best-documents.ts'
import type { SegmentSet, ShownSegment } from './compact/segment-set.ts'
import type { Shelf } from './library.ts'
import type { DocumentMarks } from './check-phrases.ts'
import type { ItemPlace } from './narrowing.ts'

export interface FoundPlace {
  readonly shelf: Shelf
  readonly scored: Scored
}

/** A note that was found, and what it is about. */
export interface FoundNote extends FoundPlace {
  readonly edition: string
  readonly place: ItemPlace | null
}

interface EditionRow {
  readonly edition: string
  readonly date: string
  readonly place: { readonly part: ShownSegment; readonly group: number } | null
  readonly notes: FoundNote[]
}

/**
 * Editions without a date come last. A note comes right after its item.
 * @param items the shelf that `marks` are of
 */
export function* byDate(
  items: Shelf,
  marks: DocumentMarks,
  notes: readonly FoundNote[],
): Generator<FoundPlace & { readonly edition: string }> {
  const rows = new Map<string, EditionRow>()
  for (const [part, found] of marks) {
    for (let document = found.indexOf(1); document >= 0;) {
      const group = part.groupOf[document] ?? 0
      const { key = '', date = null } = part.segment.groups[group] ?? {}
      rows.set(key, { edition: key, date: date ?? '', place: { part, group }, notes: [] })
      document = found.indexOf(1, part.groupStart[group + 1])
    }
  }
  for (const note of notes) {
    const row = rows.get(note.edition) ?? {
      edition: note.edition,
      date: dateOf(items.set, note.edition),
      place: null,
      notes: [],
    }
    rows.set(note.edition, row)
    row.notes.push(note)
  }
  const newestFirst = [...rows.values()].sort(
    (one, other) => compare(other.date, one.date) || compare(one.edition, other.edition),
  )
  for (const { edition, place, notes } of newestFirst) {
    const found = place === null ? [] : documentsOf(place, marks)
    const placed = [
      ...found.map(({ part, document }) => ({
        at: document,
        found: { edition, shelf: items, scored: { part, document, score: 0 } },
      })),
      ...notes.map((note) => ({ at: afterItem(note), found: note })),
    ]
    yield* placed.sort((one, other) => one.at - other.at).map((one) => one.found)
  }
}

function compare(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0
}

function afterItem({ place }: FoundNote): number {
  return place === null || place.document < 0 ? Number.MAX_SAFE_INTEGER : place.document + 0.5
}

function dateOf(items: SegmentSet, edition: string): string {
  const place = items.find(edition)
  return place?.part.segment.groups[place.group]?.date ?? ''
}

function documentsOf(
  { part, group }: { readonly part: ShownSegment; readonly group: number },
  marks: DocumentMarks,
): readonly { readonly part: ShownSegment; readonly document: number }[] {
  const found = marks.get(part)
  const documents: { part: ShownSegment; document: number }[] = []
  const end = part.groupStart[group + 1] ?? 0
  for (let document = part.groupStart[group] ?? 0; document < end; document++)
    if (found?.[document] === 1) documents.push({ part, document })
  return documents
}
