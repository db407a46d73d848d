// A proof: the parts of an edition in reading order, each with the line on which it begins and the remarks about it.
import type { Remark } from './remark.ts'
import type { Edition, Item } from './edition.ts'
import type { WordsOf } from './edition-part.ts'
import { findLines } from './find-lines.ts'
import { itemKey, sectionKey } from './mend-ranks.ts'
import type { Picture } from './picture.ts'

interface Part {
  /** Differs from that of every other row. */
  readonly key: string
  readonly role: 'title' | 'lede' | 'caption' | 'section' | 'item'
  /** Of a section or an item, from 1; 0 for the others. */
  readonly number: number
  readonly text: string
  readonly credit: string | null
  readonly item: Item | null
  /** Those of the item; those of the opening stand at its caption, else at its lede, else at its title. */
  readonly pictures: readonly Picture[]
}

export interface ProofRow extends Part {
  /** From 1; null when the part does not stand in the file as it is. */
  readonly line: number | null
  /** Those of its line and of the lines up to the next row. */
  readonly remarks: readonly Remark[]
}

/**
 * @param text the file as the parser read it
 * @param remarks what the parser said of it; those above the first row stand beside that one
 * @param asRead the edition before it was mended: words that the reader changed do not stand in the file
 */
export function proofRows(
  edition: Edition,
  text: string,
  remarks: readonly Remark[],
  asRead = edition,
): readonly ProofRow[] {
  const parts = partsOf(edition)
  const before = new Map(partsOf(asRead).map((part) => [part.key, part]))
  const lines = findLines(
    text,
    parts.map((part) => lookedFor(part, before.get(part.key))),
  )
  const byRow = parts.map((): Remark[] => [])
  for (const remark of remarks) {
    const own = parts.findIndex(({ item }) => item !== null && item.id === remark.item)
    const row =
      own === -1 ? lines.findLastIndex((line) => line !== null && line <= remark.line) : own
    byRow[Math.max(0, row)]?.push(remark)
  }
  return parts.map((part, index) => ({
    ...part,
    line: lines[index] ?? null,
    remarks: byRow[index] ?? [],
  }))
}

/** What a row is of its edition; null for the title, which has a field of its own. */
export function partOf({ role, key }: ProofRow): WordsOf | null {
  if (role === 'title') return null
  return role === 'section' || role === 'item' ? { role, id: key.slice(1) } : { role }
}

/** As it was read, then as it is now. A title that came to an item was a heading of the file, above the text of the item. */
function lookedFor(part: Part, before: Part | undefined): readonly string[] {
  const isTitled = before?.item?.title === null && part.item?.title != null
  const forms = [before === undefined ? [] : formsOf(before), formsOf(part)]
  return (isTitled ? forms.reverse() : forms).flat()
}

/** Between a title and its text the file may have a line of its own, such as the one that underlines it. */
function formsOf({ text, item }: Part): readonly string[] {
  return item?.title == null ? [text] : [text, item.text]
}

function partsOf({ title, lede, figure, pictures = [], sections }: Edition): Part[] {
  const plain = { number: 0, credit: null, item: null, pictures: [] }
  const parts: Part[] = [{ ...plain, key: 'title', role: 'title', text: title }]
  if (lede !== null) parts.push({ ...plain, key: 'lede', role: 'lede', text: lede })
  if (figure !== null) {
    const { caption, credit } = figure
    parts.push({ ...plain, key: 'caption', role: 'caption', text: caption, credit })
  }
  const opening = parts.pop()
  if (opening !== undefined) parts.push({ ...opening, pictures })
  let items = 0
  for (const [index, { id, heading, items: inSection }] of sections.entries()) {
    if (heading !== null)
      parts.push({
        ...plain,
        key: sectionKey(id),
        role: 'section',
        number: index + 1,
        text: heading,
      })
    for (const item of inSection) {
      const text = item.title === null ? item.text : `${item.title}\n${item.text}`
      const number = ++items
      const own = { key: itemKey(item.id), role: 'item', pictures: item.pictures ?? [] } as const
      parts.push({ ...plain, ...own, number, text, item })
    }
  }
  return parts
}
