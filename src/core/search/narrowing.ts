// Which documents are left when a query is narrowed: by operators that were typed, by values chosen in the facets, and to the
// edition that is open. It compares numbers of values only, and reads no text.
import { fold } from '../dutch/fold.ts'
import type { Bookmarks } from './bookmarks.ts'
import { itemKeyOf } from './compact/columns.ts'
import type { SegmentGroup } from './compact/segment.ts'
import type { GroupLocation, SegmentSet, ShownSegment } from './compact/segment-set.ts'
import { choiceBit, facetDefinition, facetNames, type Facet, type FacetColumn } from './facets.ts'
import type { QueryFilter } from './query-language.ts'
import type { Criterion } from './query-operators.ts'
import type { SearchRequest } from './search-types.ts'
import { valueMatching } from './value-matching.ts'

/** A document that an operator leaves out. It is below zero, and so no combination of `choiceBit`. */
export const rejected = -1

/** Where the item of a note is; of an item that is gone, its edition. */
export interface ItemLocation extends GroupLocation {
  /** -1 when the edition has no such item any more. */
  readonly document: number
}

/** The choices that do not hold for a document, as bits of `choiceBit`; or `rejected`. */
export type FailedChoices = (document: number) => number

export interface Narrowing {
  /** For items and openings; null when all choices hold for all of them. */
  ofItems(part: ShownSegment): FailedChoices | null
  /** For a note. Most of its values are those of its item; the location is null when the edition is gone. */
  ofNote(location: ItemLocation | null, edition: string): number
}

export type FacetChoices = Pick<SearchRequest, 'edition' | 'refine' | 'here' | 'editions'>

/** The item that a note is about; null when its edition is not in the library. */
export function locateItem(items: SegmentSet, edition: string, item: string): ItemLocation | null {
  const location = items.find(edition)
  if (location === null) return null
  const { part, group } = location
  const key = itemKeyOf(item)
  const end = part.groupStart[group + 1] ?? 0
  for (let document = part.groupStart[group] ?? 0; document < end; document++)
    if (part.segment.columns.itemKey[document] === key) return { part, group, document }
  return { part, group, document: -1 }
}

export function createNarrowing(
  items: SegmentSet,
  filters: readonly QueryFilter[],
  { edition, refine, here, editions }: FacetChoices,
  bookmarks: Bookmarks,
): Narrowing {
  const columnOf = (facet: Facet, part: ShownSegment): FacetColumn =>
    facetDefinition(facet).column(part, bookmarks.kindsIn)
  function* valuesOf(facet: Facet): Generator<string> {
    for (const part of items.parts) {
      const { size, valuesOf } = columnOf(facet, part)
      for (let number = 0; number < size; number++) yield* valuesOf(number)
    }
  }
  const tests = facetNames.flatMap(
    (facet) => createFacetTest(facet, filters, refine[facet], () => valuesOf(facet)) ?? [],
  )
  const noteTests = tests.filter(({ noteValue }) => noteValue !== undefined)
  const testsByItem = tests.filter(({ noteValue }) => noteValue === undefined)

  const editionFilters = filters.filter(({ criterion }) => criterion.kind !== 'facet')
  const asksOfEditions = here || editions !== undefined || editionFilters.length > 0
  const named = new Set(editions?.ids)
  const areLeftOut = editions?.areLeftOut ?? true
  function editionOutcome(group: SegmentGroup | null, key: string): number {
    const isLeft = editionFilters.every(
      ({ criterion, isExcluding }) =>
        editionMeets(criterion, group, key === edition) !== isExcluding,
    )
    if (!isLeft) return rejected
    const hereBit = here && key !== edition ? choiceBit.here : 0
    return named.has(key) === areLeftOut ? hereBit | choiceBit.editions : hereBit
  }

  /** A value is looked at once for each segment, however many documents have it. */
  function testPart(part: ShownSegment, tests: readonly FacetTest[]): FailedChoices | null {
    const lookups = new Map<FacetColumn['numbers'], Int32Array>()
    if (asksOfEditions) {
      const { groups } = part.segment
      const outcomes = Int32Array.from(groups, (group) => editionOutcome(group, group.key))
      lookups.set(part.groupOf, outcomes)
    }
    const multiValued: MultiValuedTest[] = []
    for (const { facet, bitsOf, outcomeOf } of tests) {
      const { numbers, start, size, valuesOf } = columnOf(facet, part)
      const bits = Int32Array.from({ length: size }, (_, number) => bitsOf(valuesOf(number)))
      if (start !== null) multiValued.push({ numbers, start, bits, outcomeOf })
      else {
        const before = lookups.get(numbers)
        const outcomes = bits.map((one, number) =>
          combined([outcomeOf(one), before?.[number] ?? 0]),
        )
        lookups.set(numbers, outcomes)
      }
    }
    return lookups.size + multiValued.length === 0
      ? null
      : createTester(
          Array.from(lookups, ([numbers, outcomes]) => ({ numbers, outcomes })),
          multiValued,
        )
  }

  const testersOfNotes = new Map<ShownSegment, FailedChoices | null>()
  function testNotesOf(part: ShownSegment): FailedChoices | null {
    let tester = testersOfNotes.get(part)
    if (tester === undefined) testersOfNotes.set(part, (tester = testPart(part, testsByItem)))
    return tester
  }

  /** A note of an item that is gone has the values of its edition, if that is there. */
  function withoutItem(location: GroupLocation | null, edition: string): number {
    const group = location?.part.segment.groups[location.group] ?? null
    return combined([
      asksOfEditions ? editionOutcome(group, edition) : 0,
      ...testsByItem.map(({ facet, bitsOf, outcomeOf }) => {
        if (location === null) return outcomeOf(0)
        const { numbers, valuesOf } = columnOf(facet, location.part)
        const isOfEdition = numbers === location.part.groupOf
        return outcomeOf(isOfEdition ? bitsOf(valuesOf(location.group)) : 0)
      }),
    ])
  }

  return {
    ofItems: (part) => testPart(part, tests),
    ofNote(location, edition) {
      const own = noteTests.map(({ noteValue = '', bitsOf, outcomeOf }) =>
        outcomeOf(bitsOf([noteValue])),
      )
      const ofItem =
        location !== null && location.document >= 0
          ? (testNotesOf(location.part)?.(location.document) ?? 0)
          : withoutItem(location, edition)
      return combined([...own, ofItem])
    },
  }
}

