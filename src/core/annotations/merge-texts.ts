// Texts of one note from several places become one text. In whatever order, how often and in what parts they come, it is the same.
import { longestNote, mostJoined, type JoinedPart } from './annotation.ts'
import { earlier } from './moments.ts'

/** A rule in Markdown between two texts that were joined. */
const separator = '\n\n---\n\n'

/** A text as somebody wrote it. */
export interface DatedText {
  readonly text: string
  /** As an ISO timestamp. */
  readonly changed: string
  /** Absent where they gave no name. */
  readonly author?: string | undefined
}

/** The text of a note. What a merge made of several texts knows where each of them ends, when it was changed last, and by whom. */
export interface WrittenText extends DatedText {
  readonly joined?: readonly JoinedPart[] | undefined
}

/**
 * All that was written, the older text first; a text that stands in another one as whole lines is not repeated.
 * @returns null when the whole is too long for a note
 */
export function mergeTexts(one: WrittenText, other: WrittenText): readonly DatedText[] | null {
  const byText = new Map<string, DatedText>()
  for (const part of [...textsIn(one), ...textsIn(other)]) {
    const known = byText.get(part.text)
    byText.set(part.text, known === undefined ? part : sameText(known, part))
  }
  const all = [...byText.values()]
  const parts = all
    .filter((part) => !all.some((larger) => larger !== part && holds(larger.text, part.text)))
    .toSorted(inOrderOfAge)
  const isTooLong = parts.length > mostJoined || joinTexts(parts).length > longestNote
  return isTooLong ? null : parts
}

/** Two people may write the same words: it is told of one of them, the same one in whatever order they come. */
function sameText(one: DatedText, other: DatedText): DatedText {
  const names = [one.author, other.author].filter((name) => name !== undefined).toSorted()
  const changed = earlier(one.changed, other.changed)
  return { text: one.text, changed, ...authored(names.at(-1)) }
}

/** The field for a name, where there is one. */
export function authored(author: string | undefined): { readonly author?: string } {
  return author === undefined || author === '' ? {} : { author }
}

export function joinTexts(parts: readonly DatedText[]): string {
  return parts.map(({ text }) => text).join(separator)
}

/**
 * What a note remembers of the texts in it; undefined where it says so itself.
 * @param whole when the note was changed last, and who made it
 */
export function joinedParts(
  parts: readonly DatedText[],
  whole: Pick<DatedText, 'changed' | 'author'>,
): JoinedPart[] | undefined {
  const [first, ...others] = parts
  const isSaid = first?.changed === whole.changed && first.author === whole.author
  if (first === undefined || (others.length === 0 && isSaid)) return undefined
  return parts.map(({ text, changed, author }) => ({
    ...{ length: text.length, changed },
    ...authored(author),
  }))
}

/** The texts of a note. It is one where the reader has written on in it since it was joined. */
export function textsIn({ text, changed, author, joined = [] }: WrittenText): readonly DatedText[] {
  if (text === '') return []
  const parts: DatedText[] = []
  let at = 0
  for (const part of joined) {
    const own = { text: text.slice(at, at + part.length), changed: part.changed }
    parts.push({ ...own, ...authored(part.author) })
    at += part.length + separator.length
  }
  const isJoined = joined.length > 0 && joinTexts(parts) === text
  return isJoined ? parts : [{ text, changed, ...authored(author) }]
}

/** Whether a text already stands in another, as whole lines: "nee" does not stand in "meneer". */
function holds(text: string, part: string): boolean {
  return `\n${text}\n`.includes(`\n${part}\n`)
}

function inOrderOfAge(one: DatedText, other: DatedText): number {
  const age = Date.parse(one.changed) - Date.parse(other.changed)
  return age === 0 ? (one.text < other.text ? -1 : 1) : age
}
