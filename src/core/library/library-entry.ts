// What the library knows of an edition without reading it: one line of its list.
import * as v from 'valibot'
import {
  editionSchema,
  firstWords,
  idSchema,
  type Edition,
  type EditionBundle,
} from '../edition/edition.ts'
import { sketchOf, sketchSchema } from './sketch-edition.ts'

/** How an edition came in, as it is kept with it. */
export const provenanceSchema = v.strictObject({
  /** Came with the program, in an edition package, or was made here of a text that the reader brought. */
  origin: v.picklist(['bundled', 'package', 'own']),
  publisher: v.nullable(v.pipe(v.string(), v.minLength(1), v.maxLength(2_000))),
  /** False: taken in without a look at it. */
  reviewed: v.boolean(),
  /** How much its parser was unsure of when it came in so. Older files do not tell; neither do those that were looked over. */
  questions: v.exactOptional(v.pipe(v.number(), v.integer(), v.minValue(0))),
  /** When the form by which it was read had learnt last: see `SeriesForm`. Absent where it was read without, or looked over. */
  formed: v.exactOptional(v.pipe(v.string(), v.isoTimestamp())),
  /** An ISO moment. */
  added: v.pipe(v.string(), v.isoTimestamp()),
})

const { id, revision, series, number, date, title } = editionSchema.entries

export const issueSchema = v.strictObject({
  publisher: provenanceSchema.entries.publisher,
  edition: id,
  serial: v.pipe(v.number(), v.integer(), v.minValue(1)),
})

const hash = v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/))

/** What the name of a file may be. */
export const fileNameSchema = v.pipe(v.string(), v.minLength(1), v.maxLength(1_000))

/** By what a file that comes in is known again. Hash and issue are null for an edition of which no source was kept. */
export const markSchema = v.strictObject({
  /** SHA-256 of the bytes that the edition was made of. */
  sha256: v.nullable(hash),
  /**
   * What the package says of itself that the edition came from, however it was mended here. Also of one that a text of the
   * reader's own has taken the place of: its serial stays the least that may come in.
   */
  issue: v.nullable(issueSchema),
  /** The name of that file. Absent for pasted text, and in a list that a program of before 1 December 2026 made. */
  file: v.exactOptional(fileNameSchema),
  /** The hashes of what its earlier revisions were made of: those files do not come in again unasked. */
  earlier: v.optional(v.array(hash), []),
})

export const libraryEntrySchema = v.strictObject({
  id,
  revision,
  series,
  number,
  date,
  title,
  /** The section headings in one line, else the titles of items, else how the text begins. */
  contents: v.pipe(v.string(), v.maxLength(200)),
  /** How many there are. */
  items: v.pipe(v.number(), v.integer(), v.minValue(0)),
  /**
   * Which they are, of an edition that has had another revision: the reader may have read items that are gone. Left out of a
   * first revision, in which every item that was read is still there.
   */
  itemIds: v.optional(v.array(editionSchema.entries.id)),
  /** By which nearly the same text is recognised; see `sketchOf`. */
  sketch: sketchSchema,
  ...provenanceSchema.entries,
  ...markSchema.entries,
})

/** An edition that the library knows and cannot show; its file is kept where there is one. */
export const damagedEditionSchema = v.strictObject({
  id: idSchema,
  revision,
  /** Null when it was never read. */
  title: v.nullable(title),
  /** `newer-format`: whole, but written by a newer program. `missing`: somebody else took its file away. */
  reason: v.picklist(['damaged', 'newer-format', 'unreadable', 'missing']),
})

export type EditionMark = Readonly<v.InferOutput<typeof markSchema>>
export type Provenance = Readonly<v.InferOutput<typeof provenanceSchema>>
export type LibraryEntry = Readonly<v.InferOutput<typeof libraryEntrySchema>>
export type DamagedEdition = Readonly<v.InferOutput<typeof damagedEditionSchema>>

const longestContents = 160
const ellipsis = ' …'

/** The entry of an edition; the same for the same edition, provenance and mark. */
export function entryOf(
  { edition }: EditionBundle,
  provenance: Provenance,
  mark: EditionMark,
): LibraryEntry {
  const items = edition.sections.flatMap((section) => section.items)
  return {
    id: edition.id,
    revision: edition.revision,
    series: edition.series,
    ...(edition.number === undefined ? {} : { number: edition.number }),
    date: edition.date,
    title: edition.title,
    contents: contentsOf(edition),
    items: items.length,
    ...(edition.revision > 1 ? { itemIds: items.map((item) => item.id) } : {}),
    sketch: sketchOf(edition),
    ...provenance,
    ...mark,
  }
}

/** Whether two packages are of one edition: only its publisher can name it. */
export function isOneIssue(one: EditionMark['issue'], other: EditionMark['issue']): boolean {
  return one !== null && one.edition === other?.edition && one.publisher === other.publisher
}

/** Whether a package is older than what the library has of the same edition: a lower serial never replaces a higher one. */
export function isOlderIssue(issue: EditionMark['issue'], kept: EditionMark['issue']): boolean {
  return isOneIssue(issue, kept) && Number(issue?.serial) < Number(kept?.serial)
}

/** Whole headings as far as they fit in a line of some 160 characters; without headings the titles of items. */
function contentsOf(edition: Edition): string {
  const headings = edition.sections.flatMap(({ heading }) => heading ?? [])
  const names = headings.length > 0 ? headings : titlesOf(edition)
  if (names.length === 0) return opening(edition.sections[0]?.items[0]?.text ?? '')
  let line = ''
  for (const name of names) {
    const longer = line === '' ? name : `${line} · ${name}`
    if (longer.length > longestContents) return line === '' ? opening(name) : line + ellipsis
    line = longer
  }
  return line
}

/** None where few items have one. */
function titlesOf({ sections }: Edition): readonly string[] {
  const items = sections.flatMap((section) => section.items)
  const titles = items.flatMap(({ title }) => title ?? [])
  return titles.length * 2 > items.length ? titles : []
}

function opening(text: string): string {
  const line = firstWords(text, 24)
  const isWhole = line === text.trim() && line.length <= longestContents
  return isWhole ? line : line.slice(0, longestContents).trimEnd() + ellipsis
}
