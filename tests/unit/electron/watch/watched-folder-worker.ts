// Follows the folder that the store in a place names until it is killed, and says when the first edition is in. Argument: the place.
import { writeSync } from 'node:fs'
import { join } from 'node:path'
import { createEditionImport } from '../../../../electron/services/edition-import.ts'
import { openEditionLibrary } from '../../../../electron/services/edition-library.ts'
import { openReaderDataStore } from '../../../../electron/services/reader-data-store.ts'
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
  takeAll: (paths, onTaken) =>
    imports.takeAll(paths, (file, outcome) => {
      writeSync(1, '.')
      return onTaken(file, outcome)
    }),
  onChange: () => undefined,
  onTaken: () => undefined,
  delays: { still: 60, between: 600_000, gone: 100 },
}).start()
