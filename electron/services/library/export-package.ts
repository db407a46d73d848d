// Writes an edition as a package that another program can add.
import type { ExportOutcome } from '#core/desktop/transfer'
import type { EditionBundle } from '#core/edition/edition'
import { hasHiddenCharacters } from '#core/edition/hidden-characters'
import { longestName } from '#core/edition/manifest'
import { shownName } from '#core/edition/shown-name'
import type { EditionMark } from '#core/library/library-entry'
import { writeWhole } from '../program/write-whole.ts'
import type { EditionLibrary } from './edition-library.ts'

/**
 * The package has the reader as its publisher, unless the edition came as a package: that one goes out under the name and
 * serial it came with, since a mending here is no new issue of its publisher.
 * @param bundle an edition of the library or the bundled one; it must have a date
 */
export async function exportPackage(
  library: EditionLibrary,
  bundle: EditionBundle,
  file: string,
  signal: AbortSignal,
): Promise<ExportOutcome> {
  const { id } = bundle.edition
  // Loaded only now: the first text does not need it.
  const { writePackage } = await import('../packages/write-package.ts')
  const { fitPictures } = await import('../packages/package-pictures.ts')
  const entry = library.list().entries.find((one) => one.id === id)
  const images = entry === undefined ? [] : library.images(id)
  if (images === null || !fitPictures(bundle.edition, images))
    return { ok: false, reason: 'failed' }
  const issue = entry?.origin === 'package' ? entry.issue : null
  const { edition: issued, notes } = withIssue(bundle, issue)
  const series =
    issued.series === null ? null : toName(issued.series, issued.id).slice(0, longestName)
  const edition = { ...issued, series, title: toName(issued.title, issued.id) }
  const publisher = toName(entry?.publisher ?? series ?? edition.title, id).slice(0, longestName)
  return writeWhole(file, await writePackage({ publisher, edition, notes, images }), signal)
}

/** What a reader typed can have hidden characters, which a package may not have in a name. */
function toName(text: string, otherwise: string): string {
  return hasHiddenCharacters(text) ? (shownName(text)?.text ?? otherwise) : text
}

/** With the id and the serial of the package that the edition came from. */
function withIssue(bundle: EditionBundle, issue: EditionMark['issue']): EditionBundle {
  if (issue === null) return bundle
  const { edition: id, serial: revision } = issue
  return {
    ...bundle,
    edition: { ...bundle.edition, id, revision },
    notes: bundle.notes === null ? null : { ...bundle.notes, edition: id },
  }
}
