// Texts that stand in each edition of a series, such as a greeting of its makers: the reader is asked whether they are news.
import { withoutPart } from '../edition/mend-removal.ts'
import type { Edition } from '../edition/edition.ts'
import { findLines } from '../edition/find-lines.ts'
import type { Remark } from '../edition/remark.ts'

/** In letters; a shorter one, such as a name, may stand in two editions by chance. */
const shortest = 12
const between = '\n\n'

/**
 * A question at each item with paragraphs that stood in an earlier edition, word for word. Its quote is those paragraphs. None for
 * editions that have more than a third of their texts in common: those are no greetings.
 * @param text the file as it was read, for the lines of the questions
 */
export function repeatedTexts(edition: Edition, text: string, earlier: Edition): Remark[] {
  const before = new Set(itemsOf(earlier).flatMap(paragraphsIn))
  const items = itemsOf(edition)
  const isRepeated = (paragraph: string): boolean =>
    paragraph.length >= shortest && before.has(paragraph)
  const all = items.flatMap(paragraphsIn)
  if (all.filter(isRepeated).length * 3 > all.length) return []
  const found = items.flatMap((item) => {
    const quote = paragraphsIn(item).filter(isRepeated).join(between)
    return quote === '' ? [] : [{ item: item.id, quote }]
  })
  const lines = findLines(
    text,
    found.map(({ quote }) => [quote.split(between)[0] ?? '']),
  )
  return found.map((one, index) => ({ kind: 'in-each-edition', line: lines[index] ?? 1, ...one }))
}

/** Without the paragraphs that such a question quotes; an item of nothing else goes. */
export function withoutRepeated(edition: Edition, { item: id, quote }: Remark): Edition {
  const gone = new Set(quote.split(between))
  const item = itemsOf(edition).find((one) => one.id === id)
  if (item === undefined) return edition
  const text = paragraphsIn(item)
    .filter((paragraph) => !gone.has(paragraph))
    .join(between)
  if (text === '') return withoutPart(edition, { role: 'item', id: item.id })
  if (text === item.text) return edition
  return {
    ...edition,
    sections: edition.sections.map((section) => ({
      ...section,
      items: section.items.map((one) => (one === item ? { ...item, text } : one)),
    })),
  }
}

function itemsOf({ sections }: Edition): Edition['sections'][number]['items'] {
  return sections.flatMap(({ items }) => items)
}

function paragraphsIn({ text }: { readonly text: string }): string[] {
  return text.split(between)
}
