// The folder that a browser saves beside a web page: its pictures lie there, and nothing else is read.
import fs from 'node:fs/promises'
import path from 'node:path'
import { mostOwnPictures } from '#core/edition/picture-room'
import type { PictureBeside } from './beside-page.ts'
import { readWholeFile } from './read-whole-file.ts'

export interface PageFolder {
  readonly name: string
  /** The names of the pictures in it. */
  readonly pictures: readonly string[]
}

/** What browsers put behind the name of a page, in the languages of their systems. */
const endings = ['_files', '.files', '_bestanden', '-Dateien', '_fichiers', '_archivos', '_file']
/** By its ending, or without one: some pages name their pictures so. What it is, its bytes tell. */
const pictureName = /(?:\.(?:png|jpe?g|webp|gif)|^[^.]+)$/iu
/** A folder with more names is listed no further. */
const mostNames = 10_000
/** In bytes. What is beyond is left out, and the proof tells of it as of each picture that is not here. */
const mostBytes = 64 * 1024 * 1024

/** The folder of a page and the pictures in it; null when there is none. A link is no folder. Never throws. */
export async function findPageFolder(page: string): Promise<PageFolder | null> {
  const base = path.basename(page, path.extname(page))
  for (const ending of endings) {
    const name = `${base}${ending}`
    const pictures = await picturesIn(path.join(path.dirname(page), name))
    if (pictures.length > 0) return { name, pictures }
  }
  return null
}

async function picturesIn(folder: string): Promise<string[]> {
  const found: string[] = []
  try {
    if (!(await isReal(folder, 'isDirectory'))) return []
    let names = 0
    for await (const entry of await fs.opendir(folder)) {
      if (++names > mostNames) break
      if (entry.isFile() && pictureName.test(entry.name)) found.push(entry.name)
    }
  } catch {
    return [] // no folder, or none that may be read
  }
  return found.sort().slice(0, mostOwnPictures)
}

/** The pictures of the folder of a page. What is gone, is no file any more or is too large is left out. Never throws. */
export async function readPageFolder(
  page: string,
  { name, pictures }: PageFolder,
): Promise<readonly PictureBeside[]> {
  const read: PictureBeside[] = []
  const folder = path.join(path.dirname(page), name)
  // It may have gone, or be a link to somewhere else by now.
  if (!(await isReal(folder, 'isDirectory'))) return []
  let room = mostBytes
  for (const picture of pictures) {
    const file = path.join(folder, picture)
    const bytes = (await isReal(file, 'isFile')) ? await readWholeFile(file, room) : null
    if (bytes?.ok !== true) continue
    room -= bytes.value.byteLength
    read.push({ path: `${name}/${picture}`, bytes: bytes.value })
  }
  return read
}

/** Whether it is what it should be, and no link: that may lead anywhere. */
async function isReal(place: string, kind: 'isFile' | 'isDirectory'): Promise<boolean> {
  return fs.lstat(place).then(
    (found) => found[kind](),
    () => false,
  )
}
