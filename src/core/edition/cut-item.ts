// An item that a reader cuts in two, with the sources that its first part turns out to end in.
import { isUnsure, type Finding, type Remark } from './remark.ts'
import { readItemEnd } from '../sources/item-end.ts'
import { isRegistered, sourceKey } from '../sources/source-register.ts'
import type { Edition } from './edition.ts'
import { splitItem } from './mend-edition.ts'

export interface Cut {
  readonly edition: Edition
  /** What the reader is asked about those sources. */
  readonly remarks: readonly Remark[]
}

/**
 * Cuts an item in two; the end of the first part is read as the parser reads that of an item.
 * @param line on which the item stands in the file
 */
export function cutItem(edition: Edition, item: string, at: number, line: number): Cut {
  const cut = splitItem(edition, item, at)
  const first = cut.sections.flatMap(({ items }) => items).find(({ id }) => id === item)
  if (cut === edition || first === undefined) return { edition, remarks: [] }
  const items = edition.sections.flatMap((section) => section.items)
  const named = new Set(items.flatMap(({ sources }) => sources).map(sourceKey))
  const isKnown = (name: string): boolean => isRegistered(name) || named.has(sourceKey(name))
  const { text, sources, findings } = readItemEnd(first.text, isKnown)
  const unknown = sources
    .filter((name) => !isKnown(name))
    .map((quote): Finding => ({ kind: 'unknown-source', quote }))
  const read = { ...first, text, sources: [...sources] }
  return {
    edition: {
      ...cut,
      sections: cut.sections.map((section) => ({
        ...section,
        items: section.items.map((one) => (one === first ? read : one)),
      })),
    },
    remarks: [...findings.filter(isUnsure), ...unknown].map((one) => ({ ...one, line, item })),
  }
}
