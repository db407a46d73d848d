// `edition unpack`: writes the files of an edition package into a folder.
import { randomUUID } from 'node:crypto'
import fs from 'node:fs'
import path from 'node:path'
import type { Manifest } from '#core/edition/manifest'
import type { PackageFile } from '../../services/packages/read-package.ts'
import { print } from './output.ts'
import { rejectionSentences } from './rejection-sentences.ts'
import { withCleanup } from './with-cleanup.ts'
import { badInput, misuse, type ExitCode, type Host, type Request, type Verb } from './verb.ts'
import { withCage } from './with-cage.ts'

export const unpackVerb: Verb = {
  usage: 'unpack PACKAGE FOLDER',
  help:
    'Checks an edition package, writes the files of its manifest into a new or empty FOLDER, and prints the manifest. ' +
    'Writes all of them or nothing.',
  options: {},
  run: unpack,
}

/** Writes the files to a temporary folder, which is renamed when all of them are checked. */
async function unpack({ args, host }: Request): Promise<ExitCode> {
  const [file, folder, ...rest] = args
  if (!file || !folder || rest.length > 0) {
    throw misuse('unpack takes a package and a folder')
  }
  if (!isFree(folder)) throw badInput(`${folder} is not a new or empty folder`)
  if (fs.statSync(file, { throwIfNoEntry: false })?.isFile() === false)
    throw badInput(`${file} is no ordinary file`)
  const partial = `${path.resolve(folder)}.partial-${randomUUID()}`
  const manifest = await withCleanup(
    async () => {
      const unpacked = await unpackInto(host, partial, file, folder)
      if (fs.existsSync(folder)) fs.rmdirSync(folder)
      fs.renameSync(partial, folder)
      return unpacked
    },
    () => fs.rmSync(partial, { recursive: true, force: true }),
  )
  print(JSON.stringify(manifest, null, 2))
  return 0
}

function isFree(folder: string): boolean {
  const found = fs.lstatSync(folder, { throwIfNoEntry: false })
  return found === undefined || (found.isDirectory() && fs.readdirSync(folder).length === 0)
}

/** Safe to write: the manifest's schema allows only `edition.json`, `notes.json` and `images/NAME`. */
async function unpackInto(
  host: Host,
  partial: string,
  file: string,
  folder: string,
): Promise<Manifest> {
  try {
    fs.mkdirSync(partial)
  } catch (error) {
    const { code = 'unknown' } = error as NodeJS.ErrnoException
    throw badInput(`${folder} cannot be made (${code})`)
  }
  const write = ({ path: name, bytes }: PackageFile): void => {
    const target = path.join(partial, name)
    try {
      fs.mkdirSync(path.dirname(target), { recursive: true })
      fs.writeFileSync(target, bytes, { flag: 'wx' })
    } catch (error) {
      const { code = 'unknown' } = error as NodeJS.ErrnoException
      throw badInput(`${name} cannot be written into ${folder} (${code})`)
    }
  }
  const wanted = { path: path.resolve(file), programVersion: host.programVersion }
  const read = await withCage(host, (cage) => cage.readPackage(wanted, write))
  if (!read.ok) throw badInput(`${file} ${rejectionSentences[read.reason]}`)
  return read.value.manifest
}
