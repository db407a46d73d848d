// Reads the folder `images` beside the text of an edition.
import fs from 'node:fs'
import path from 'node:path'
import { readImageFacts } from '#core/edition/image-kind'
import { packageLimits } from '#core/edition/manifest'
import type { PackageFile } from '../../services/packages/read-package.ts'
import { readInput } from './input.ts'
import { badInput } from './verb.ts'

/**
 * The images in a folder; none when it does not exist. Skips files that systems make there. Throws a `VerbFailure` for the first
 * other file that a package may not have.
 */
export async function readImages(folder: string): Promise<PackageFile[]> {
  if (!fs.existsSync(folder)) return []
  const names = fs.readdirSync(folder).filter((name) => !systemFile.test(name))
  if (names.length > packageLimits.files) throw badInput(`${folder} holds more than 2,000 images`)
  const images: PackageFile[] = []
  let total = 0
  for (const name of names.sort()) {
    const image = await readImage(folder, name)
    total += image.bytes.length
    if (total > packageLimits.totalBytes) throw badInput(`${folder} holds more than 100 MB`)
    images.push(image)
  }
  return images
}

/** `.DS_Store`, `._kaart.png` and all other hidden files, and those that Windows makes. */
const systemFile = /^(?:\..*|Thumbs\.db|desktop\.ini)$/iu

async function readImage(folder: string, name: string): Promise<PackageFile> {
  const file = path.join(folder, name)
  if (!fs.statSync(file).isFile()) throw badInput(`${file} is no ordinary file`)
  if (!/^[a-z0-9][a-z0-9-]{0,79}\.(?:png|jpg|webp|gif)$/u.test(name)) {
    const form = 'lower-case letters, digits and hyphens, and .png, .jpg, .webp or .gif'
    throw badInput(`${file} has a name that no package may hold; it takes ${form}`)
  }
  const bytes = await readInput(file)
  const kind = readImageFacts(bytes)?.kind
  if (kind !== name.slice(name.lastIndexOf('.') + 1)) {
    throw badInput(
      `${file} ${kind === undefined ? 'is no PNG, JPEG, WebP or GIF' : `is a .${kind}`}`,
    )
  }
  return { path: `images/${name}`, bytes }
}
