// Changes a library without end until it is killed, and says after each step that it is done. Arguments: the folder, the number
// of the first step, and `direct` for the broken twin that writes each file under its own name and renames nothing.
import { writeSync } from 'node:fs'
import { openEditionLibrary } from '../../../../electron/services/library/edition-library.ts'
import { realFiles, type StoreFiles } from '../../../../electron/services/store/durable-files.ts'
import { libraryStep, takeStep } from './library-life.ts'

const [folder = '', first = '0', mode = ''] = process.argv.slice(2)
const library = openEditionLibrary({ folder, files: mode === 'direct' ? directFiles() : realFiles })
for (let number = Number(first); ; number += 1) {
  const outcome = takeStep(library, libraryStep(number), 40)
  if (!outcome.ok) {
    console.error(JSON.stringify(outcome))
    process.exit(4)
  }
  writeSync(1, `${number}\n`)
}

/** Slowly, and without waiting for the disk, so that most kills come while it writes. */
function directFiles(): StoreFiles {
  return {
    ...realFiles,
    create: (path) => realFiles.create(path.replace(/\.tmp$/, '')),
    write: (descriptor, bytes, position) =>
      realFiles.write(descriptor, bytes.subarray(0, 8), position),
    sync: () => undefined,
    syncFolder: () => undefined,
    rename: (from, to) => {
      if (!from.endsWith('.tmp')) realFiles.rename(from, to)
    },
  }
}
