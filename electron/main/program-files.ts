// Where the files of the built program are, and where its page comes from.
import path from 'node:path'
import { wordListFileName } from '#core/dutch/word-list'
import { glossListName } from '#core/lookup/word-entry'
import { indexFileName } from '#core/search/search-types'
import { bundledEdition } from '../services/editions/bundled-edition.ts'
import { origin } from './protocol.ts'

const out = path.join(__dirname, '..')

export const programFiles = {
  searchWorker: path.join(out, 'main', 'search-worker.cjs'),
  sandboxedReader: path.join(out, 'main', 'import-cage.cjs'),
  bundledEdition: path.join(out, 'editions', `${bundledEdition}.json`),
  bundledIndex: path.join(out, 'editions', indexFileName),
  words: path.join(out, 'editions', wordListFileName),
  glosses: path.join(out, 'editions', glossListName),
  organisation: path.join(out, 'organisation.json'),
  organisationEditions: path.join(out, 'organisation'),
  page: path.join(out, 'renderer'),
  licences: path.join(out, 'licences.json'),
} as const

/**
 * The server that the page comes from while developing, which reloads it after a change. Never in a build
 * (tests/unit/electron/bundle.test.ts).
 */
const devServer = import.meta.env.DEV ? (process.env.ELECTRON_RENDERER_URL ?? null) : null

export const page = {
  url: devServer ?? `${origin}/index.html`,
  origin: devServer ?? origin,
  /** Whether the program serves the page itself. */
  isBuilt: devServer === null,
  allowedOrigins:
    devServer === null
      ? [origin]
      : [origin, devServer, devServer.replace('http', 'ws'), 'devtools://devtools'],
} as const
