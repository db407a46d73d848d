// Where this reader's data lies, also when that place cannot be written.
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { isProcess } from '../store/process-table.ts'

export interface Profile {
  /** Bookmarks, notes, settings. */
  readonly dataFolder: string
  /** Chromium's own files; a throw-away folder when the profile cannot be written, since Chromium must write somewhere. */
  readonly browserFolder: string
  readonly isWritable: boolean
}

/** How the throw-away folders are named, with the number of the process that uses them. */
const throwAway = /^leeslamp-browser-(\d+)-/

/** A folder for Chromium's files. Null when none can be made. It writes to the very end, so what earlier starts left goes now. */
export function throwAwayFolder(): string | null {
  try {
    removeLeftFolders()
    return fs.mkdtempSync(path.join(os.tmpdir(), `leeslamp-browser-${String(process.pid)}-`))
  } catch {
    return null
  }
}

function removeLeftFolders(): void {
  for (const name of fs.readdirSync(os.tmpdir())) {
    const [, user] = throwAway.exec(name) ?? []
    if (user === undefined || isProcess(Number(user))) continue
    try {
      fs.rmSync(path.join(os.tmpdir(), name), { recursive: true, force: true })
    } catch {
      // Somebody else's: it is theirs to remove.
    }
  }
}

/** Looks at a profile folder, making it when it is missing; never throws. */
export function openProfile(folder: string): Profile {
  const dataFolder = path.join(folder, 'reader-data')
  const browserFolder = path.join(folder, 'browser')
  try {
    fs.mkdirSync(browserFolder, { recursive: true })
    fs.accessSync(folder, fs.constants.R_OK | fs.constants.W_OK | fs.constants.X_OK)
    fs.accessSync(browserFolder, fs.constants.R_OK | fs.constants.W_OK | fs.constants.X_OK)
    return { dataFolder, browserFolder, isWritable: true }
  } catch {
    return { dataFolder, browserFolder: throwAwayFolder() ?? browserFolder, isWritable: false }
  }
}
