// Several segments become one, without the texts being analysed again.
import TinyQueue from 'tinyqueue'
import { indexFields } from '../index-definition.ts'
import { createColumns, rowOf, type Columns } from './columns.ts'
import { packSeams } from './pack-segment.ts'
import { numbersFor } from './numbers.ts'
import { seamsOfTerm, type Segment, type SegmentGroup } from './segment.ts'

export interface MergedPart {
  readonly segment: Segment
  /** By group: 1 when it goes along. */
  readonly alive: Uint8Array
}

/** So much is merged or gone through before the caller may do something else: a millisecond or two. */
const aTurn = { postings: 20_000, terms: 500, documents: 2_000 }

/**
 * The groups that are alive, in the order of the parts, as one segment. Yields now and then, so that whoever merges while
 * answering can answer in between; the value that it returns is the segment. What dies meanwhile is still in it.
 */
export function* mergeSegments(parts: readonly MergedPart[]): Generator<void, Segment> {
  const numbering = renumber(parts)
  const { documentCount } = numbering
  const hasListedSeams = parts.every(
    ({ segment, alive }) => segment.hasListedSeams || !alive.includes(1),
  )
  const terms: string[] = []
  const seams = new Map<string, readonly number[]>()
  const postingsAtMost = parts.reduce((sum, { segment }) => sum + segment.postingCount.length, 0)
  const entriesAtMost = parts.reduce((sum, { segment }) => sum + segment.entryField.length, 0)
  const entryStart: number[] = []
  const entryField = new Uint8Array(entriesAtMost)
  const postingStart = new Uint32Array(entriesAtMost + 1)
  const postingDocument = numbersFor(documentCount, postingsAtMost)
  const postingCount = new Uint8Array(postingsAtMost)
  let entry = 0
  let posting = 0

  let next = { posting: aTurn.postings, term: aTurn.terms }
  let turn = 0
  for (const holders of termsOf(parts)) {
    turn++
    if (posting > next.posting || turn > next.term) {
      next = { posting: posting + aTurn.postings, term: turn + aTurn.terms }
      yield
    }
    const firstEntry = entry
    for (let field = 0; field < indexFields.length; field++) {
      const firstPosting = posting
      for (const { part, segment, place } of holders) {
        const now = numbering.ofPart[part]
        const end = segment.entryStart[place + 1] ?? 0
        for (let old = segment.entryStart[place] ?? 0; old < end; old++) {
          if (segment.entryField[old] !== field) continue
          const last = segment.postingStart[old + 1] ?? 0
          for (let at = segment.postingStart[old] ?? 0; at < last; at++) {
            const document = now?.[segment.postingDocument[at] ?? 0] ?? -1
            if (document < 0) continue
            postingDocument[posting] = document
            postingCount[posting] = segment.postingCount[at] ?? 0
            posting++
          }
        }
      }
      if (posting === firstPosting) continue
      entryField[entry] = field
      postingStart[entry] = firstPosting
      entry++
    }
    if (entry > firstEntry) {
      const [{ term }] = holders
      terms.push(term)
      entryStart.push(firstEntry)
      const found = latestSeams(holders)
      if (found !== null) seams.set(term, found)
    }
  }
  entryStart.push(entry)
  postingStart[entry] = posting
  yield
  return {
    terms,
    groups: numbering.groups,
    documentCount,
    hasListedSeams,
    entryStart: Uint32Array.from(entryStart),
    entryField: entryField.slice(0, entry),
    postingStart: postingStart.slice(0, entry + 1),
    postingDocument: postingDocument.slice(0, posting),
    postingCount: postingCount.slice(0, posting),
    fieldLength: mergeLengths(parts, numbering),
    ...packSeams(terms, seams),
    columns: yield* mergeColumns(parts, numbering),
    read: (document) => {
      const { part, number } = numbering.origin(document)
      return part.segment.read(number)
    },
  }
}

