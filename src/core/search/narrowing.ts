// Which documents are left when a query is narrowed: by operators that were typed, by values chosen in the facets, and to the
// edition that is open. All of it goes by numbers; no text is read.
import { fold } from '../dutch/fold.ts'
import type { Bookmarks } from './bookmarks.ts'
import { itemKeyOf, openingKey } from './compact/columns.ts'
import type { SegmentGroup } from './compact/segment.ts'
import type { SegmentSet, ShownSegment } from './compact/segment-set.ts'
import { groupMeets, hasWords, sourceTests, yearOf } from './criteria.ts'
import type { QueryFilter } from './query-language.ts'
import type { Criterion } from './query-operators.ts'
import type { DocumentKind, Facet, SearchRequest } from './search-types.ts'

/** One bit for each choice that may fail. */
export const failing = { series: 1, year: 2, section: 4, source: 8, kind: 16, here: 32 } as const

/** What the query itself leaves out; below zero, so that it is told from choices that fail. */
export const leftOut = -1

/** Where a document of the notes belongs: to an item, to an edition of which the item is gone, or nowhere (null). */
export interface ItemPlace {
  readonly part: ShownSegment
  readonly group: number
  /** -1 when the edition has no such item any more. */
  readonly document: number
}

export type Failures = (document: number) => number

export interface Narrowing {
  /** The choices that do not hold for an item or an opening, as bits of `failing`; or `leftOut`. Null when all hold for all. */
  itemFailures(part: ShownSegment): Failures | null
  /** The same for a note, which has the source, section, series and date of its item. */
  noteFailures(place: ItemPlace | null, edition: string): number
}

export type NarrowingChoices = Pick<SearchRequest, 'edition' | 'refine' | 'here'>

/** The item that a note is about. */
export function placeOfItem(items: SegmentSet, edition: string, item: string): ItemPlace | null {
  const place = items.find(edition)
  if (place === null) return null
  const { part, group } = place
  const key = itemKeyOf(item)
  const end = part.groupStart[group + 1] ?? 0
  for (let document = part.groupStart[group] ?? 0; document < end; document++)
    if (part.segment.columns.itemKey[document] === key) return { part, group, document }
  return { part, group, document: -1 }
}

