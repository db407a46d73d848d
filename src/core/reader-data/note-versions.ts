// Earlier versions of a note: what it said before the reader wrote on in it. They go with the note, and stay on this machine.
import * as v from 'valibot'
import { longestNote } from '../annotations/annotation.ts'
import { longestKey } from '../annotations/kinds.ts'

/** So many days a version is kept after it was replaced. */
const daysKept = 30
const mostVersions = 20
/** Of all versions of a note together, in UTF-16 units; the last one stays whatever its length is. */
const mostLetters = 200_000

export const noteVersionsSchema = v.looseObject({
  kind: v.literal('versions'),
  /** The key of the annotation that holds the note. */
  of: v.pipe(v.string(), v.minLength(1), v.maxLength(longestKey)),
  /** The last first. */
  versions: v.pipe(
    v.array(
      v.looseObject({
        text: v.pipe(v.string(), v.minLength(1), v.maxLength(longestNote)),
        replaced: v.pipe(v.string(), v.isoTimestamp()),
      }),
    ),
    v.maxLength(mostVersions),
  ),
})
export type NoteVersions = Readonly<v.InferOutput<typeof noteVersionsSchema>>
export type NoteVersion = NoteVersions['versions'][number]

export function versionsKey(of: string): string {
  return `versions:${of}`
}

/**
 * With a text that is being replaced, which stands once and first.
 * @param before null where there is no earlier version
 * @param now as an ISO timestamp
 */
export function withVersion(
  before: NoteVersions | null,
  of: string,
  text: string,
  now: string,
): NoteVersions {
  const others = lastingVersions(before, text, now)
  const all: NoteVersion[] = [{ text, replaced: now }]
  let letters = text.length
  for (const other of others.slice(0, mostVersions - 1)) {
    letters += other.text.length
    if (letters > mostLetters) break
    all.push(other)
  }
  return { ...before, kind: 'versions', of, versions: all }
}

/** Those that are not older than a version may be, without the text that the note has now. */
export function lastingVersions(
  versions: NoteVersions | null,
  current: string,
  now: string,
): readonly NoteVersion[] {
  const oldest = Date.parse(now) - daysKept * 86_400_000
  return (versions?.versions ?? []).filter(
    ({ text, replaced }) => text !== current && Date.parse(replaced) >= oldest,
  )
}
