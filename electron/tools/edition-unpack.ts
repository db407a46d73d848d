// `edition unpack`: the files of an edition package, in a folder of their own.
import fs from 'node:fs'
import path from 'node:path'
import type { Manifest } from '#core/edition/manifest'
import type { PackageFile } from '../services/packages/read-package.ts'
import {
  rejectionSentences,
  runVerb,
  VerbFailure,
  withCage,
  type ExitCode,
} from './edition-verb.ts'

export const unpackUse = 'unpack PACKAGE FOLDER'

export const unpackHelp =
  'Checks an edition package, writes the files of its manifest into a new or empty FOLDER, and prints the manifest. ' +
  'Writes all of them or nothing.'

/** Runs the verb. The files are written beside the folder, which takes its place in one rename when all are good. */
export function unpackEditionPackage(args: readonly string[]): Promise<ExitCode> {
  return runVerb(async () => {
    const [file, folder, ...rest] = args
    if (file === undefined || folder === undefined || rest.length > 0) {
      throw new VerbFailure(2, 'unpack takes a package and a folder; see --help')
    }
    if (!isFree(folder)) throw new VerbFailure(1, `${folder} is not a new or empty folder`)
    const partial = `${path.resolve(folder)}.partial-${process.pid}`
    try {
      const manifest = await unpackInto(partial, file)
      if (fs.existsSync(folder)) fs.rmdirSync(folder)
      fs.renameSync(partial, folder)
      return JSON.stringify(manifest, null, 2)
    } finally {
      fs.rmSync(partial, { recursive: true, force: true })
    }
  })
}

function isFree(folder: string): boolean {
  const found = fs.lstatSync(folder, { throwIfNoEntry: false })
  return found === undefined || (found.isDirectory() && fs.readdirSync(folder).length === 0)
}

/** The names come from the manifest's schema: `edition.json`, `notes.json` and `images/NAME`, and nothing else. */
async function unpackInto(partial: string, file: string): Promise<Manifest> {
  fs.mkdirSync(partial)
  const write = ({ path: name, bytes }: PackageFile): void => {
    const target = path.join(partial, name)
    fs.mkdirSync(path.dirname(target), { recursive: true })
    fs.writeFileSync(target, bytes, { flag: 'wx' })
  }
  const wanted = { path: path.resolve(file), programVersion: programVersion() }
  const read = await withCage((cage) => cage.readPackage(wanted, write))
  if (!read.ok) throw new VerbFailure(1, `${file} ${rejectionSentences[read.reason]}`)
  return read.value.manifest
}

function programVersion(): string {
  const file = new URL('../../package.json', import.meta.url)
  return (JSON.parse(fs.readFileSync(file, 'utf8')) as { version: string }).version
}
