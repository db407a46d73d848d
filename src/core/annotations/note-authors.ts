// Whose the texts of a note are.
import type { Highlight, Note } from './annotation.ts'
import { asText } from './markdown-text.ts'
import { joinTexts, textsIn, type DatedText } from './merge-texts.ts'

function textsOf(record: Note | Highlight): readonly DatedText[] {
  const { changed, joined, author } = record
  const text = record.kind === 'note' ? record.text : (record.note ?? '')
  return textsIn({ text, changed, joined, author })
}

/**
 * A note as it is read, in Markdown: before what somebody else wrote stands their name.
 * @param reader who reads; empty for nobody, so that all names stand there
 */
export function noteWithNames(record: Note | Highlight, reader: string): string {
  const named = textsOf(record).map((one) => {
    const isOthers = one.author !== undefined && one.author !== reader
    return isOthers ? { ...one, text: `**${asText(one.author)}:**${behindName(one.text)}` } : one
  })
  return joinTexts(named)
}

/** Whether all of a note is by others. */
export function isByOthers(record: Note | Highlight, reader: string): boolean {
  const texts = textsOf(record)
  return texts.length > 0 && texts.every(({ author = reader }) => author !== reader)
}

/** A text that begins with a letter stands behind the name; what may begin as a list or a quote does not. */
function behindName(text: string): string {
  return /^\p{L}/u.test(text) ? ` ${text}` : `\n\n${text}`
}
