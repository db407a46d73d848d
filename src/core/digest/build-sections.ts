// From blocks to the sections of an edition, with remarks about what an editor should look at.
import { firstWords, type Item, type Section } from '../edition/edition.ts'
import type { DigestBlock } from './digest-block.ts'
import type { Finding, Remark } from './remark.ts'
import { isListed } from './sources/source-register.ts'

type Growing<Type> = { -readonly [Key in keyof Type]: Type[Key] }
type GrowingItem = Growing<Item> & { sources: string[] }

/** An item, and where it begins. */
interface PlacedItem {
  readonly item: GrowingItem
  readonly line: number
}

/** A longer heading may be an item that lost its full stop; real ones have 18 to 46 characters. */
const longestUsualHeading = 60
const quotedWords = 8

/**
 * A heading opens a section, also one without items; items above the first heading have a section without one. They
 * have no ids yet (edition-ids.ts).
 */
export function buildSections(blocks: readonly DigestBlock[], remarks: Remark[]): Section[] {
  const sections: { id: string; heading: string | null; items: Item[] }[] = []
  const items: PlacedItem[] = []
  let title: string | null = null
  /** Sources that stand above the item that they belong to. */
  let waiting: readonly string[] = []

  const note = (line: number, findings: readonly Finding[]): void => {
    remarks.push(...findings.map(({ kind, quote }) => ({ line, kind, quote })))
  }
  const addItem = (line: number, text: string, sources: readonly string[]): void => {
    if (sections.length === 0) sections.push({ id: '', heading: null, items: [] })
    const item = { id: '', title, text, sources: [...waiting, ...sources] }
    items.push({ item, line })
    sections.at(-1)?.items.push(item)
    title = null
    waiting = []
  }

  for (const block of blocks) {
    const { line } = block
    switch (block.role) {
      case 'heading':
        sections.push({ id: '', heading: block.text.replace(/\s?:$/u, ''), items: [] })
        if (block.text.length > longestUsualHeading)
          note(line, [{ kind: 'long-heading', quote: block.text }])
        break
      case 'item-title':
        title = block.text
        break
      case 'item': {
        const { text, sources, findings } = block.end
        const above = items.at(-1)
        if (block.continues && above !== undefined) {
          above.item.text += `\n\n${text}`
          above.item.sources.push(...sources)
        } else addItem(line, text, sources)
        note(line, [...findings, ...unknown(sources)])
        break
      }
      case 'sources': {
        const { names, findings } = block.list
        const above = items.at(-1)
        if (block.isAbove) {
          waiting = names
          note(line, [...findings, ...unknown(names)])
        } else if (above === undefined)
          note(line, [{ kind: 'sources-without-item', quote: block.text }])
        else {
          above.item.sources.push(...names)
          note(line, [...findings, ...unknown(names)])
        }
        break
      }
      case 'photo-label':
      case 'repeated-line':
      case 'page-furniture':
        note(line, [{ kind: block.role, quote: block.text }])
        break
      case 'title':
      case 'lede':
      case 'caption':
      case 'date':
        break
    }
  }
  remarks.push(...withoutSources(items), ...halfRead(items))
  return sections
}

function unknown(names: readonly string[]): Finding[] {
  const quotes = new Set(names.filter((name) => !isListed(name)))
  return [...quotes].map((quote) => ({ kind: 'unknown-source', quote }))
}

/** Items without sources are worth a look where the others have them. */
function withoutSources(items: readonly PlacedItem[]): Remark[] {
  if (items.every(({ item }) => item.sources.length === 0)) return []
  return items
    .filter(({ item }) => item.sources.length === 0)
    .map(({ item, line }) => ({
      line,
      kind: 'item-without-sources',
      quote: firstWords(item.text, quotedWords),
    }))
}

/** `… met een lek. Nu,` above or before sources: a name of theirs that was left behind. */
const leftBehind =
  /[.!?…][’”"')]?\s+(?:([\p{L}\p{N}][^.!?…,;]{0,40}?)\s?[,;]|(\p{Lu}[\p{L}\p{N}-]*))$/u
/** No more of an item need be looked at for it. */
const longestLeft = 60

function halfRead(items: readonly PlacedItem[]): Remark[] {
  return items.flatMap(({ item, line }) => {
    if (item.sources.length === 0) return []
    const [, list, name] = leftBehind.exec(item.text.slice(-longestLeft)) ?? []
    const quote = list ?? name
    return quote === undefined ? [] : [{ line, kind: 'source-or-sentence', quote }]
  })
}
