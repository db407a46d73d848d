// Runs a case of ordinary-user-worker.ts in a folder of its own, or on a small disk of its own.
import { spawnSync } from 'node:child_process'
import { chmodSync, existsSync, mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { program } from '../program.ts'
import { runOnSmallDisk } from './faults/small-disk.ts'

/** Read once: a test may set another folder for temporary files for what it tests. */
const temporary = tmpdir()
const worker = program('ordinary-user-worker')

/** What the case gives back; folders in it begin with `place`. */
export function asOrdinaryUser(name: string): { result: unknown; place: string } {
  const place = mkdtempSync(join(temporary, 'leeslamp-ordinary-'))
  try {
    const run = spawnSync(process.execPath, [worker, place, name], { encoding: 'utf8' })
    if (run.status !== 0) throw new Error(run.stderr)
    return { result: JSON.parse(run.stdout), place }
  } finally {
    allowAll(place) // an ordinary user cannot remove what may not be entered
    rmSync(place, { recursive: true, force: true })
  }
}

export function onSmallDisk(name: string): unknown {
  return JSON.parse(runOnSmallDisk({ kilobytes: 256 }, [worker], [name]))
}

function allowAll(folder: string): void {
  if (!existsSync(folder)) return
  chmodSync(folder, 0o700)
  for (const name of readdirSync(folder)) {
    const file = join(folder, name)
    if (statSync(file).isDirectory()) allowAll(file)
  }
}
