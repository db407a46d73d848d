// Two notes on one item become one, and nothing that the reader wrote is lost.
import { longestNote, type Note } from './annotation.ts'

/** A rule in Markdown between two texts that were joined. */
const separator = '\n\n---\n\n'

/**
 * The longer note stays where it contains the other. Else both texts are joined, the older first.
 * @returns `present` itself when nothing is to be added to it
 */
export function mergeNotes(present: Note, imported: Note): Note | 'too-long' {
  if (holds(present.text, imported.text)) return present
  const text = holds(imported.text, present.text)
    ? imported.text
    : inOrderOfAge(present, imported).join(separator)
  if (text.length > longestNote) return 'too-long'
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
