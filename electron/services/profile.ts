// Where this reader's data lies, also when that place cannot be written.
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'

export interface Profile {
  /** Bookmarks, notes, settings. */
  readonly dataFolder: string
  /** Chromium's own files; a throw-away folder when the profile cannot be written, since Chromium must write somewhere. */
  readonly browserFolder: string
  readonly isWritable: boolean
}

/** Goes again when the program ends; null when not even that can be made. */
function temporaryFolder(): string | null {
  try {
    const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'leeslamp-'))
    process.once('exit', () => {
      fs.rmSync(folder, { recursive: true, force: true })
    })
    return folder
  } catch {
    return null
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
    return { dataFolder, browserFolder: temporaryFolder() ?? browserFolder, isWritable: false }
  }
}