/** @param group null when the edition is gone */
function editionMeets(criterion: Criterion, group: SegmentGroup | null, isOpen: boolean): boolean {
  if (criterion.kind === 'facet') return true
  if (criterion.kind === 'here') return isOpen
  const date = group?.date ?? null
  if (date === null) return false
  // An edition of a month or a year begins with its first day.
  const day = date + '0000-01-01'.slice(date.length)
  return criterion.kind === 'after' ? day >= criterion.day : day < criterion.day
}

/** What the operators and the choice of one facet ask of a document. */
interface FacetTest {
  readonly facet: Facet
  readonly noteValue: string | undefined
  /** Which of it is met by some values, as bits. */
  readonly bitsOf: (values: readonly string[]) => number
  /** Given the bits of all values of a document: `rejected`, the facet's bit of `choiceBit`, or 0 when all is met. */
  readonly outcomeOf: (bits: number) => number
}

/** Null when nothing is asked. */
function createFacetTest(
  facet: Facet,
  filters: readonly QueryFilter[],
  chosen: string | undefined,
  known: () => Iterable<string>,
): FacetTest | null {
  const ofFacet = filters.flatMap(({ criterion, isExcluding }) =>
    criterion.kind === 'facet' && criterion.facet === facet
      ? [{ value: criterion.value, isExcluding }]
      : [],
  )
  if (ofFacet.length === 0 && chosen === undefined) return null
  const areMeant = valueMatching(facet).createTests(
    ofFacet.map(({ value }) => value),
    known,
  )
  const wanted = ofFacet.reduce((bits, one, at) => bits | (one.isExcluding ? 0 : 1 << at), 0)
  const chosenBit = 1 << ofFacet.length
  const unwanted = chosenBit - 1 - wanted
  const foldedChoice = chosen === undefined ? null : fold(chosen)
  return {
    facet,
    noteValue: facetDefinition(facet).noteValue,
    bitsOf: (values) =>
      values.reduce((bits, value) => {
        const isChosen = foldedChoice !== null && fold(value) === foldedChoice
        const choice = isChosen ? chosenBit : 0
        return areMeant.reduce(
          (all, isMeant, at) => all | (isMeant(value) ? 1 << at : 0),
          bits | choice,
        )
      }, 0),
    outcomeOf(bits) {
      if ((bits & wanted) !== wanted || (bits & unwanted) !== 0) return rejected
      return foldedChoice !== null && (bits & chosenBit) === 0 ? choiceBit[facet] : 0
    },
  }
}

interface Lookup {
  readonly numbers: FacetColumn['numbers']
  /** By number. */
  readonly outcomes: Int32Array
}

interface MultiValuedTest extends Pick<FacetTest, 'outcomeOf'> {
  readonly numbers: FacetColumn['numbers']
  readonly start: Uint32Array
  /** By number (`bitsOf`). */
  readonly bits: Int32Array
}

function createTester(
  lookups: readonly Lookup[],
  multiValued: readonly MultiValuedTest[],
): FailedChoices {
  return (document) => {
    let failed = 0
    for (const { numbers, outcomes } of lookups) {
      const outcome = outcomes[numbers[document] ?? 0] ?? 0
      if (outcome < 0) return rejected
      failed |= outcome
    }
    for (const { numbers, start, bits, outcomeOf } of multiValued) {
      let ofDocument = 0
      const end = start[document + 1] ?? 0
      for (let at = start[document] ?? 0; at < end; at++) ofDocument |= bits[numbers[at] ?? 0] ?? 0
      const outcome = outcomeOf(ofDocument)
      if (outcome < 0) return rejected
      failed |= outcome
    }
    return failed
  }
}

function combined(outcomes: readonly number[]): number {
  return outcomes.includes(rejected) ? rejected : outcomes.reduce((all, one) => all | one, 0)
}
