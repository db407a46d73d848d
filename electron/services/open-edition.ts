// The edition that is open: the one on the command line, else the bundled one.
import path from 'node:path'
import type { Notice } from '#core/desktop-api'
import type { EditionBundle } from '#core/edition/edition'
import { openCompiledEdition, openDigest } from './edition-file.ts'
import { hyphenateEdition } from './hyphenate-edition.ts'

export interface OpenEdition {
  /** Null when there is none to read; why was told as a notice. */
  current(): Promise<EditionBundle | null>
  /** Opens a digest in its place; when that cannot be read, the edition stays and null comes back. */
  replace(file: string): Promise<EditionBundle | null>
}

/**
 * @param options.bundled the compiled edition that comes with the program
 * @param options.file a plain-text digest to open instead, or null
 * @param options.tell takes what is wrong with either file
 */
export function createOpenEdition(options: {
  bundled: string
  file: string | null
  tell: (notice: Notice) => void
}): OpenEdition {
  const { bundled, file, tell } = options

  async function openFile(wanted: string): Promise<EditionBundle | null> {
    const opened = await openDigest(wanted, hyphenateEdition)
    if (opened.ok) return opened.bundle
    const cause = opened.cause === 'damaged' ? 'not-text' : opened.cause
    tell({ kind: 'file-unreadable', file: path.basename(wanted), cause })
    return null
  }

  async function openBundled(): Promise<EditionBundle | null> {
    const opened = await openCompiledEdition(bundled)
    if (opened.ok) return opened.bundle
    tell({ kind: opened.cause === 'not-found' ? 'edition-missing' : 'edition-damaged' })
    return null
  }

  let current = (async () =>
    (file === null ? null : await openFile(file)) ?? (await openBundled()))()

  return {
    current: () => current,
    async replace(wanted) {
      const opened = await openFile(wanted)
      if (opened !== null) current = Promise.resolve(opened)
      return opened
    },
  }
}
