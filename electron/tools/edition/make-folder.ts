import fs from 'node:fs'
import path from 'node:path'

/**
 * Creates a folder and its missing parents; throws what the file system throws. Node's own recursive way never returns on a file
 * system such as /proc, which reports a missing parent for every new name.
 */
export function makeFolder(folder: string): void {
  if (fs.existsSync(folder)) return
  const above = path.dirname(folder)
  if (above !== folder) makeFolder(above)
  fs.mkdirSync(folder)
}
