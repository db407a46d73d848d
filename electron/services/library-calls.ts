// What the window may ask of the library: the bundled edition stands in it among those that were added.
import type { DesktopCalls, ExportOutcome, WriteFault } from '#core/desktop-api'
import type { EditionBundle } from '#core/edition/edition'
import { entryOf, type LibraryEntry } from '#core/library/library-entry'
import type { EditionLibrary } from './edition-library.ts'
import type { OpenEdition } from './open-edition.ts'
import { writeWhole } from './write-whole.ts'

export interface LibraryParts {
  readonly library: EditionLibrary
  readonly editions: OpenEdition
  /** An edition takes the place of the one that is open, in the search too. */
  readonly show: (bundle: EditionBundle) => Promise<void>
  /** A path of the reader's choice for a package, or null when they changed their mind. */
  readonly askWhereToSave: (edition: EditionBundle) => Promise<string | null>
}

/** The bundled edition was never added, so it has no moment: it stands before all that were. */
const withTheProgram = {
  origin: 'bundled',
  publisher: null,
  reviewed: true,
  added: '1970-01-01T00:00:00.000Z',
} as const

export function createLibraryCalls(parts: LibraryParts): DesktopCalls['library'] {
  const { library, editions } = parts

  return {
    async list() {
      const { entries, damaged } = library.list()
      const bundled = await editions.bundled()
      const isListed = (id: string): boolean =>
        entries.some((entry: LibraryEntry) => entry.id === id)
      if (bundled === null || isListed(bundled.edition.id)) return { entries, damaged }
      return { entries: [...entries, entryOf(bundled, withTheProgram)], damaged }
    },
    async open(id) {
      const bundle = await editions.find(id)
      if (bundle === null) {
        const isKnown = library.list().damaged.some((edition) => edition.id === id)
        return { ok: false, reason: isKnown ? 'damaged' : 'missing' }
      }
      await parts.show(bundle)
      return { ok: true, bundle }
    },
    remove(id) {
      const outcome = library.remove(id)
      return Promise.resolve(
        outcome.ok ? { ok: true } : { ok: false, reason: faultOf(outcome.reason) },
      )
    },
    restore(id) {
      const outcome = library.restore(id)
      return Promise.resolve(
        outcome.ok ? { ok: true } : { ok: false, reason: faultOf(outcome.reason) },
      )
    },
    async exportPackage(id) {
      const bundle = await editions.find(id)
      if (bundle === null) return { ok: false, reason: 'failed' }
      const file = await parts.askWhereToSave(bundle)
      return file === null ? { ok: false, reason: 'cancelled' } : exportTo(file, bundle, library)
    },
  }
}

/** A package made here is the reader's own, unless somebody else published the edition. */
async function exportTo(
  file: string,
  { edition, notes }: EditionBundle,
  library: EditionLibrary,
): Promise<ExportOutcome> {
  // Not needed for the first text.
  const { writePackage } = await import('./packages/write-package.ts')
  const entry = library.list().entries.find(({ id }) => id === edition.id)
  const publisher = entry?.publisher ?? edition.series ?? edition.title
  return writeWhole(file, await writePackage({ publisher, edition, notes, images: [] }))
}

function faultOf(reason: string): WriteFault {
  return reason === 'disk-full' || reason === 'read-only' ? reason : 'failed'
}
