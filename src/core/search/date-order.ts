// Puts what was found in order of date: the newest edition first, within an edition in the order in which it is read.
import type { DocumentMarks } from './check-phrases.ts'
import type { ScoredDocument } from './compact/best-documents.ts'
import type { GroupLocation, SegmentSet, ShownSegment } from './compact/segment-set.ts'
import type { ItemLocation } from './narrowing.ts'
import type { SearchScope } from './search-context.ts'

export interface FoundDocument {
  readonly scope: SearchScope
  readonly scored: ScoredDocument
}

export interface DatedDocument extends FoundDocument {
  readonly edition: string
}

/** A note that was found; `location`: of the item that it is about. */
export interface FoundNote extends DatedDocument {
  readonly location: ItemLocation | null
}

interface EditionRow {
  readonly edition: string
  readonly date: string
  readonly location: GroupLocation | null
  readonly notes: FoundNote[]
}

/**
 * Editions without a date come last. A note follows its item.
 * @param items the scope of the documents in `marks`
 */
export function* newestFirst(
  items: SearchScope,
  marks: DocumentMarks,
  notes: readonly FoundNote[],
): Generator<DatedDocument> {
  const rows = new Map<string, EditionRow>()
  for (const [part, found] of marks) {
    for (let document = found.indexOf(1); document >= 0;) {
      const group = part.groupOf[document] ?? 0
      const { key = '', date = null } = part.segment.groups[group] ?? {}
      rows.set(key, { edition: key, date: date ?? '', location: { part, group }, notes: [] })
      document = found.indexOf(1, part.groupStart[group + 1])
    }
  }
  for (const note of notes) {
    const row = rows.get(note.edition) ?? {
      edition: note.edition,
      date: dateOf(items.set, note.edition),
      location: null,
      notes: [],
    }
    rows.set(note.edition, row)
    row.notes.push(note)
  }
  const ordered = [...rows.values()].sort(
    (one, other) => compare(other.date, one.date) || compare(one.edition, other.edition),
  )
  for (const { edition, location, notes } of ordered) {
    const found = location === null ? [] : markedDocuments(location, marks)
    const placed = [
      ...found.map(({ part, document }) => ({
        at: document,
        found: { edition, scope: items, scored: { part, document, score: 0 } },
      })),
      ...notes.map((note) => ({ at: behindItem(note), found: note })),
    ]
    yield* placed.sort((one, other) => one.at - other.at).map((one) => one.found)
  }
}

function compare(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0
}

function behindItem({ location }: FoundNote): number {
  return location === null || location.document < 0
    ? Number.MAX_SAFE_INTEGER
    : location.document + 0.5
}

function dateOf(items: SegmentSet, edition: string): string {
  const location = items.find(edition)
  return location?.part.segment.groups[location.group]?.date ?? ''
}

function markedDocuments(
  { part, group }: GroupLocation,
  marks: DocumentMarks,
): readonly { readonly part: ShownSegment; readonly document: number }[] {
  const found = marks.get(part)
  const documents: { part: ShownSegment; document: number }[] = []
  const end = part.groupStart[group + 1] ?? 0
  for (let document = part.groupStart[group] ?? 0; document < end; document++)
    if (found?.[document] === 1) documents.push({ part, document })
  return documents
}
