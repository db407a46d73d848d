// Follows the folder that the store in a place names until it is killed, and says when the first edition is in. Argument: the place.
import { writeSync } from 'node:fs'
import { join } from 'node:path'
import { createEditionImport } from '../../../../electron/services/adding/edition-import.ts'
import { openEditionLibrary } from '../../../../electron/services/library/edition-library.ts'
import { openReaderDataStore } from '../../../../electron/services/reader-data/reader-data-store.ts'
import { createFolderWatch } from '../../../../electron/services/watch/watched-folder.ts'
import { aCage } from '../a-cage.ts'

const [place = ''] = process.argv.slice(2)
const library = openEditionLibrary({ folder: join(place, 'library') })
const imports = createEditionImport({
  cage: aCage(),
  library,
  hyphenate: () => Promise.resolve({}),
  programVersion: '0.1.0',
  reservedIds: [],
  annotationsOf: () => [],
  now: () => new Date('2024-07-08T10:00:00Z'),
  onProgress: () => undefined,
})
createFolderWatch({
  store: openReaderDataStore({ folder: join(place, 'data') }),
  keepFiles: (paths, onFile) =>
    imports.keepFiles(paths, (file, outcome) => {
      writeSync(1, '.')
      return onFile(file, outcome)
    }),
  onChange: () => undefined,
  onKept: () => undefined,
  delays: { stable: 60, betweenScans: 600_000, missing: 100 },
}).start()
