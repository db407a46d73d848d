// An import brings records of another place or time into what is here. Nothing the reader wrote is given up for it, and the
// same file a second time changes nothing.
import { recordKey, type Note, type ReaderRecord, type ReadItems } from './reader-record.ts'

/** How many things of each kind. */
export interface KeptCounts {
  readonly bookmarks: number
  readonly notes: number
  /** Editions of which items were read. */
  readonly read: number
}

export interface ReaderDataMerge {
  /** The records to put; what is not among them stays as it is. */
  readonly writes: readonly ReaderRecord[]
  /** How many things are new, are now more than they were, or stay as they are. */
  readonly added: KeptCounts
  readonly merged: KeptCounts
  readonly unchanged: KeptCounts
  /** Notes that both have, whose texts together are longer than a note may be. They stay as they are here. */
  readonly tooLong: readonly Note[]
}

const longestText = 100_000
const mostItems = 10_000
const staysThere: ReadonlySet<ReaderRecord['kind']> = new Set(['place', 'searches', 'settings'])
/** What stands between two texts that were joined: a rule, in Markdown. */
const separator = '\n\n---\n\n'

/**
 * Merges imported records into existing ones. Bookmarks and read items are united; of two notes on one item, the longer
 * stays when it contains the other, and else both texts are joined, the older first. Places, settings and
 * searches of an import are another machine's business and are ignored.
 */
export function mergeReaderData(
  existing: Iterable<ReaderRecord>,
  imported: Iterable<ReaderRecord>,
): ReaderDataMerge {
  const before = new Map(Array.from(existing, (record) => [recordKey(record), record]))
  const after = new Map<string, ReaderRecord>()
  const tooLong: Note[] = []
  for (const record of imported) {
    if (staysThere.has(record.kind)) continue
    const key = recordKey(record)
    const present = after.get(key) ?? before.get(key)
    const merged = present ? mergeRecord(present, record) : record
    if (merged.kind === 'note' && merged.text.length > longestText) tooLong.push(merged)
    else after.set(key, merged)
  }
  const all = [...after]
  const changed = all.filter(([key, record]) => record !== before.get(key))
  return {
    writes: changed.map(([, record]) => record),
    added: countKinds(changed.filter(([key]) => !before.has(key))),
    merged: countKinds(changed.filter(([key]) => before.has(key))),
    unchanged: countKinds(all.filter(([key, record]) => record === before.get(key))),
    tooLong,
  }
}

function countKinds(records: readonly (readonly [string, ReaderRecord])[]): KeptCounts {
  const count = (kind: ReaderRecord['kind']): number =>
    records.filter(([, record]) => record.kind === kind).length
  return { bookmarks: count('bookmark'), notes: count('note'), read: count('read') }
}

/** Gives `present` itself when nothing is to be added to it. */
function mergeRecord(present: ReaderRecord, imported: ReaderRecord): ReaderRecord {
  if (present.kind === 'note' && imported.kind === 'note') return mergeNotes(present, imported)
  if (present.kind === 'read' && imported.kind === 'read') return uniteItems(present, imported)
  return present
}

function mergeNotes(present: Note, imported: Note): Note {
  if (holds(present.text, imported.text)) return present
  const text = holds(imported.text, present.text)
    ? imported.text
    : inOrderOfAge(present, imported).join(separator)
  return {
    ...imported,
    ...present,
    text,
    created: earlier(present.created, imported.created),
    changed:
      earlier(present.changed, imported.changed) === present.changed
        ? imported.changed
        : present.changed,
  }
}

/** Whether a note already stands in another, as whole lines: "nee" does not stand in "meneer". */
function holds(text: string, part: string): boolean {
  return part === '' || `\n${text}\n`.includes(`\n${part}\n`)
}

function inOrderOfAge(present: Note, imported: Note): [string, string] {
  const isPresentOlder = earlier(present.changed, imported.changed) === present.changed
  return isPresentOlder ? [present.text, imported.text] : [imported.text, present.text]
}

/** The earlier of two moments; the first when they are the same. */
function earlier(first: string, second: string): string {
  return Date.parse(second) < Date.parse(first) ? second : first
}

function uniteItems(present: ReadItems, imported: ReadItems): ReadItems {
  const items = [...new Set([...present.items, ...imported.items])].slice(0, mostItems)
  return items.length > present.items.length ? { ...imported, ...present, items } : present
}
