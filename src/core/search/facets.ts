// What hits can be narrowed by beside their words. Filtering, counting, the query language, its completion and the contract
// with the window loop over this table: a new facet is one entry here, and its texts.
import type { Numbers } from './compact/numbers.ts'
import type { Segment, SegmentGroup } from './compact/segment.ts'
import type { ShownSegment } from './compact/segment-set.ts'

/** The values of a facet in one segment. Documents refer to values by number, so counting reads no text. */
export interface FacetColumn {
  /** One number for each document. With `start`, a document has those from `start[document]` to `start[document + 1]`. */
  readonly numbers: Numbers
  readonly start: Uint32Array | null
  /** All numbers are below this. */
  readonly size: number
  /** The values that a number stands for: none, one or more. */
  readonly valuesOf: (number: number) => readonly string[]
}

/** By document of a segment: its number in `documentKinds`. */
export type KindsIn = (segment: Segment) => Uint16Array

interface FacetDefinition {
  readonly column: (part: ShownSegment, kindsIn: KindsIn) => FacetColumn
  /** The value of every note of the reader. Without it, a note has the values of the item that it is about. */
  readonly noteValue?: string
  /** The names of its operator in the query language, the Dutch one first; null when it has no operator of its own. */
  readonly operator: readonly string[] | null
  /** How a value behind the operator is compared with the values of the facet (value-matching.ts). */
  readonly matching: 'exact' | 'words' | 'source-name'
}

/**
 * `opening`: title, lede or caption; `note`: the reader's own; `bookmark`: an item or opening with a bookmark, which counts as
 * an item or opening as well.
 */
export type DocumentKind = 'item' | 'opening' | 'note' | 'bookmark'

/** The kinds of an item or an opening; `documentKind` gives the place of each in this list. */
const documentKinds: readonly (readonly DocumentKind[])[] = [
  ['item'],
  ['opening'],
  ['item', 'bookmark'],
  ['opening', 'bookmark'],
]

export function documentKind(isOpening: boolean, hasBookmark: boolean): number {
  return (isOpening ? 1 : 0) + (hasBookmark ? 2 : 0)
}

/** A facet whose values belong to whole editions. */
function ofEdition(valueOf: (group: SegmentGroup) => string | null): FacetDefinition['column'] {
  return ({ segment: { groups }, groupOf }) => ({
    numbers: groupOf,
    start: null,
    size: groups.length,
    valuesOf(number) {
      const group = groups[number]
      const value = group === undefined ? null : valueOf(group)
      return value === null ? [] : [value]
    },
  })
}

export const facets = {
  source: {
    column: ({ segment: { columns } }) => ({
      numbers: columns.source,
      start: columns.sourceStart,
      size: columns.sources.length,
      valuesOf: (number) => columns.sources.slice(number, number + 1),
    }),
    operator: ['bron', 'source'],
    matching: 'source-name',
  },
  series: {
    column: ofEdition(({ series }) => series),
    operator: ['reeks', 'series'],
    matching: 'words',
  },
  section: {
    column: ({ segment: { columns } }) => ({
      numbers: columns.heading,
      start: null,
      size: columns.headings.length + 1,
      valuesOf: (number) => (number === 0 ? [] : columns.headings.slice(number - 1, number)),
    }),
    operator: ['rubriek', 'section'],
    matching: 'words',
  },
  year: {
    column: ofEdition(({ date }) => date?.slice(0, 4) ?? null),
    operator: null,
    matching: 'exact',
  },
  kind: {
    column: ({ segment }, kindsIn) => ({
      numbers: kindsIn(segment),
      start: null,
      size: documentKinds.length,
      valuesOf: (number) => documentKinds[number] ?? [],
    }),
    noteValue: 'note' satisfies DocumentKind,
    operator: null,
    matching: 'exact',
  },
} as const satisfies Readonly<Record<string, FacetDefinition>>

export type Facet = keyof typeof facets

export const facetNames = Object.keys(facets) as readonly Facet[]

export function facetDefinition(facet: Facet): FacetDefinition {
  return facets[facet]
}

/** Something for each facet. */
export function byFacet<Value>(make: (facet: Facet) => Value): Readonly<Record<Facet, Value>> {
  return Object.fromEntries(facetNames.map((facet) => [facet, make(facet)])) as Record<Facet, Value>
}

/**
 * A bit of its own for each name, to tell in one number which of them do not hold. Below zero stays free.
 * Throws a RangeError when there are more names than bits.
 */
export function bitsFor<Name extends string>(
  names: readonly Name[],
): Readonly<Record<Name, number>> {
  if (names.length > 31)
    throw new RangeError(`${String(names.length)} names need more than 31 bits`)
  return Object.fromEntries(names.map((name, at) => [name, 1 << at])) as Record<Name, number>
}

/** One bit for each choice that may fail for a document; `here`: only the open edition, `editions`: only these. */
export const choiceBit = bitsFor([...facetNames, 'here', 'editions', 'within'])
