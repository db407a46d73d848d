// Tells the search which editions the library has, and whether their texts are still those that were indexed.
import { closeSync, openSync, readdirSync, readFileSync, readSync, statSync } from 'node:fs'
import { join } from 'node:path'
import type { EditionBundle } from '#core/edition/edition'
import { readKeptEdition } from '../library/library-file.ts'
import { revisionsIn } from '../library/library-folder.ts'
import { editionFileName } from '../library/library-names.ts'

/** What identifies the contents of a file without reading it. */
interface FileFacts {
  readonly revision: number
  readonly size: number
  /** The time of its last change, in ms. */
  readonly time: number
}

interface KnownFile extends FileFacts {
  /** By stamp, whether it is of this file. */
  readonly isStampOf: Map<string, boolean>
}

export interface LibraryTexts {
  /** Looks for new and removed files in the folder, and at the files of these editions. */
  refresh(changed: readonly string[]): void
  /** Of all editions in the folder. */
  readonly ids: Iterable<string>
  has(id: string): boolean
  /** Whether this stamp was made of the newest revision of an edition, and that is still there. */
  isCurrent(id: string, stamp: string): boolean
  /** The newest revision; null when it is damaged or gone. */
  read(id: string): { readonly bundle: EditionBundle; readonly stamp: string } | null
}

/** Every file of the library ends in a checksum of so many bytes (store-checksum.ts). */
const tailBytes = 18

/** Never throws; a folder that cannot be read holds nothing. */
export function openLibraryTexts(folder: string): LibraryTexts {
  const known = new Map<string, KnownFile>()
  const pathOf = (id: string, revision: number): string =>
    join(folder, editionFileName({ id, revision }))

  function readFileFacts(id: string, revision: number): void {
    try {
      const { size, mtimeMs } = statSync(pathOf(id, revision))
      known.set(id, { revision, size, time: Math.floor(mtimeMs), isStampOf: new Map() })
    } catch {
      // It has gone since the folder was listed.
      known.delete(id)
    }
  }

  function isStampOf(id: string, file: FileFacts, stamp: string): boolean {
    const made = readStamp(stamp)
    if (made.revision !== file.revision || made.size !== file.size) return false
    // The files of a copied library have other times; then their checksums decide.
    return made.time === file.time || tailOf(pathOf(id, file.revision), file.size) === made.tail
  }

  return {
    refresh(changed) {
      const revisions = revisionsIn(namesIn(folder))
      for (const id of known.keys()) if (!revisions.has(id)) known.delete(id)
      for (const [id, [revision = 0]] of revisions) {
        if (known.get(id)?.revision !== revision || changed.includes(id))
          readFileFacts(id, revision)
      }
    },
    get ids() {
      return known.keys()
    },
    has: (id) => known.has(id),
    isCurrent(id, stamp) {
      const file = known.get(id)
      if (file === undefined) return false
      const isOwn = file.isStampOf.get(stamp) ?? isStampOf(id, file, stamp)
      file.isStampOf.set(stamp, isOwn)
      return isOwn
    },
    read(id) {
      const facts = known.get(id)
      if (facts === undefined) return null
      try {
        const { revision, size, time } = facts
        const bytes = readFileSync(pathOf(id, revision))
        const reading = readKeptEdition(bytes, { id, revision })
        if (!reading.ok) return null
        const tail = bytes.toString('latin1', bytes.byteLength - tailBytes).trim()
        return { bundle: reading.kept.bundle, stamp: `${revision} ${size} ${time} ${tail}` }
      } catch {
        return null
      }
    },
  }
}

function readStamp(stamp: string): FileFacts & { readonly tail: string } {
  const [revision = '', size = '', time = '', tail = ''] = stamp.split(' ')
  return { revision: Number(revision), size: Number(size), time: Number(time), tail }
}

function namesIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder)
  } catch {
    return []
  }
}

function tailOf(file: string, size: number): string {
  try {
    const descriptor = openSync(file, 'r')
    try {
      const bytes = Buffer.alloc(tailBytes)
      readSync(descriptor, bytes, 0, tailBytes, Math.max(0, size - tailBytes))
      return bytes.toString('latin1').trim()
    } finally {
      closeSync(descriptor)
    }
  } catch {
    return ''
  }
}
