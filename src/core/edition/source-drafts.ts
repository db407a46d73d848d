// The sections and items of a source edition while they are read, and what must be true of them.
import * as v from 'valibot'
import {
  editionSchema,
  linksField,
  openingItem,
  type Edition,
  type Item,
  type Link,
  type Section,
} from './edition.ts'
import { isId } from './source-head.ts'
import type { Mistake } from './source-text.ts'

export interface ItemDraft {
  readonly line: number
  readonly id: string
  readonly title: string | null
  readonly paragraphs: string[]
  sources: readonly string[] | null
  readonly links: Link[]
}

export interface SectionDraft {
  readonly line: number
  readonly id: string
  readonly heading: string | null
  readonly items: ItemDraft[]
}

/** Reports what the schema of editions refuses: the first fault of each item, of each section, and of what stands above them. */
export function checkLengths(
  edition: Edition,
  sections: readonly SectionDraft[],
  mistakes: Mistake[],
): void {
  const { issues = [] } = v.safeParse(editionSchema, edition)
  const found = new Map<number, string>()
  for (const issue of issues) {
    const [field, section, , item] = (issue.path ?? []).map(({ key }) => key)
    const draft = field === 'sections' ? sections[Number(section)] : undefined
    const line = draft?.items[Number(item ?? -1)]?.line ?? draft?.line ?? 2
    const last = issue.path?.at(-1)?.key
    if (!found.has(line)) found.set(line, `${String(last)}: ${issue.message}`)
  }
  for (const [line, reason] of found) mistakes.push({ line, reason })
}

export function checkSections(sections: readonly SectionDraft[], mistakes: Mistake[]): void {
  const seen = new Set<string>()
  const checkId = (line: number, id: string): void => {
    if (isId(id) && seen.has(id))
      mistakes.push({ line, reason: `the id "${id}" is already in use` })
    if (id === openingItem)
      mistakes.push({ line, reason: `the id "${id}" is that of the opening; choose another one` })
    seen.add(id)
  }
  if (sections.length === 0) mistakes.push({ line: 1, reason: 'the edition has no items' })
  for (const section of sections) {
    const { line, items } = section
    checkId(line, section.id)
    if (items.length === 0) mistakes.push({ line, reason: `section "${section.id}" has no items` })
    for (const item of items) {
      checkId(item.line, item.id)
      if (item.paragraphs.length === 0) {
        mistakes.push({ line: item.line, reason: `item "${item.id}" has no text` })
      }
      if (item.sources === null) {
        const reason = `item "${item.id}" names no sources; it ends with "Bron: NAME" or "Bronnen: NAME, NAME"`
        mistakes.push({ line: item.line, reason })
      }
    }
  }
}

export function finishSection({ id, heading, items }: SectionDraft): Section {
  return { id, heading, items: items.map(finishItem) }
}

function finishItem({ id, title, paragraphs, sources, links }: ItemDraft): Item {
  const text = paragraphs.join('\n\n')
  return { id, title, text, sources: [...(sources ?? [])], ...linksField(links) }
}
