import type { DesktopCalls, OpenOutcome } from '#core/desktop-api'
import type { WriteOutcome } from '#core/desktop/transfer'
import { entryOf } from '#core/library/library-entry'
import type { EditionImport } from '../adding/edition-import.ts'
import type { OpenEdition } from '../editions/open-edition.ts'
import { writeFaultOf, type EditionLibrary } from '../library/edition-library.ts'
import type { RemoveOutcome, RestoreOutcome } from '../library/removing.ts'
import type { LibraryPresence } from '../library/gone-library.ts'
import { exportPackage } from '../library/export-package.ts'
import { markOf } from '../library/kept-source.ts'

export interface LibraryParts {
  readonly library: EditionLibrary
  readonly presence: Pick<LibraryPresence, 'gone'>
  readonly editions: OpenEdition
  readonly imports: Pick<EditionImport, 'runTask'>
  /** Null when the reader closes the dialog. */
  readonly askWhereToSavePackage: (edition: string) => Promise<string | null>
}

/** The bundled edition was never added: this moment puts it before all that were. */
const bundledProvenance = {
  origin: 'bundled',
  publisher: null,
  reviewed: true,
  added: '1970-01-01T00:00:00.000Z',
} as const

export function createLibraryCalls(parts: LibraryParts): DesktopCalls['library'] {
  const { library, editions } = parts
  const { gone } = parts.presence

  async function read(id: string): Promise<OpenOutcome> {
    const bundle = await editions.find(id)
    if (bundle !== null) return { ok: true, bundle }
    const isKnown = library.list().damaged.some((edition) => edition.id === id)
    return { ok: false, reason: isKnown ? 'damaged' : 'missing' }
  }

  return {
    async list() {
      const { entries, damaged } = library.list()
      const removed = library.countRemoved()
      const bundled = await editions.bundled()
      const isListed = entries.some(({ id }) => id === bundled?.edition.id)
      if (bundled === null || isListed) return { entries, damaged, removed, gone }
      const own = entryOf(bundled, bundledProvenance, markOf(null, null))
      return { entries: [...entries, own], damaged, removed, gone }
    },
    async open(id) {
      const outcome = await read(id)
      if (outcome.ok) editions.show(outcome.bundle, true)
      return outcome
    },
    read,
    maker: () => editions.maker(),
    remove: (id) => Promise.resolve(toWriteOutcome(library.remove(id))),
    restore: (id) => Promise.resolve(toWriteOutcome(library.restore(id))),
    removed: (count) => Promise.resolve(library.listRemoved(count)),
    putBack: (file) => Promise.resolve(library.putBack(file)),
    async exportPackage(id) {
      const bundle = await editions.find(id)
      if (bundle === null) return { ok: false, reason: 'failed' }
      if (bundle.edition.date === null) return { ok: false, reason: 'no-date' }
      const file = await parts.askWhereToSavePackage(id)
      if (file === null) return { ok: false, reason: 'cancelled' }
      return parts.imports.runTask(({ signal }, report) => {
        report({ done: 0, all: 1 })
        return exportPackage(library, bundle, file, signal)
      })
    },
  }
}

function toWriteOutcome(outcome: RemoveOutcome | RestoreOutcome): WriteOutcome {
  return outcome.ok ? { ok: true } : { ok: false, reason: writeFaultOf(outcome.reason) }
}
