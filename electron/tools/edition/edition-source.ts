// Reads what a package is built from: a digest in any format, a source edition with its notes, or an unpacked package.
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
import { hasEditionEnding, isNotesName } from '#core/edition/edition-path'
import { parseSourceEdition } from '#core/edition/source-edition'
import { isEditionName } from '../../services/documents/formats.ts'
import { imageFiles, isPackage, listedPictures } from '../../services/import/read-draft.ts'
import type { PackageFile } from '../../services/packages/read-package.ts'
import { readImages } from './image-folder.ts'
import { decoded, noEditionName, readInput } from './input.ts'
import { digestOf } from './read-edition.ts'
import type { Reading } from './reading-options.ts'
import { notesBeside, parsedOrThrow, sourceIn } from './source-file.ts'
import { badInput, type Host } from './verb.ts'
import { withCage } from './with-cage.ts'

export interface EditionSource {
  readonly edition: Edition
  /** Whether the author gave the id; else it is made from title and date. */
  readonly hasOwnId: boolean
  readonly notes: EditionNotes | null
  readonly images: readonly PackageFile[]
  readonly files: readonly string[]
}

/**
 * Reads a file or a folder.
 *
 * A Markdown file is a source edition (docs/edition-format.md) when its front matter has an `id` or a `revision`, and
 * no other format was asked for; its notes are in `NAME.notes.md` beside it when there are any. Every other file is a
 * digest. A folder holds one such file, or `edition.json` and perhaps `notes.json` as `unpack` writes them; its
 * `images/` go along.
 *
 * Throws a `VerbFailure` with the first thing that is wrong, with its line where there is one.
 */
export async function readEditionSource(
  host: Host,
  source: string,
  reading: Reading,
): Promise<EditionSource> {
  const found = fs.statSync(source, { throwIfNoEntry: false })
  if (found === undefined) throw badInput(`${source} does not exist`)
  if (!found.isDirectory()) return readFile(host, source, reading)
  const folder = path.join(source, 'images')
  const images = await readImages(folder)
  const file = editionIn(source)
  const read = await (path.basename(file) === unpackedName
    ? readUnpacked(file)
    : readFile(host, file, reading))
  const taken = new Set(read.images.map((image) => image.path))
  const twice = images.find((image) => taken.has(image.path))
  if (twice !== undefined) {
    const name = path.join(source, twice.path)
    throw badInput(`${name} has the name that an image in the text gets; give it another one`)
  }
  return {
    ...read,
    images: [...read.images, ...images],
    files: [...read.files, ...images.map((image) => path.join(source, image.path))],
  }
}

const unpackedName = 'edition.json'

function editionIn(folder: string): string {
  const unpacked = path.join(folder, unpackedName)
  if (fs.existsSync(unpacked)) return unpacked
  const names = fs.readdirSync(folder).filter((name) => isEditionText(path.join(folder, name)))
  const [name, ...others] = names
  if (name === undefined || others.length > 0) {
    throw badInput(`${folder} holds ${names.length} texts of editions; it must hold one`)
  }
  return path.join(folder, name)
}

function isEditionText(file: string): boolean {
  const name = path.basename(file)
  const isText = isEditionName(name) && !isPackage(name) && !isNotesName(name)
  return isText && fs.statSync(file).isFile()
}

async function readFile(host: Host, file: string, reading: Reading): Promise<EditionSource> {
  if (reading.format === null && !hasEditionEnding(path.basename(file)))
    throw badInput(`${file} ${noEditionName}; say --format when it is a digest all the same`)
  const bytes = await readInput(file)
  const source = await sourceIn(file, bytes, reading)
  if (source !== null) return readSource(file, source)
  const { edition, pictures } = await withCage(host, (cage) => digestOf(cage, file, bytes, reading))
  return {
    edition,
    hasOwnId: false,
    notes: null,
    images: imageFiles(listedPictures(pictures, edition)),
    files: [file],
  }
}

async function readSource(file: string, text: string): Promise<EditionSource> {
  const edition = parsedOrThrow(file, parseSourceEdition(text))
  const source = { edition, hasOwnId: true, images: [] }
  const notes = await notesBeside(file, edition)
  if (notes === null) return { ...source, notes: null, files: [file] }
  return { ...source, notes: parsedOrThrow(notes.file, notes.result), files: [file, notes.file] }
}

async function readUnpacked(file: string): Promise<EditionSource> {
  const edition = await readJson(file, editionSchema)
  const unpacked = { edition, hasOwnId: true, images: [] }
  const notesFile = path.join(path.dirname(file), 'notes.json')
  if (!fs.existsSync(notesFile)) return { ...unpacked, notes: null, files: [file] }
  const notes = await readJson(notesFile, editionNotesSchema)
  return { ...unpacked, notes, files: [file, notesFile] }
}

async function readJson<Value>(
  file: string,
  schema: v.GenericSchema<unknown, Value>,
): Promise<Value> {
  const text = await decoded(file, await readInput(file), null)
  const read = v.safeParse(schema, parseBoundedJson(text))
  if (!read.success) throw badInput(`${file} is not valid: ${read.issues[0].message}`)
  return read.output
}
