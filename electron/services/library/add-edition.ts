// Adds editions to the library: each is written beside what is there, and then takes its place at once.
import type { WriteFault } from '#core/desktop/transfer'
import type { EditionBundle } from '#core/edition/edition'
import { entryOf, type LibraryEntry, type Provenance } from '#core/library/library-entry'
import type { Outcome } from '#core/outcome'
import type { Steps } from '#core/steps'
import type { PackageFile } from '../packages/read-package.ts'
import { attempt } from '../store/durable-files.ts'
import { dayOf } from '../store/store-backups.ts'
import { encodeImageSteps } from './images-file.ts'
import { markOf, noPast, type EditionPast, type KeptSource } from './kept-source.ts'
import type { LibraryContents } from './library-contents.ts'
import { encodeKeptSteps, isKeepable } from './library-file.ts'
import {
  dropStaged,
  installStaged,
  moveToRemoved,
  stageSteps,
  tidyImages,
  type LibraryFolder,
} from './library-folder.ts'
import { editionFileName, imagesFileName } from './library-names.ts'

/**
 * `not-newer`: the library has this revision or a later one, damaged or not. `invalid`: it breaks a rule of the schema of
 * editions or of provenance.
 */
export type PutOutcome = Outcome<
  { readonly entry: LibraryEntry },
  'not-newer' | 'invalid' | WriteFault
>

/** What is kept with an edition and not read with it. */
export interface EditionExtras {
  readonly source: KeptSource | null
  readonly images: readonly PackageFile[]
  /** What is remembered of its earlier revisions; absent when it has none. */
  readonly past?: EditionPast
}

export interface AddingParts {
  readonly folder: LibraryFolder
  readonly contents: LibraryContents
  readonly now: () => Date
  readonly onChange: (edition: string) => void
}

export function createAdding({ folder, contents, now, onChange }: AddingParts) {
  /** Editions that are being written: two must not write the same file. */
  const beingAdded = new Set<string>()

  return function* addSteps(
    bundle: EditionBundle,
    provenance: Provenance,
    extras: EditionExtras = { source: null, images: [] },
  ): Steps<PutOutcome> {
    const { past = noPast, source, images } = extras
    if (!isKeepable({ bundle, provenance, source, past })) return { ok: false, reason: 'invalid' }
    const file = editionFileName(bundle.edition)
    if (beingAdded.has(file)) return { ok: false, reason: 'in-use' }
    beingAdded.add(file)
    try {
      return yield* contents.changeSteps(function* (): Steps<PutOutcome> {
        if (!isNewer(bundle)) return { ok: false, reason: 'not-newer' }
        const pictures = yield* encodeImageSteps(images)
        const sha256 = pictures?.sha256 ?? null
        const kept = yield* encodeKeptSteps({ provenance, source, images: sha256, past, bundle })
        // The edition names its pictures: they come first.
        const staged = [
          ...(pictures === null
            ? []
            : [
                {
                  name: imagesFileName(bundle.edition, pictures.sha256),
                  pieces: pictures.pieces,
                },
              ]),
          { name: file, pieces: kept },
        ]
        yield* stageSteps(folder, staged)
        const names = staged.map(({ name }) => name)
        if (isNewer(bundle)) return install(bundle, provenance, { ...extras, past }, names)
        dropStaged(folder, names)
        return { ok: false, reason: 'not-newer' }
      })
    } finally {
      beingAdded.delete(file)
    }
  }

  function isNewer({ edition: { id, revision } }: EditionBundle): boolean {
    contents.catalogue()
    return revision > (contents.revisions.get(id)?.[0] ?? 0)
  }

  function install(
    bundle: EditionBundle,
    provenance: Provenance,
    { source, past = noPast }: EditionExtras,
    names: readonly string[],
  ): PutOutcome {
    const { id, revision } = bundle.edition
    const catalogue = contents.catalogue()
    if (catalogue.isInFile({ id, revision })) catalogue.save()
    try {
      installStaged(folder, names)
    } catch (error) {
      attempt(() => tidyImages(folder, folder.files.list(folder.path)))
      throw error
    }
    // An older revision that cannot be moved now is moved at another opening: the newest one counts.
    const older = contents.revisions.get(id) ?? []
    const left = older.filter(
      (one) => !attempt(() => void moveToRemoved(folder, { id, revision: one }, dayOf(now()))),
    )
    contents.revisions.set(id, [revision, ...left])
    const entry = entryOf(bundle, provenance, markOf(source, provenance.publisher, past))
    catalogue.put(entry)
    onChange(id)
    return { ok: true, entry }
  }
}
