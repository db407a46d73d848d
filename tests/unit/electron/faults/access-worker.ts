// Takes a folder, or the permission to use it, away from a store, and prints what the store made of it. Arguments: an empty
// folder, the case, and `powerful` for the twin in which nothing is taken away. Permission does not bind root, so root steps down.
import { execFileSync } from 'node:child_process'
import { chmodSync, chownSync, existsSync, readdirSync, renameSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import {
  openReaderDataStore,
  type ReaderDataStore,
} from '../../../../electron/services/reader-data/reader-data-store.ts'
import type { StoreOutcome } from '../../../../src/core/reader-data/store-findings.ts'

export interface AccessReport {
  readonly access: string
  readonly findings: readonly string[]
  readonly entries: number
  readonly write: StoreOutcome
  /** After what was taken away is back, where it comes back. */
  readonly writeAfterwards: StoreOutcome | null
  /** Whether the store made a new folder in the place of one that is gone. */
  readonly isFolderThere: boolean
}

const [place = '', name = '', mode = ''] = process.argv.slice(2)
const folder = join(place, 'store')
const isPowerful = mode === 'powerful'
const ordinaryUser = 65_534

if (process.getuid?.() === 0 && !name.startsWith('mounted')) {
  chownSync(place, ordinaryUser, ordinaryUser)
  process.setgroups?.([])
  process.setgid?.(ordinaryUser)
  process.setuid?.(ordinaryUser)
}

/** What is taken away before the store is opened, or while it is open; and how it is given back. */
const cases: Record<string, { before?: () => void; meanwhile?: () => void; back?: () => void }> = {
  'folder without permission to write': { before: () => chmod(folder, 0o500) },
  'folder without any permission': { before: () => chmod(folder, 0o000) },
  'snapshot without permission to read': { before: () => chmodFiles('snapshot', 0o000) },
  'folder that is not there': {
    before: () => renameSync(folder, join(place, 'elsewhere')),
    back: () => renameSync(join(place, 'elsewhere'), folder),
  },
  'mounted read-only': { before: () => remount('ro') },
  'mounted read-only while open': { meanwhile: () => remount('ro'), back: () => remount('rw') },
  'permission lost while open': {
    meanwhile: () => {
      chmodFiles('journal', 0o400)
      chmod(folder, 0o500)
    },
    back: () => chmodSync(folder, 0o700),
  },
  'folder removed while open': { meanwhile: () => rmSync(folder, { recursive: true }) },
  'folder moved while open': { meanwhile: () => renameSync(folder, join(place, 'elsewhere')) },
}

const prepared = openReaderDataStore({ folder })
prepared.put('note:1', { text: 'een' })
prepared.compact()
prepared.put('note:2', { text: 'twee' })
prepared.close()

const { before, meanwhile, back } = cases[name] ?? {}
before?.()
// A folder whose parent is gone is not made anew: it may be on a disk that is not there now.
const isParentGone = name === 'folder that is not there'
const store = openReaderDataStore({ folder: isParentGone ? join(folder, 'deeper') : folder })
meanwhile?.()
const { access, write } = tryToWrite(store)
const findings = store.findings.map(({ kind }) => kind)
const entries = store.entries().size
const isFolderThere = existsSync(folder)
back?.()
const writeAfterwards = back ? store.put('note:4', { text: 'vier' }) : null
store.close()
// So that whoever made the folder can remove it.
if (existsSync(folder) && !name.startsWith('mounted')) chmodSync(folder, 0o700)
const report: AccessReport = { access, findings, entries, write, writeAfterwards, isFolderThere }
console.log(JSON.stringify(report))

function tryToWrite(written: ReaderDataStore): Pick<AccessReport, 'access' | 'write'> {
  const write = written.put('note:3', { text: 'drie' })
  return { write, access: written.access }
}

function chmod(path: string, permission: number): void {
  if (!isPowerful) chmodSync(path, permission)
}

function chmodFiles(kind: string, permission: number): void {
  for (const file of readdirSync(folder)) {
    if (file.startsWith(kind)) chmod(join(folder, file), permission)
  }
}

function remount(options: 'ro' | 'rw'): void {
  // `bind` changes the mount and not the disk, which a user namespace allows too.
  if (!isPowerful) execFileSync('mount', ['-o', `remount,bind,${options}`, place])
}
