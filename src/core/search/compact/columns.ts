// What documents have beside their words, by number of the document, so that filtering and counting read no text.
import { fullSourceName } from '../../sources/source-register.ts'
import type { SearchDocument } from '../documents.ts'
import { openingItem } from '../../edition/edition.ts'
import { numbersFor, type Numbers } from './numbers.ts'

export interface ColumnArrays {
  /** By document: a hash of its item's id. Within an edition it stands for the id. */
  readonly itemKey: Uint32Array
  /** By document: the place of its heading in `headings`, from 1; 0 for none. */
  readonly heading: Numbers
  /** Where the sources of each document begin, and of the last one end. */
  readonly sourceStart: Uint32Array
  /** Places in `sources`, none twice for a document. */
  readonly source: Numbers
}

export interface Columns extends ColumnArrays {
  readonly headings: readonly string[]
  /** Full names (source-register.ts). A change of names there makes saved segments stale. */
  readonly sources: readonly string[]
}

export function itemKeyOf(item: string): number {
  // FNV-1a.
  let key = 0x811c9dc5
  for (let at = 0; at < item.length; at++) key = Math.imul(key ^ item.charCodeAt(at), 0x01000193)
  return key >>> 0
}

export const openingKey = itemKeyOf(openingItem)

/** The values of one document. */
interface Row {
  readonly itemKey: number
  readonly heading: string | null
  readonly sources: readonly string[]
}

export function packColumns(documents: readonly SearchDocument[]): Columns {
  const columns = createColumns()
  for (const { item, heading, source } of documents) {
    const sources = source === '' ? [] : source.split('\n').map(fullSourceName)
    columns.add({ itemKey: itemKeyOf(item), heading, sources })
  }
  return columns.finish()
}

export function rowOf(columns: Columns, document: number): Row {
  const { itemKey, heading, headings, sourceStart, source, sources } = columns
  const numbers = source.subarray(sourceStart[document], sourceStart[document + 1])
  return {
    itemKey: itemKey[document] ?? 0,
    heading: headings[(heading[document] ?? 0) - 1] ?? null,
    sources: [...numbers].map((number) => sources[number] ?? ''),
  }
}

export interface ColumnsBuilder {
  /** Adds the row of the next document. */
  add(row: Row): void
  finish(): Columns
}

export function createColumns(): ColumnsBuilder {
  const headings = new Map<string, number>()
  const sources = new Map<string, number>()
  const numberIn = (table: Map<string, number>, value: string): number => {
    const number = table.get(value) ?? table.size
    table.set(value, number)
    return number
  }
  const itemKeys: number[] = []
  const headingOf: number[] = []
  const sourceStart: number[] = [0]
  const sourceOf: number[] = []
  return {
    add({ itemKey, heading, sources: names }) {
      itemKeys.push(itemKey)
      headingOf.push(heading === null ? 0 : numberIn(headings, heading) + 1)
      const numbers = new Set(names.map((name) => numberIn(sources, name)))
      sourceOf.push(...numbers)
      sourceStart.push(sourceOf.length)
    },
    finish() {
      const heading = numbersFor(headings.size + 1, headingOf.length)
      heading.set(headingOf)
      const source = numbersFor(sources.size, sourceOf.length)
      source.set(sourceOf)
      return {
        itemKey: Uint32Array.from(itemKeys),
        ...{ heading, source },
        sourceStart: Uint32Array.from(sourceStart),
        headings: [...headings.keys()],
        sources: [...sources.keys()],
      }
    },
  }
}
