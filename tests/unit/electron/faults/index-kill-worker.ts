// Takes editions into a library and its index without end until it is killed, and says after each edition that it is done.
// Arguments: the folder of the library, the number of the first edition, and `direct` for the broken twin that writes the index
// under its last name.
import { writeSync } from 'node:fs'
import { openEditionLibrary } from '../../../../electron/services/library/edition-library.ts'
import { openSearchIndex } from '../../../../electron/services/search/search-index.ts'
import { realFiles, type StoreFiles } from '../../../../electron/services/store/durable-files.ts'
import { libraryProvenance, makeEdition } from '../../../fixtures/make-library.ts'

const [folder = '', first = '0', mode = ''] = process.argv.slice(2)
const library = openEditionLibrary({ folder })
const index = openSearchIndex({
  ...{ bundled: null, words: null, library: folder, mayWrite: true, shown: null },
  notes: [],
  bookmarks: [],
  files: mode === 'direct' ? directFiles() : realFiles,
})
for (let number = Number(first); ; number += 1) {
  const made = makeEdition(number, { items: 8 })
  if (!library.add(made, libraryProvenance).ok) process.exit(4)
  writeSync(1, `${number}\n`)
  index.change({ kind: 'library', edition: made.edition.id })
  while (index.work());
}

/** Slowly, so that most kills come while it writes. */
function directFiles(): StoreFiles {
  return {
    ...realFiles,
    create: (path) => realFiles.create(path.replace(/\.tmp$/, '')),
    write(descriptor, bytes, position) {
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 1)
      return realFiles.write(descriptor, bytes.subarray(0, 64), position)
    },
    rename: () => undefined,
  }
}
