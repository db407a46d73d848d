// A file of a dictionary and those that lie beside it → its words. Runs in the sandboxed process.
import fs from 'node:fs'
import path from 'node:path'
import { promisify } from 'node:util'
import { gunzip } from 'node:zlib'
import type { DictionaryContent, NamedDictionary } from '#core/lookup/dictionary-content'
import { readDictd } from './dictd-dictionary.ts'
import { readStarDict } from './stardict-dictionary.ts'
import { readTextDictionary } from './text-dictionary.ts'
import { Refusal } from '#core/edition/rejection'
import { decodeText } from '../documents/decode-text.ts'
import { readWholeFile } from '../documents/read-whole-file.ts'

/** As large as the files of dictionaries of a few hundred thousand words. */
const limits = { packed: 20 * 1024 * 1024, unpacked: 64 * 1024 * 1024 }

/** What a dictionary calls itself may be a whole sentence. */
const longestName = 200

/** A dictionary of the dictd server is named by its index, one of StarDict by its `.ifo`. */
const ofDictd = '.index'
const ofStarDict = '.ifo'

/**
 * Reads a dictionary of StarDict or dictd by any of its files, or a text with tabs or semicolons. It is called what it calls itself, or
 * like its file.
 *
 * @throws a `Refusal`: 'not-a-dictionary' when it is none, or lacks one of its files; and those of `readWholeFile`
 */
export async function readDictionary(file: string): Promise<NamedDictionary> {
  const stem = file.replace(/\.(?:index|ifo|idx(?:\.gz)?|dict(?:\.dz)?|syn)$/iu, '')
  const content = await readContent(file, stem)
  if (content === null) throw new Refusal('not-a-dictionary')
  const name = content.name ?? path.basename(stem, path.extname(stem))
  return { ...content, name: name.slice(0, longestName) }
}

async function readContent(file: string, stem: string): Promise<DictionaryContent | null> {
  if (!fs.existsSync(file)) throw new Refusal('not-found')
  if (fs.existsSync(stem + ofStarDict)) return readStarDictFiles(stem)
  if (fs.existsSync(stem + ofDictd)) {
    const index = decodeText(await bytesOf(stem + ofDictd), 'utf-8')
    return readDictd(index, await oneOf([`${stem}.dict.dz`, `${stem}.dict`]))
  }
  if (stem !== file) throw new Refusal('not-a-dictionary')
  return readTextDictionary(decodeText(await bytesOf(file), null))
}

async function readStarDictFiles(stem: string): Promise<DictionaryContent | null> {
  const ifo = decodeText(await bytesOf(stem + ofStarDict), 'utf-8')
  const idx = await oneOf([`${stem}.idx`, `${stem}.idx.gz`])
  return readStarDict({ ifo, idx, dict: await oneOf([`${stem}.dict.dz`, `${stem}.dict`]) })
}

/** The first of these files that is there, unpacked. */
async function oneOf(files: readonly string[]): Promise<Uint8Array> {
  const file = files.find((one) => fs.existsSync(one))
  if (file === undefined) throw new Refusal('not-a-dictionary')
  const bytes = await bytesOf(file)
  return /\.(?:dz|gz)$/u.test(file) ? unpack(bytes) : bytes
}

async function bytesOf(file: string): Promise<Buffer> {
  const read = await readWholeFile(file, limits.packed)
  if (!read.ok) throw new Refusal(read.reason)
  return read.value
}

async function unpack(bytes: Buffer): Promise<Uint8Array> {
  try {
    return await promisify(gunzip)(bytes, { maxOutputLength: limits.unpacked })
  } catch (error) {
    const isTooLarge = (error as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE'
    throw new Refusal(isTooLarge ? 'unpacks-too-large' : 'not-a-dictionary')
  }
}
