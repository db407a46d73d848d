// Asks of a proof which of its texts stand in each edition of the series, by the edition that the reader looked over last.
import type { LibraryEntry } from '#core/library/library-entry'
import { inReadingOrder } from '#core/edition/remark'
import { repeatedTexts } from '#core/series/repeated-texts'
import type { Draft } from '../import/read-draft.ts'
import type { EditionLibrary } from '../library/edition-library.ts'
import { inSteps } from './in-steps.ts'

/** @param own the id of the edition in the library of which the draft is a reading or a revision; null for none */
export async function withRepeated(
  library: EditionLibrary,
  draft: Draft,
  own: string | null,
): Promise<Draft> {
  const { series } = draft.edition
  if (series === null) return draft
  const earlier = library
    .list()
    .entries.filter((one) => one.series === series && one.reviewed && one.id !== own)
    .toSorted((one, other) => (dayOf(one) < dayOf(other) ? 1 : -1))[0]
  const opened = earlier === undefined ? null : await inSteps(library.openSteps(earlier.id))
  if (opened?.ok !== true) return draft
  const asked = repeatedTexts(draft.edition, draft.text, opened.bundle.edition)
  if (asked.length === 0) return draft
  return { ...draft, remarks: inReadingOrder([...draft.remarks, ...asked]) }
}

/** Of the edition, else when it came in. */
function dayOf({ date, added }: LibraryEntry): string {
  return date?.value ?? added
}
