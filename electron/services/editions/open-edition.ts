// The edition that is open: at first the file on the command line, else the one that was open last, else the first one.
import path from 'node:path'
import type { Maker, Notice } from '#core/desktop/session'
import type { EditionBundle } from '#core/edition/edition'
import type { Read } from '#core/edition/rejection'
import type { EditionLibrary } from '../library/edition-library.ts'
import type { FindPicture } from '../library/images-file.ts'
import { openCompiledEdition, type ReadFile } from './edition-file.ts'
import { listsPicture, pictureInImages } from './picture-in-images.ts'

export interface OpenEdition {
  /** Null when none can be read, which is reported as a notice. */
  current(): Promise<EditionBundle | null>
  /** The edition that comes with the program; null when it is missing or damaged. */
  bundled(): Promise<EditionBundle | null>
  /** Reads a file of the reader's; null when it cannot be read, which is reported as a notice. */
  readFile(file: string): Promise<EditionBundle | null>
  /** An edition of the library or the bundled one. */
  find(id: string): Promise<EditionBundle | null>
  /**
   * Opens an edition in place of the one that is open.
   * @param isKept false for one that was read from a file and is not in the library
   */
  show(bundle: EditionBundle, isKept: boolean): void
  /** Who made the edition that is open; null when it is not kept, or when none is open. */
  maker(): Promise<Maker | null>
  /** The edition that is open if it is not kept; else null. */
  unkept(): Promise<EditionBundle | null>
  /** The bytes of a picture that the open edition lists, by their hash; null for every other hash, and for one that is lost. */
  picture(sha256: string): Promise<Uint8Array | null>
}

/**
 * @param options.bundled the compiled edition that comes with the program; null for a program without one
 * @param options.file an edition to open instead, or null
 * @param options.openFile reads such a file; see `openFile` in edition-file.ts
 * @param options.last the id of the edition that was open last, or null
 * @param options.broughtDown the id of one that is not opened unasked, because the window went on crashing with it, or null
 * @param options.first the id of the edition that a new reader sees; null for the bundled one
 * @param options.addNotice takes what is wrong with any of them
 * @param options.onShow called after `show`
 */
export function createOpenEdition(options: {
  bundled: string | null
  file: string | null
  openFile: (file: string) => Promise<Read<ReadFile>>
  last: string | null
  broughtDown: string | null
  first: () => Promise<string | null>
  library: EditionLibrary
  addNotice: (notice: Notice) => void
  onShow: (bundle: EditionBundle, isKept: boolean) => void
}): OpenEdition {
  const { file, last, library, addNotice } = options
  let bundledEdition: Promise<EditionBundle | null> | null = null

  async function readFile(wanted: string): Promise<EditionBundle | null> {
    const opened = await options.openFile(wanted)
    if (opened.ok) {
      const { bundle, images } = opened.value
      finders.set(bundle, pictureInImages(images))
      return bundle
    }
    addNotice({ kind: 'file-unreadable', file: path.basename(wanted), cause: opened.reason })
    return null
  }

  async function readBundled(): Promise<EditionBundle | null> {
    if (options.bundled === null) return null
    const opened = await openCompiledEdition(options.bundled)
    if (opened.ok) return opened.bundle
    addNotice({ kind: opened.cause === 'not-found' ? 'edition-missing' : 'edition-damaged' })
    return null
  }

  function bundled(): Promise<EditionBundle | null> {
    bundledEdition ??= readBundled()
    return bundledEdition
  }

  /** Of the editions that were read here; for others the library is asked. */
  const makers = new WeakMap<EditionBundle, Maker>()
  const finders = new WeakMap<EditionBundle, FindPicture>()

  async function find(id: string): Promise<EditionBundle | null> {
    const kept = library.open(id)
    if (kept.ok) {
      makers.set(kept.bundle, makerOf(kept.provenance))
      finders.set(kept.bundle, library.findPictures(kept))
      return kept.bundle
    }
    const own = await bundled()
    return own?.edition.id === id ? own : null
  }

  async function openLast(id: string): Promise<EditionBundle | null> {
    const found = await find(id)
    const isDamaged = found === null && library.list().damaged.some((damaged) => damaged.id === id)
    if (isDamaged) addNotice({ kind: 'last-unreadable' })
    return found
  }

  function tellOfBroughtDown(id: string): void {
    const entry = library.list().entries.find((one) => one.id === id)
    if (entry !== undefined) addNotice({ kind: 'last-brought-down', title: entry.title })
  }

  async function openFirst(): Promise<EditionBundle | null> {
    if (options.broughtDown !== null) tellOfBroughtDown(options.broughtDown)
    const first = await options.first()
    return (first === null ? null : await find(first)) ?? (await bundled())
  }

  /** An edition that was just kept is shown before it was read from the library. */
  function finderOf(bundle: EditionBundle): FindPicture | null {
    const known = finders.get(bundle)
    if (known !== undefined) return known
    const kept = library.open(bundle.edition.id)
    if (!kept.ok || kept.bundle.edition.revision !== bundle.edition.revision) return null
    const finder = library.findPictures(kept)
    finders.set(bundle, finder)
    return finder
  }

  let unkept = file === null ? Promise.resolve(null) : readFile(file)
  let current = (async () =>
    (await unkept) ?? (last === null ? null : await openLast(last)) ?? (await openFirst()))()

  return {
    current: () => current,
    bundled,
    readFile,
    find,
    show(bundle, isKept) {
      current = Promise.resolve(bundle)
      unkept = Promise.resolve(isKept ? null : bundle)
      options.onShow(bundle, isKept)
    },
    async maker() {
      const bundle = await current
      if (bundle === null || bundle === (await unkept)) return null
      const known = makers.get(bundle)
      if (known !== undefined) return known
      const kept = library.open(bundle.edition.id)
      return kept.ok ? makerOf(kept.provenance) : { origin: 'bundled', publisher: null }
    },
    unkept: () => unkept,
    async picture(sha256) {
      const bundle = await current
      if (bundle === null || !listsPicture(bundle.edition, sha256)) return null
      return finderOf(bundle)?.(sha256) ?? null
    },
  }
}

function makerOf({ origin, publisher }: Maker): Maker {
  return { origin, publisher }
}
