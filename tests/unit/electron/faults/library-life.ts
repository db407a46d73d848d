// The life of a library as the fault tests know it: editions come, come again as a new revision, are removed and brought back.
// Each step follows from its number, and what the library must then hold is told as simply as possible.
import { isDeepStrictEqual } from 'node:util'
import type { EditionLibrary } from '../../../../electron/services/library/edition-library.ts'
import type { PackageFile } from '../../../../electron/services/packages/read-package.ts'
import type { EditionBundle } from '../../../../src/core/edition/edition.ts'
import { libraryProvenance, makeEdition } from '../../../fixtures/make-library.ts'

export interface Step {
  readonly kind: 'add' | 'remove' | 'restore' | 'put-back'
  readonly id: string
  /** Of the edition that is added. */
  readonly revision: number
}

/** Edition id → the revision that is shown, if any, and those that were put away. */
export type Holdings = ReadonlyMap<
  string,
  { readonly shown: number | null; readonly removed: readonly number[] }
>

const kinds = ['add', 'add', 'remove', 'restore', 'put-back'] as const
const editions = 5

/** Five steps for an edition, then for the next one; when all had theirs the first comes in again. */
export function libraryStep(number: number): Step {
  const turn = Math.floor(number / kinds.length)
  const revision = 2 * Math.floor(turn / editions) + 1 + (number % kinds.length)
  return { kind: kinds[number % kinds.length] ?? 'add', id: `editie-${turn % editions}`, revision }
}

/** Puts back the oldest revision that was put away. */
function putBackOldest(library: EditionLibrary, id: string) {
  const rows = library.listRemoved(1_000).rows.filter((row) => row.id === id)
  const oldest = rows.reduce<(typeof rows)[number] | null>(
    (least, row) => (least === null || row.revision < least.revision ? row : least),
    null,
  )
  return library.putBack(oldest?.file ?? '')
}

export function takeStep(library: EditionLibrary, { kind, id, revision }: Step, items?: number) {
  if (kind === 'remove') return library.remove(id)
  if (kind === 'restore') return library.restore(id)
  if (kind === 'put-back') return putBackOldest(library, id)
  return library.add(bundleFor(id, revision, items), libraryProvenance, {
    source: null,
    images: imagesFor(id, revision),
  })
}

/** What is held after a step that went well. */
export function afterStep(holdings: Holdings, { kind, id, revision }: Step): Holdings {
  const { shown, removed } = holdings.get(id) ?? { shown: null, removed: [] }
  const away = shown === null ? removed : [...removed, shown]
  if (kind === 'add') return new Map(holdings).set(id, { shown: revision, removed: away })
  if (kind === 'remove') return new Map(holdings).set(id, { shown: null, removed: away })
  const back = kind === 'restore' ? Math.max(...removed) : Math.min(...removed)
  return new Map(holdings).set(id, {
    shown: back,
    removed: away.filter((one) => one !== back),
  })
}

/** Whether the library holds exactly this: by its list, and by every text. */
export function holds(library: EditionLibrary, holdings: Holdings, items?: number): boolean {
  const shown = [...holdings].flatMap(([id, { shown }]) => (shown === null ? [] : [{ id, shown }]))
  const { entries, damaged } = library.list()
  const listed = new Map(entries.map(({ id, title }) => [id, title]))
  return (
    damaged.length === 0 &&
    listed.size === shown.length &&
    shown.every(({ id, shown }) => {
      const expected = bundleFor(id, shown, items)
      const opened = library.open(id)
      return (
        listed.get(id) === expected.edition.title &&
        opened.ok &&
        isDeepStrictEqual(opened.bundle, expected) &&
        isDeepStrictEqual(library.images(id)?.map(asText), imagesFor(id, shown).map(asText))
      )
    })
  )
}

/** Two of three revisions have images, and each has others. */
function imagesFor(id: string, revision: number): PackageFile[] {
  return Array.from({ length: revision % 3 }, (_, index) => ({
    path: `images/${String(index)}.png`,
    bytes: Buffer.from(`${id}@${String(revision)}`.repeat(20)),
  }))
}

function asText({ path, bytes }: PackageFile): string {
  return `${path} ${Buffer.from(bytes).toString()}`
}

/** An edition of which every revision has another text. */
function bundleFor(id: string, revision: number, items = 2): EditionBundle {
  const bundle = makeEdition(revision, { items })
  return { ...bundle, edition: { ...bundle.edition, id, revision } }
}
