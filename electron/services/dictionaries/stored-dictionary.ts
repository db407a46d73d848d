// A dictionary as it is kept in the profile: its words as JSON, in a file that is named by their hash.
import { createHash } from 'node:crypto'
import fs from 'node:fs'
import path from 'node:path'
import type { DictionaryArticle } from '#core/lookup/dictionary-content'

/** So many digits of the SHA-256 of the file. */
const digits = 32

export interface StoredDictionary {
  readonly id: string
  readonly bytes: Buffer
}

export function storeDictionary(articles: readonly DictionaryArticle[]): StoredDictionary {
  const bytes = Buffer.from(JSON.stringify(articles))
  return { id: idOf(bytes), bytes }
}

export function storedFile(folder: string, id: string): string {
  return path.join(folder, `${id}.json`)
}

/** Null when the file is gone or is not what was written. */
export function readStored(folder: string, id: string): readonly DictionaryArticle[] | null {
  const bytes = storedBytes(folder, id)
  return bytes === null ? null : (JSON.parse(bytes.toString()) as DictionaryArticle[])
}

/** Whether the file is there as it was written. */
export function isStored(folder: string, id: string): boolean {
  return storedBytes(folder, id) !== null
}

/** Its hash says that this program wrote it. */
function storedBytes(folder: string, id: string): Buffer | null {
  try {
    const bytes = fs.readFileSync(storedFile(folder, id))
    return idOf(bytes) === id ? bytes : null
  } catch {
    return null
  }
}

function idOf(bytes: Buffer): string {
  return createHash('sha256').update(bytes).digest('hex').slice(0, digits)
}
