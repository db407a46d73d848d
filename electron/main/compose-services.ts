// Makes the services and gives each of them what it needs. Most do nothing until they are asked something.
import path from 'node:path'
import { Worker } from 'node:worker_threads'
import { app } from 'electron'
import type { SendEvent } from '#core/desktop-api'
import type { ExportProgress } from '#core/desktop/transfer'
import type { Notice } from '#core/desktop/session'
import { createEditionImport } from '../services/adding/edition-import.ts'
import { openGivenForms } from '../services/editions/given-forms.ts'
import { createDictionaryShelf } from '../services/dictionaries/dictionary-shelf.ts'
import { installedFolder } from '../services/dictionaries/installed-dictionaries.ts'
import { bundledEdition } from '../services/editions/bundled-edition.ts'
import { openFile } from '../services/editions/edition-file.ts'
import { hyphenateIn } from '../services/editions/hyphenate-edition.ts'
import { createOpenEdition } from '../services/editions/open-edition.ts'
import {
  addOrganisationEditions,
  newestOf,
  readOrganisation,
} from '../services/editions/organisation-editions.ts'
import { createCage } from '../services/import/cage.ts'
import { createSeriesForms } from '../services/records/form-record.ts'
import { createLearnedNames } from '../services/records/learned-record.ts'
import { countWords } from '../services/reading-notes/word-tools.ts'
import { openEditionLibrary } from '../services/library/edition-library.ts'
import { lookForLibrary } from '../services/library/gone-library.ts'
import type { Profile } from '../services/program/profile.ts'
import { createReaderData } from '../services/reader-data/reader-data.ts'
import type { ReaderDataStore } from '../services/reader-data/reader-data-store.ts'
import {
  openEditionRecord,
  rememberBroughtDown,
  takeLastOpen,
} from '../services/records/open-edition-record.ts'
import { createRefusalCounter } from '../services/records/refusal-record.ts'
import { searchedOf } from '../services/search/annotation-changes.ts'
import { createSearchClient } from '../services/search/search-client.ts'
import { createFolderWatch } from '../services/watch/watched-folder.ts'
import { usageOfProcess, startCageProcess } from './cage-process.ts'
import { programFiles } from './program-files.ts'
import type { ProgramSwitches } from './switches.ts'
import { findSystemLanguage } from './system.ts'
import { patience } from '../services/program/patience.ts'

export type Services = ReturnType<typeof composeServices>

export function composeServices(
  profile: Profile,
  store: ReaderDataStore,
  switches: ProgramSwitches,
  send: SendEvent,
) {
  const now = (): Date => new Date()
  const data = createReaderData(store)
  const notices: Notice[] = data.notices()
  const refusals = createRefusalCounter(store, patience.refusals)
  const libraryFolder = path.join(profile.dataFolder, '../library')
  const presence = lookForLibrary({
    ...{ store, folder: libraryFolder },
    editionsOfReader: () => data.editions().filter((id) => id !== bundledEdition),
  })
  if (presence.gone !== null) notices.push({ kind: 'library-gone', folder: presence.gone })
  const library = openEditionLibrary({
    folder: libraryFolder,
    onChange: (id) => {
      presence.remember()
      search.change({ kind: 'library', edition: id })
    },
  })
  const cage = createCage({
    start: () => startCageProcess(programFiles.sandboxedReader),
    processUsage: usageOfProcess,
  })
  const programVersion = app.getVersion()
  const hyphenate = hyphenateIn(cage)
  const organisation = readOrganisation(programFiles.organisation)
  const organisationReady =
    organisation === null
      ? Promise.resolve()
      : addOrganisationEditions({
          ...{ store, library, organisation, folder: programFiles.organisationEditions, now },
        })
  const bundledFile = organisation?.bundledEdition === false ? null : programFiles.bundledEdition
  const lastOpen = openEditionRecord(store)
  const editions = createOpenEdition({
    bundled: bundledFile,
    file: switches.edition,
    openFile: async (file) => {
      // Electron starts no process before it is ready.
      await app.whenReady()
      return openFile(file, { cage, programVersion, hyphenate })
    },
    ...takeLastOpen(store),
    first: async () => {
      await organisationReady
      return organisation === null ? null : newestOf(organisation, library)
    },
    library,
    addNotice: (notice) => notices.push(notice),
    onShow: (bundle, isKept) => {
      search.change({ kind: 'shown', bundle: isKept ? null : bundle })
      lastOpen.writeIfChanged(bundle.edition.id)
    },
  })
  const given =
    organisation === null || organisation.forms.length === 0
      ? null
      : openGivenForms(programFiles.organisationEditions, organisation.name)
  const forms = createSeriesForms(store, given)
  const imports = createEditionImport({
    ...{ cage, library, hyphenate, programVersion, now },
    learned: createLearnedNames(store),
    forms,
    reservedIds: [bundledEdition],
    annotationsOf: data.annotationsOf,
    onProgress: (progress) => send('adding', progress),
  })
  const watch = createFolderWatch({
    store,
    keepFiles: imports.keepFiles,
    onChange: (folder) => send('watched', folder),
    onKept: (summary) => send('taken', summary),
  })
  const dictionaries = createDictionaryShelf({
    ...{ store, now, installed: installedFolder },
    folder: path.join(profile.dataFolder, '../dictionaries'),
    bundled:
      organisation?.dictionary == null
        ? null
        : { ...organisation.dictionary, folder: programFiles.organisationEditions },
    programWords: () => countWords(programFiles.glosses),
    read: (file, signal) => cage.readDictionary(file, signal),
    onChange: (sources) => search.change({ kind: 'dictionaries', sources }),
  })
  const search = createSearchClient({
    startWorker: () => new Worker(programFiles.searchWorker),
    contents: async () => ({
      bundled:
        bundledFile === null ? null : { edition: bundledFile, index: programFiles.bundledIndex },
      words: programFiles.words,
      glosses: programFiles.glosses,
      dictionaries: dictionaries.sources(),
      library: libraryFolder,
      mayWrite: profile.isWritable,
      shown: await editions.unkept(),
      ...searchedOf(await data.recordsInTurns()),
    }),
    onRebuilt: () => send('notice', { kind: 'index-rebuilt' }),
    onIndexing: (progress) => send('indexing', progress),
  })
  const systemLanguage = findSystemLanguage(switches.language)

  return {
    ...{ data, refusals, library, presence, organisation, organisationReady, systemLanguage },
    ...{ editions, imports, forms, watch, dictionaries, search, now },
    /** The bytes of a picture that the open edition or an open proof lists; null for every other hash. */
    picture: async (sha256: string) => imports.picture(sha256) ?? (await editions.picture(sha256)),
    language: () => {
      const chosen = data.settings().language
      return chosen === 'system' ? systemLanguage : chosen
    },
    addNotice: (notice: Notice) => notices.push(notice),
    onExport: (progress: ExportProgress) => send('exporting', progress),
    /** Whether the window goes on crashing with the edition that is open. */
    setBroughtDown: async (isBroughtDown: boolean) => {
      const open = isBroughtDown ? await editions.current() : null
      rememberBroughtDown(store, open?.edition.id ?? null)
    },
    /** The notices since the last call. */
    takeNotices: () => notices.splice(0),
    close() {
      void search.close()
      watch.close()
      cage.close()
      library.close()
      refusals.close()
      data.close()
    },
  }
}