export function createNarrowing(
  items: SegmentSet,
  filters: readonly QueryFilter[],
  { edition, refine, here }: NarrowingChoices,
  bookmarks: Bookmarks,
): Narrowing {
  const ofGroup = filters.filter(isOfGroup)
  const ofSection = filters.filter(({ criterion }) => criterion.kind === 'section')
  const ofSource = filters.filter(({ criterion }) => criterion.kind === 'source')
  const ofKind = filters.filter(isOfKind)
  const chosen = (facet: Facet): string | null => {
    const value = refine[facet]
    return value === undefined ? null : fold(value)
  }
  const refined = {
    ...{ series: chosen('series'), year: chosen('year'), section: chosen('section') },
    ...{ source: chosen('source'), kind: chosen('kind') },
  }

  function groupFailures(group: SegmentGroup | null, key: string): number {
    for (const { criterion, isExcluding } of ofGroup)
      if (groupMeets(criterion, group, key, edition) === isExcluding) return leftOut
    let failures = here && key !== edition ? failing.here : 0
    if (refined.series !== null && fold(group?.series ?? '') !== refined.series)
      failures |= failing.series
    if (refined.year !== null && yearOf(group) !== refined.year) failures |= failing.year
    return failures
  }

  function headingFailures(heading: string | null): number {
    for (const { criterion, isExcluding } of ofSection) {
      const meets = heading !== null && hasWords(heading, valueOf(criterion))
      if (meets === isExcluding) return leftOut
    }
    const fails = refined.section !== null && fold(heading ?? '') !== refined.section
    return fails ? failing.section : 0
  }

  /** By number of a source: the filters that it meets as bits, and above them whether it is the one that was chosen. */
  const chosenBit = 1 << ofSource.length
  const wanted = ofSource.reduce(
    (bits, { isExcluding }, at) => bits | (isExcluding ? 0 : 1 << at),
    0,
  )
  const unwanted = chosenBit - 1 - wanted
  function sourceBits(source: string): number {
    const isChosen = refined.source !== null && fold(source) === refined.source
    return meets.reduce(
      (bits, meet, at) => bits | (meet(source) ? 1 << at : 0),
      isChosen ? chosenBit : 0,
    )
  }
  function sourceFailures(bits: number): number {
    if ((bits & wanted) !== wanted || (bits & unwanted) !== 0) return leftOut
    return refined.source !== null && (bits & chosenBit) === 0 ? failing.source : 0
  }

  function kindFailures(kinds: readonly DocumentKind[]): number {
    for (const { criterion, isExcluding } of ofKind) {
      const kind = criterion.kind === 'in' && criterion.place === 'notes' ? 'note' : 'bookmark'
      if (kinds.includes(kind) === isExcluding) return leftOut
    }
    return refined.kind !== null && !kinds.some((kind) => kind === refined.kind) ? failing.kind : 0
  }

  const meets = sourceTests(
    ofSource.map(({ criterion }) => valueOf(criterion)),
    items,
  )
  function testerOf(part: ShownSegment, withKind: boolean): Failures | null {
    const { segment, groupOf } = part
    const { heading, headings, sourceStart, source, sources, itemKey } = segment.columns
    const needsGroup =
      here || ofGroup.length > 0 || refined.series !== null || refined.year !== null
    const ofGroups = needsGroup
      ? Int8Array.from(segment.groups, (group) => groupFailures(group, group.key))
      : null
    const needsHeading = ofSection.length > 0 || refined.section !== null
    const ofHeadings = needsHeading ? Int8Array.from([null, ...headings], headingFailures) : null
    const needsSource = ofSource.length > 0 || refined.source !== null
    const ofSources = needsSource ? Int32Array.from(sources, sourceBits) : null
    const needsKind = withKind && (ofKind.length > 0 || refined.kind !== null)
    const marked = needsKind ? bookmarks.of(segment) : null
    const ofKinds = kindsOfItem.map(kindFailures)
    if (!needsGroup && !needsHeading && !needsSource && !needsKind) return null
    return (document) => {
      let failures = ofGroups === null ? 0 : (ofGroups[groupOf[document] ?? 0] ?? 0)
      if (failures < 0) return leftOut
      if (ofHeadings !== null) {
        const more = ofHeadings[heading[document] ?? 0] ?? 0
        if (more < 0) return leftOut
        failures |= more
      }
      if (ofSources !== null) {
        let bits = 0
        const end = sourceStart[document + 1] ?? 0
        for (let at = sourceStart[document] ?? 0; at < end; at++)
          bits |= ofSources[source[at] ?? 0] ?? 0
        const more = sourceFailures(bits)
        if (more < 0) return leftOut
        failures |= more
      }
      if (marked !== null) {
        const isOpening = itemKey[document] === openingKey
        const more = ofKinds[(isOpening ? 1 : 0) + (marked[document] === 1 ? 2 : 0)] ?? 0
        if (more < 0) return leftOut
        failures |= more
      }
      return failures
    }
  }

  const noteTesters = new Map<ShownSegment, Failures | null>()
  return {
    itemFailures: (part) => testerOf(part, true),
    noteFailures(place, key) {
      const ofNote = kindFailures(['note'])
      if (ofNote < 0) return leftOut
      let ofItem: number
      if (place !== null && place.document >= 0) {
        let tester = noteTesters.get(place.part)
        if (tester === undefined)
          noteTesters.set(place.part, (tester = testerOf(place.part, false)))
        ofItem = tester?.(place.document) ?? 0
      } else {
        const group = place?.part.segment.groups[place.group] ?? null
        const parts = [groupFailures(group, key), headingFailures(null), sourceFailures(0)]
        ofItem = parts.includes(leftOut) ? leftOut : parts.reduce((bits, more) => bits | more, 0)
      }
      return ofItem < 0 ? leftOut : ofItem | ofNote
    },
  }
}

/** What an item or an opening is, with and without a bookmark. */
const kindsOfItem: readonly (readonly DocumentKind[])[] = [
  ['item'],
  ['opening'],
  ['item', 'bookmark'],
  ['opening', 'bookmark'],
]

function isOfGroup({ criterion: { kind, ...rest } }: QueryFilter): boolean {
  if (kind === 'in') return 'place' in rest && rest.place === 'here'
  return kind === 'series' || kind === 'after' || kind === 'before'
}

function isOfKind({ criterion }: QueryFilter): boolean {
  return criterion.kind === 'in' && criterion.place !== 'here'
}

function valueOf(criterion: Criterion): string {
  return 'value' in criterion ? criterion.value : ''
}
