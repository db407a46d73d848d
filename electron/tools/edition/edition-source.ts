// What an edition package is built from: a digest in any format, a source edition with its notes, or an unpacked package.
import fs from 'node:fs'
import path from 'node:path'
import * as v from 'valibot'
import { parseBoundedJson } from '#core/edition/bounded-json'
import {
  editionNotesSchema,
  editionSchema,
  type Edition,
  type EditionNotes,
} from '#core/edition/edition'
import { readImageFacts } from '#core/edition/image-kind'
import { parseSourceEdition } from '#core/edition/source-edition'
import { parseSourceNotes } from '#core/edition/source-notes'
import type { SourceResult } from '#core/edition/source-text'
import { imageFiles } from '../../services/import/read-draft.ts'
import type { PackageFile } from '../../services/packages/read-package.ts'
import { readDigest } from './read-edition.ts'
import type { Reading } from './reading-options.ts'
import { badInput } from './verb.ts'
import { withCage } from './with-cage.ts'

export interface EditionSource {
  readonly edition: Edition
  /** Whether the author gave the edition its id, or it follows from title and date. */
  readonly hasOwnId: boolean
  readonly notes: EditionNotes | null
  readonly images: readonly PackageFile[]
}

/**
 * Reads a file or a folder.
 *
 * A file that begins with `---` and ends in `.md` is a source edition (docs/edition-format.md), with its notes in
 * `NAME.notes.md` beside it when there are any. Every other file is a digest. A folder holds one such file, or
 * `edition.json` and perhaps `notes.json` as `unpack` writes them; its `images/` go along.
 *
 * Throws a `VerbFailure` with the first thing that is wrong, with its line where there is one.
 */
export async function readEditionSource(source: string, options: Reading): Promise<EditionSource> {
  const found = fs.statSync(source, { throwIfNoEntry: false })
  if (found === undefined) throw badInput(`${source} does not exist`)
  if (!found.isDirectory()) return readFile(source, options)
  const images = readImages(path.join(source, 'images'))
  const unpacked = path.join(source, 'edition.json')
  if (fs.existsSync(unpacked)) return { ...readUnpacked(source), images }
  const names = fs.readdirSync(source).filter((name) => isEditionText(path.join(source, name)))
  const [name, ...others] = names
  if (name === undefined || others.length > 0) {
    throw badInput(`${source} holds ${names.length} texts of editions; it must hold one`)
  }
  const read = await readFile(path.join(source, name), options)
  return { ...read, images: [...read.images, ...images] }
}

function isEditionText(file: string): boolean {
  const name = path.basename(file)
  return (
    /\.(?:txt|md|markdown|html?|docx)$/iu.test(name) &&
    !name.endsWith('.notes.md') &&
    fs.statSync(file).isFile()
  )
}

async function readFile(file: string, options: Reading): Promise<EditionSource> {
  if (file.endsWith('.md')) {
    const bytes = fs.readFileSync(file)
    if (/^\uFEFF?---\r?\n/u.test(bytes.toString('utf8', 0, 8))) return readSource(file, bytes)
  }
  const { edition, images } = await withCage((cage) => readDigest(cage, file, options))
  return { edition, hasOwnId: false, notes: null, images: imageFiles(images) }
}

function readSource(file: string, bytes: Buffer): EditionSource {
  const edition = valueOf(file, parseSourceEdition(bytes.toString('utf8')))
  const notesFile = file.replace(/\.md$/u, '.notes.md')
  const notes = fs.existsSync(notesFile)
    ? valueOf(notesFile, parseSourceNotes(fs.readFileSync(notesFile, 'utf8'), edition))
    : null
  return { edition, hasOwnId: true, notes, images: [] }
}

function valueOf<Value>(file: string, result: SourceResult<Value>): Value {
  if (result.ok) return result.value
  const [first] = result.mistakes
  throw badInput(`${file}:${first?.line ?? 1}: ${first?.reason ?? 'is not valid'}`)
}

function readUnpacked(folder: string): Omit<EditionSource, 'images'> {
  const edition = readJson(path.join(folder, 'edition.json'), editionSchema)
  const notesFile = path.join(folder, 'notes.json')
  const notes = fs.existsSync(notesFile) ? readJson(notesFile, editionNotesSchema) : null
  return { edition, hasOwnId: true, notes }
}

function readJson<Value>(file: string, schema: v.GenericSchema<unknown, Value>): Value {
  const read = v.safeParse(schema, parseBoundedJson(fs.readFileSync(file, 'utf8')))
  if (!read.success) throw badInput(`${file} is not valid: ${read.issues[0].message}`)
  return read.output
}

function readImages(folder: string): PackageFile[] {
  if (!fs.existsSync(folder)) return []
  return fs.readdirSync(folder).map((name) => {
    const bytes = fs.readFileSync(path.join(folder, name))
    const kind = readImageFacts(bytes)?.kind
    const file = path.join(folder, name)
    if (!/^[a-z0-9][a-z0-9-]{0,79}\.(?:png|jpg|webp)$/u.test(name)) {
      const form = 'lower-case letters, digits and hyphens, and .png, .jpg or .webp'
      throw badInput(`${file} has a name that no package may hold; it takes ${form}`)
    }
    if (kind !== name.slice(name.lastIndexOf('.') + 1)) {
      throw badInput(`${file} ${kind === undefined ? 'is no PNG, JPEG or WebP' : `is a .${kind}`}`)
    }
    return { path: `images/${name}`, bytes }
  })
}
