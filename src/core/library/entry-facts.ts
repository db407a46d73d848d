// What follows from how an edition came in. Apart from the schemas of entries, since the window asks it before its first text.
import type { Provenance } from './library-entry.ts'

/** How many questions about it wait for the reader; none where it is not known of any. */
export function openQuestions({ reviewed, questions = 0 }: Provenance): number {
  return reviewed ? 0 : questions
}

/** The program's own edition is never taken out; those of an organisation are in the library like others. */
export function isRemovable({ origin, publisher }: Provenance): boolean {
  return origin !== 'bundled' || publisher !== null
}
