// What a reader makes of the words above the first item, and of words that were left out.
import { linksField, longestLine, longestText, type Edition, type Item } from './edition.ts'
import { fillIds } from './edition-ids.ts'
import type { Remark } from './remark.ts'
import type { ProofRow } from './proof-rows.ts'

/** The intro heads what follows; one that is longer than a heading may be stays. */
export function ledeToHeading(edition: Edition): Edition {
  const heading = edition.lede?.replace(/\s+/gu, ' ') ?? ''
  if (heading === '' || heading.length > longestLine) return edition
  const [first, ...others] = edition.sections
  const sections =
    first?.heading === null
      ? [{ ...first, id: '', heading }, ...others]
      : [{ id: '', heading, items: [] }, ...edition.sections]
  return fillIds({ ...edition, lede: null, sections })
}

/** The intro is the first item, with its links. */
export function ledeToItem(edition: Edition): Edition {
  if (edition.lede === null) return edition
  const { links, ...opening } = edition
  const item: Item = {
    ...{ id: '', title: null, text: edition.lede, sources: [] },
    ...linksField(links ?? []),
  }
  const [first, ...others] = edition.sections
  const sections =
    first?.heading === null
      ? [{ ...first, items: [item, ...first.items] }, ...others]
      : [{ id: '', heading: null, items: [item] }, ...edition.sections]
  return fillIds({ ...opening, lede: null, sections })
}

/** Whether the words of a remark were left out whole, and may be taken in again. */
export function canBeTakenIn({ kind, quote }: Remark): boolean {
  return kind === 'page-furniture' && quote.trim() !== ''
}

/**
 * The edition with words that were left out, as a paragraph at the row beside which the remark on them stands: at the end of
 * an item, as the first item below a heading, else in the intro. A part that would be too long stays as it is.
 */
export function withTakenIn(
  edition: Edition,
  { role, key, line, item }: Pick<ProofRow, 'role' | 'key' | 'line' | 'item'>,
  { quote, line: own }: Remark,
): Edition {
  const words = quote.trim()
  if (role === 'section') {
    const added: Item = { id: '', title: null, text: words, sources: [] }
    const sections = edition.sections.map((one) =>
      one.id === key.slice(1) ? { ...one, items: [added, ...one.items] } : one,
    )
    return fillIds({ ...edition, sections })
  }
  if (item !== null) {
    const text = joined(item.text, words)
    if (text.length > longestText) return edition
    const sections = edition.sections.map((section) => ({
      ...section,
      items: section.items.map((one) => (one.id === item.id ? { ...one, text } : one)),
    }))
    return { ...edition, sections }
  }
  const before = edition.lede ?? ''
  const isAbove = role === 'title' || (line !== null && own < line)
  const lede = isAbove ? joined(words, before) : joined(before, words)
  return lede.length > longestText ? edition : { ...edition, lede }
}

function joined(first: string, second: string): string {
  return [first, second].filter((part) => part !== '').join('\n\n')
}
