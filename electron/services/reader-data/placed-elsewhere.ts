// What became of highlights in revised editions that are not open.
import { setImmediate as nextTurn } from 'node:timers/promises'
import type { Highlight } from '#core/annotations/annotation'
import { byKind, isAnnotation } from '#core/annotations/kinds'
import { placementsIn, type Placements } from '#core/annotations/placements-in'
import type { EditionBundle } from '#core/edition/edition'
import { groupBy } from '#core/group-by'
import type { LibraryEntry } from '#core/library/library-entry'
import type { ReaderRecord } from '#core/reader-data/reader-record'

export interface PlacedElsewhereParts {
  readonly records: () => readonly ReaderRecord[]
  readonly entries: () => readonly Pick<LibraryEntry, 'id' | 'revision'>[]
  /** Null for an edition that cannot be read. */
  readonly read: (id: string) => Promise<EditionBundle | null>
}

interface Known {
  readonly revision: number
  readonly highlights: readonly Highlight[]
  readonly placements: Placements
}

/** Each call reads what is not known yet, one edition at a time. A first revision is as it was when it was marked. */
export function createPlacedElsewhere({ records, entries, read }: PlacedElsewhereParts) {
  let known: ReadonlyMap<string, Known> = new Map()

  async function placed(id: string, revision: number, highlights: readonly Highlight[]) {
    const before = known.get(id)
    const isSame =
      before?.revision === revision &&
      before.highlights.length === highlights.length &&
      before.highlights.every((one, at) => one === highlights[at])
    if (isSame) return before
    await nextTurn()
    const bundle = await read(id)
    if (bundle === null) return null
    return { revision, highlights, placements: placementsIn(bundle, highlights) }
  }

  return async (): Promise<Placements> => {
    const marked = groupBy(
      byKind(records().filter((record) => isAnnotation(record))).highlight,
      ({ edition }) => edition,
    )
    const next = new Map<string, Known>()
    for (const { id, revision } of entries()) {
      const highlights = marked.get(id)
      if (revision < 2 || highlights === undefined) continue
      const found = await placed(id, revision, highlights)
      if (found !== null) next.set(id, found)
    }
    known = next
    return new Map([...next.values()].flatMap(({ placements }) => [...placements]))
  }
}
