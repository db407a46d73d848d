// What the window may ask of the library: the bundled edition stands in it among those that were added.
import type { DesktopCalls } from '#core/desktop-api'
import type { PackageOutcome, WriteOutcome } from '#core/desktop/transfer'
import type { EditionBundle } from '#core/edition/edition'
import { hasHiddenCharacters } from '#core/edition/hidden-characters'
import { longestName } from '#core/edition/manifest'
import { shownName } from '#core/edition/shown-name'
import { entryOf, type EditionMark } from '#core/library/library-entry'
import {
  writeFaultOf,
  type EditionLibrary,
  type RemoveOutcome,
  type RestoreOutcome,
} from './edition-library.ts'
import { markOf } from './library/kept-source.ts'
import type { Runs } from './import/runs.ts'
import type { OpenEdition } from './open-edition.ts'
import { writeWhole } from './write-whole.ts'

export interface LibraryParts {
  readonly library: EditionLibrary
  readonly editions: OpenEdition
  /** An edition takes the place of the one that is open. */
  readonly show: (bundle: EditionBundle) => void
  /** A path of the reader's choice for a package, or null when they changed their mind. */
  readonly askWhereToSave: (edition: EditionBundle) => Promise<string | null>
  /** Work that is told of when it takes long, and can be cancelled. */
  readonly start: Runs['start']
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
      const isListed = entries.some(({ id }) => id === bundled?.edition.id)
      if (bundled === null || isListed) return { entries, damaged }
      return {
        entries: [...entries, entryOf(bundled, withTheProgram, markOf(null, null))],
        damaged,
      }
    },
    async open(id) {
      const bundle = await editions.find(id)
      if (bundle === null) {
        const isKnown = library.list().damaged.some((edition) => edition.id === id)
        return { ok: false, reason: isKnown ? 'damaged' : 'missing' }
      }
      parts.show(bundle)
      return { ok: true, bundle }
    },
    maker: () => editions.maker(),
    remove: (id) => Promise.resolve(told(library.remove(id))),
    restore: (id) => Promise.resolve(told(library.restore(id))),
    async exportPackage(id) {
      const bundle = await editions.find(id)
      if (bundle === null) return { ok: false, reason: 'failed' }
      if (bundle.edition.date === null) return { ok: false, reason: 'no-date' }
      const file = await parts.askWhereToSave(bundle)
      if (file === null) return { ok: false, reason: 'cancelled' }
      return parts.start(({ signal }, at) => {
        at({ done: 0, all: 1 })
        return exportTo(file, bundle, library, signal)
      })
    },
  }
}

/**
 * A package made here is the reader's own, unless somebody else published the edition: then it goes out under the name and
 * serial that it came in with, since a mending here is no new issue of theirs.
 */
async function exportTo(
  file: string,
  bundle: EditionBundle,
  library: EditionLibrary,
  signal: AbortSignal,
): Promise<PackageOutcome> {
  const { id } = bundle.edition
  // Not needed for the first text.
  const { writePackage } = await import('./packages/write-package.ts')
  const entry = library.list().entries.find((one) => one.id === id)
  const images = entry === undefined ? [] : library.images(id)
  if (images === null) return { ok: false, reason: 'failed' }
  const { edition: issued, notes } = asIssued(
    bundle,
    entry?.origin === 'package' ? entry.issue : null,
  )
  const series =
    issued.series === null ? null : asName(issued.series, issued.id).slice(0, longestName)
  const edition = { ...issued, series, title: asName(issued.title, issued.id) }
  const publisher = asName(entry?.publisher ?? series ?? edition.title, id).slice(0, longestName)
  return writeWhole(file, await writePackage({ publisher, edition, notes, images }), signal)
}

/** As a package may hold it: text that was pasted can have characters that no name should. */
function asName(text: string, otherwise: string): string {
  return hasHiddenCharacters(text) ? (shownName(text)?.text ?? otherwise) : text
}

function asIssued(bundle: EditionBundle, issue: EditionMark['issue']): EditionBundle {
  if (issue === null) return bundle
  const { edition: id, serial: revision } = issue
  return {
    ...bundle,
    edition: { ...bundle.edition, id, revision },
    notes: bundle.notes === null ? null : { ...bundle.notes, edition: id },
  }
}

function told(outcome: RemoveOutcome | RestoreOutcome): WriteOutcome {
  return outcome.ok ? { ok: true } : { ok: false, reason: writeFaultOf(outcome.reason) }
}
