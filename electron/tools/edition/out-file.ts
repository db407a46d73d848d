import fs from 'node:fs'
import path from 'node:path'
import type { ExportOutcome } from '#core/desktop/transfer'
import { partOf, writeWhole } from '../../services/program/write-whole.ts'
import { makeFolder } from './make-folder.ts'
import { withCleanup } from './with-cleanup.ts'
import { badInput } from './verb.ts'

/** Throws a `VerbFailure` when `out` is one of the inputs, or exists and is no ordinary file. */
export function checkOut(out: string, inputs: readonly string[]): void {
  const isThere = fs.lstatSync(out, { throwIfNoEntry: false }) !== undefined
  if (!isThere) return
  const found = fs.statSync(out, { throwIfNoEntry: false, bigint: true })
  if (found?.isFile() !== true) throw badInput(`${out} is no ordinary file`)
  const isInput = inputs.some((input) => {
    const { dev, ino } = fs.statSync(input, { bigint: true })
    return dev === found.dev && ino === found.ino
  })
  if (isInput) throw badInput(`${out} is what it is made of, and would be lost`)
}

type FailedExport = Extract<ExportOutcome, { readonly ok: false }>

/** Writes all of the bytes or nothing, also when the command is stopped. Follows a link at `out` and keeps the link. */
export async function writeOut(out: string, bytes: Buffer): Promise<void> {
  makeFolder(path.dirname(path.resolve(out)))
  const file = fs.existsSync(out) ? fs.realpathSync(out) : out
  const written = await withCleanup(
    () => writeWhole(file, bytes),
    () => fs.rmSync(partOf(file), { force: true }),
  )
  if (!written.ok) throw badInput(`${out} cannot be written${causes[written.reason]}`)
}

const causes: Readonly<Record<FailedExport['reason'], string>> = {
  'disk-full': ': the disk is full',
  'not-permitted': ': that is not allowed',
  failed: '',
  cancelled: '',
}
