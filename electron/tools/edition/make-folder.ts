// Makes a folder for what a verb writes.
import fs from 'node:fs'
import path from 'node:path'

/**
 * Makes a folder and those above it that are missing; throws what the file system throws. Node's own way to make all at once
 * never ends where a file system refuses new names as if a folder above were missing, as /proc does.
 */
export function makeFolder(folder: string): void {
  if (fs.existsSync(folder)) return
  const above = path.dirname(folder)
  if (above !== folder) makeFolder(above)
  fs.mkdirSync(folder)
}
