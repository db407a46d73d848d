// How long the lines of a digest are.
import { endsAsSentence } from '../sources/sentence-end.ts'

/** Real headings have 18 to 46 characters, the shortest item 320; titles of items may be longer than headings. */
export const longestHeading = 90
/** Where no mark ends it as a sentence. */
export const longestOpenHeading = 110
export const longestTitle = 160
/** Of an edition, where the first line is no sentence and a text stands below it. */
export const longestFirstLine = 400
/** A longer line is no heading, whatever its file says: authors set whole paragraphs in the type of headings. */
export const longestMarkedHeading = 200

/** Whether a line is a text by its length or by its stop. */
export function isTextLine({ text }: { readonly text: string }): boolean {
  return text.length > longestHeading || endsAsSentence(text)
}