interface Numbering {
  readonly groups: readonly SegmentGroup[]
  readonly documentCount: number
  /** By part, the new number of each document; -1 when it stays behind. */
  readonly ofPart: readonly Int32Array[]
  /** Where a document of that new number comes from. */
  readonly origin: (document: number) => { readonly part: MergedPart; readonly number: number }
}

function renumber(parts: readonly MergedPart[]): Numbering {
  const groups: SegmentGroup[] = []
  const runs: { part: MergedPart; from: number; start: number }[] = []
  let next = 0
  const ofPart = parts.map((part) => {
    const { segment, alive } = part
    const numbers = new Int32Array(segment.documentCount).fill(-1)
    let document = 0
    for (const [index, group] of segment.groups.entries()) {
      if (alive[index] === 1) {
        groups.push(group)
        runs.push({ part, from: document, start: next })
        for (let count = 0; count < group.documents; count++) numbers[document + count] = next++
      }
      document += group.documents
    }
    return numbers
  })
  return {
    groups,
    documentCount: next,
    ofPart,
    origin(document) {
      let low = 0
      let high = runs.length
      while (low < high) {
        const middle = (low + high) >> 1
        if ((runs[middle]?.start ?? 0) <= document) low = middle + 1
        else high = middle
      }
      const run = runs[low - 1]
      if (run === undefined || document >= next) {
        throw new RangeError(`there is no document ${String(document)}`)
      }
      return { part: run.part, number: run.from + document - run.start }
    },
  }
}

/** Where one of the parts is in its terms. */
interface Cursor {
  readonly part: number
  readonly segment: Segment
  /** The number of its next term, and the term. */
  readonly place: number
  readonly term: string
}

/** Each term once, in order, with where it stands in the parts that hold it, in their order. */
function* termsOf(parts: readonly MergedPart[]): Generator<readonly [Cursor, ...Cursor[]], void> {
  const queue = new TinyQueue<Cursor>([], (one, other) =>
    one.term === other.term ? one.part - other.part : one.term < other.term ? -1 : 1,
  )
  const advance = (part: number, segment: Segment, place: number): void => {
    const term = segment.terms[place]
    if (term !== undefined) queue.push({ part, segment, place, term })
  }
  for (const [part, { segment }] of parts.entries()) advance(part, segment, 0)
  for (let first = queue.pop(); first !== undefined; first = queue.pop()) {
    const holders: [Cursor, ...Cursor[]] = [first]
    for (let next = queue.peek(); next?.term === first.term; next = queue.peek()) {
      holders.push(next)
      queue.pop()
    }
    for (const { part, segment, place } of holders) advance(part, segment, place + 1)
    yield holders
  }
}

/** The seams that were found last: by then the library knew more words. */
function latestSeams(holders: readonly Cursor[]): readonly number[] | null {
  for (const { segment, place } of holders.toReversed()) {
    const seams = seamsOfTerm(segment, place)
    if (seams !== null) return seams
  }
  return null
}

function mergeLengths(
  parts: readonly MergedPart[],
  { documentCount, ofPart }: Numbering,
): Uint16Array {
  const fields = indexFields.length
  const lengths = new Uint16Array(documentCount * fields)
  for (const [number, { segment }] of parts.entries()) {
    for (const [old, now] of (ofPart[number] ?? []).entries()) {
      if (now < 0) continue
      lengths.set(segment.fieldLength.subarray(old * fields, (old + 1) * fields), now * fields)
    }
  }
  return lengths
}

function* mergeColumns(
  parts: readonly MergedPart[],
  { ofPart }: Numbering,
): Generator<void, Columns> {
  const columns = createColumns()
  let done = 0
  for (const [number, { segment }] of parts.entries()) {
    for (const [old, now] of (ofPart[number] ?? []).entries()) {
      if (now < 0) continue
      columns.add(rowOf(segment.columns, old))
      if (++done % aTurn.documents === 0) yield
    }
  }
  return columns.finish()
}

/** What a generator returns, when nothing else is to be done in between. */
export function runToEnd<Value>(steps: Generator<void, Value>): Value {
  for (;;) {
    const step = steps.next()
    if (step.done === true) return step.value
  }
}
