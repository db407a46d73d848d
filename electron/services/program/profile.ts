// The folders of the profile, also when the profile cannot be written.
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { isProcess } from '../store/process-table.ts'

export interface Profile {
  /** Bookmarks, notes, settings. */
  readonly dataFolder: string
  /** Chromium's own files; a temporary folder when the profile cannot be written, since Chromium must write somewhere. */
  readonly browserFolder: string
  readonly isWritable: boolean
}

/** The name of a temporary folder, with the number of the process that uses it. */
const temporaryName = /^leeslamp-browser-(\d+)-/

/**
 * Makes a folder for Chromium's files, or gives null. Chromium writes in it until the very end, so it cannot be removed then:
 * this removes the folders of earlier starts.
 */
export function makeTemporaryFolder(): string | null {
  try {
    removeLeftFolders()
    return fs.mkdtempSync(path.join(os.tmpdir(), `leeslamp-browser-${String(process.pid)}-`))
  } catch {
    return null
  }
}

function removeLeftFolders(): void {
  for (const name of fs.readdirSync(os.tmpdir())) {
    const [, user] = temporaryName.exec(name) ?? []
    if (user === undefined || isProcess(Number(user))) continue
    try {
      fs.rmSync(path.join(os.tmpdir(), name), { recursive: true, force: true })
    } catch {
      // It belongs to another user, who removes it.
    }
  }
}

/** Creates the folder when it is missing; never throws. */
export function openProfile(folder: string): Profile {
  const dataFolder = path.join(folder, 'reader-data')
  const browserFolder = path.join(folder, 'browser')
  try {
    fs.mkdirSync(browserFolder, { recursive: true })
    fs.accessSync(folder, fs.constants.R_OK | fs.constants.W_OK | fs.constants.X_OK)
    fs.accessSync(browserFolder, fs.constants.R_OK | fs.constants.W_OK | fs.constants.X_OK)
    return { dataFolder, browserFolder, isWritable: true }
  } catch {
    return { dataFolder, browserFolder: makeTemporaryFolder() ?? browserFolder, isWritable: false }
  }
}
