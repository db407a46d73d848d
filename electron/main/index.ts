// The program, as a table of contents: what is closed before Electron is ready, what is opened, and in which order.
import path from 'node:path'
import { Worker } from 'node:worker_threads'
import { app, clipboard, session, type BrowserWindow } from 'electron'
import type { TellWindow } from '#core/desktop-api'
import type { Notice } from '#core/desktop/session'
import type { EditionBundle } from '#core/edition/edition'
import { windowTitle } from '#core/organisation/shown-organisation'
import { wordListFileName } from '#core/dutch/word-list'
import { indexFileName } from '#core/search/search-types'
import { bundledEdition } from '../services/bundled-edition.ts'
import { createDesktopCalls } from '../services/desktop-calls.ts'
import { isKnownWithoutGraphics, saveDrawing } from '../services/drawing-record.ts'
import { openFile } from '../services/edition-file.ts'
import { createEditionImport } from '../services/edition-import.ts'
import { openEditionLibrary } from '../services/edition-library.ts'
import { hyphenateIn } from '../services/hyphenate-edition.ts'
import { createCage } from '../services/import/cage.ts'
import { createLearnedNames } from '../services/import/learned-record.ts'
import { createImportCalls } from '../services/import-calls.ts'
import { createLibraryCalls } from '../services/library-calls.ts'
import { readOpenEdition, saveOpenEdition } from '../services/open-record.ts'
import { createOpenEdition } from '../services/open-edition.ts'
import { addOrganisationEditions, newestOf, readOrganisation } from '../services/organisation.ts'
import { openProfile } from '../services/profile.ts'
import { createReaderData } from '../services/reader-data.ts'
import { openReaderDataStore } from '../services/reader-data-store.ts'
import { searchedOf } from '../services/search/annotation-changes.ts'
import { createSearchClient } from '../services/search/search-client.ts'
import { createRefusalCounter } from '../services/refusal-record.ts'
import { readLicences } from '../services/third-party.ts'
import { createFolderWatch } from '../services/watch/watched-folder.ts'
import { createWatchCalls } from '../services/watch/watch-calls.ts'
import { readWindowBounds, saveWindowBounds } from '../services/window-record.ts'
import {
  askAfterCrashes,
  askWhatToOpen,
  askWhereToSave,
  askWhereToSavePackage,
  askWhichEditions,
  askWhichFolder,
} from './dialogs.ts'
import { processMemory, startCageProcess } from './cage-process.ts'
import { serveCalls } from './ipc.ts'
import { addContextMenu, leaveOutDefaultMenu, setApplicationMenu } from './menu.ts'
import { drawInSoftware, hasGraphics } from './drawing.ts'
import { runEditionCommand } from './edition-command.ts'
import { closeNetworkSwitches, closeSession } from './offline.ts'
import { origin, refuseOtherSchemes, registerScheme, serveFolder } from './protocol.ts'
import {
  editionArguments,
  followedLink,
  readSwitches,
  refusalOf,
  refusedExitCode,
} from './switches.ts'
import { createPrintCalls } from './printing.ts'
import { createFrameCalls, letPaint, openWindow } from './window.ts'

const out = path.join(__dirname, '..')
const searchWorker = path.join(out, 'main', 'search-worker.cjs')
const importCage = path.join(out, 'main', 'import-cage.cjs')
/** How long the page may take to write what is pending before its window closes all the same, in milliseconds. */
const closingPatience = 2_000
/** How long after a refused request the count is written, in milliseconds. */
const refusalDelay = 1_000
/** How long after the first text the search worker starts, in milliseconds. */
const warmUpDelay = 500
/** How long after the first text it is known for good how the window is drawn, in milliseconds. */
const drawingDelay = 500
/** How long after the first text the folder that is followed is looked at, in milliseconds. */
const watchDelay = 2_000
/** A Mac names the files of one click one after the other, within so many milliseconds. */
const clickDelay = 100
/** Only while developing: the page comes from the server that reloads it. Never in a build (tests/unit/electron/bundle.test.ts). */
const devServer = import.meta.env.DEV ? (process.env.ELECTRON_RENDERER_URL ?? null) : null

/** The version of Electron in package.json (electron.vite.config.ts). */
declare const __ELECTRON_VERSION__: string

const switches = readSwitches(process.argv, process.cwd())
/** What `leeslamp edition` is asked to do; then there is no window. */
const command = editionArguments(process.argv)
const refused = app.isPackaged ? refusalOf(process.argv, process) : null

if (refused !== null) {
  process.stderr.write(`Leeslamp does not start with ${refused}.\n`)
  app.exit(refusedExitCode)
} else if (command !== null) {
  closeNetworkSwitches()
  app.enableSandbox()
  void runEditionCommand(command, out)
} else {
  closeNetworkSwitches()
  registerScheme()
  leaveOutDefaultMenu()
  app.enableSandbox()
  start()
}

/** Where the profile lies unless something else is asked; Electron makes that folder, and throws where it cannot. */
function ownFolder(): string {
  try {
    return app.getPath('userData')
  } catch {
    return path.join(app.getPath('appData'), app.getName())
  }
}

function start(): void {
  const profile = openProfile(switches.profile ?? ownFolder())
  app.setPath('userData', profile.browserFolder)
  if (profile.isWritable && !app.requestSingleInstanceLock(switches)) {
    app.quit()
    return
  }
  const store = openReaderDataStore({ folder: profile.dataFolder })
  const { electron } = process.versions
  const drawsInSoftware =
    app.commandLine.hasSwitch('disable-gpu') || isKnownWithoutGraphics(store, electron, new Date())
  if (drawsInSoftware) drawInSoftware()
  const data = createReaderData(store)
  const notices: Notice[] = data.notices()
  const refusals = createRefusalCounter(store, refusalDelay)
  /** Packages that were clicked on, until there is a window to show them in and no more of them come. */
  let clicked = switches.packages
  /** The address that was clicked on last, until there is a window to follow it in. */
  let link = switches.link
  let window: BrowserWindow | null = null
  let isShown = false

  const tell: TellWindow = (name, value) => {
    if (window !== null && !window.isDestroyed()) window.webContents.send(`event:${name}`, value)
  }

  const bundledFile = path.join(out, 'editions', `${bundledEdition}.json`)
  const libraryFolder = path.join(profile.dataFolder, '../library')
  const library = openEditionLibrary({
    folder: libraryFolder,
    onChange: (id) => {
      search.change({ kind: 'library', edition: id })
    },
  })
  const cage = createCage({
    start: () => startCageProcess(importCage),
    residentMemory: processMemory,
  })
  const hyphenate = hyphenateIn(cage)
  const organisation = readOrganisation(path.join(out, 'organisation.json'))
  const organised =
    organisation === null
      ? Promise.resolve()
      : addOrganisationEditions({
          ...{ store, library, organisation, folder: path.join(out, 'organisation') },
          now: () => new Date(),
        })
  const hasBundled = organisation?.bundledEdition !== false
  const learned = createLearnedNames(store)
  const edition = createOpenEdition({
    bundled: hasBundled ? bundledFile : null,
    file: switches.edition,
    openFile: async (file) => {
      // Electron starts no process before it is ready itself.
      await app.whenReady()
      return openFile(file, { cage, programVersion: app.getVersion(), hyphenate })
    },
    last: readOpenEdition(store),
    first: async () => {
      await organised
      return organisation === null ? null : newestOf(organisation, library)
    },
    library,
    tell: (notice) => {
      notices.push(notice)
    },
  })
  const imports = createEditionImport({
    cage,
    learned,
    library,
    hyphenate,
    programVersion: app.getVersion(),
    reservedIds: [bundledEdition],
    annotationsOf: data.annotationsOf,
    now: () => new Date(),
    onProgress: (progress) => {
      tell('adding', progress)
    },
  })
  const watch = createFolderWatch({
    store,
    takeAll: imports.takeAll,
    onChange: (folder) => {
      tell('watched', folder)
    },
    onTaken: (summary) => {
      tell('taken', summary)
    },
  })
  const search = createSearchClient({
    startWorker: () => new Worker(searchWorker),
    contents: async () => ({
      bundled: hasBundled
        ? { edition: bundledFile, index: path.join(out, 'editions', indexFileName) }
        : null,
      words: path.join(out, 'editions', wordListFileName),
      library: libraryFolder,
      mayWrite: profile.isWritable,
      shown: await edition.unkept(),
      ...searchedOf(data.records()),
    }),
    onRebuilt: () => {
      tell('notice', { kind: 'index-rebuilt' })
    },
    onIndexing: (progress) => {
      tell('indexing', progress)
    },
  })
  const systemLanguage = languageOf(switches.language)

  function language(): 'nl' | 'en' {
    const chosen = data.settings().language
    return chosen === 'system' ? systemLanguage : chosen
  }

  async function decideAfterCrashes(): Promise<void> {
    if (window === null) return
    imports.dropAll()
    if (await askAfterCrashes(window, language())) window.reload()
    else window.destroy()
  }

  /** An edition takes the place of the one that is open. */
  function show(bundle: EditionBundle, isKept = true): void {
    edition.show(bundle, isKept)
    search.change({ kind: 'shown', bundle: isKept ? null : bundle })
    saveOpenEdition(store, bundle.edition.id)
  }

  /** A second start named a file: it is read here, in the window that is open. */
  async function openAnother(file: string): Promise<void> {
    const opened = await edition.readFile(file)
    for (const notice of notices.splice(0)) tell('notice', notice)
    if (opened === null) return
    show(opened, false)
    tell('opened', opened)
  }

  /** Packages that were clicked on: the proof of one is shown in the window that is open, several are kept at once. */
  async function addClicked(): Promise<void> {
    const paths = clicked
    clicked = []
    if (paths.length > 0) tell('added', await imports.add({ kind: 'files', paths }))
  }

  function followLink(): void {
    if (link !== null) tell('link', link)
    link = null
  }

  app.on('second-instance', (_event, _args, _folder, request) => {
    if (window?.isMinimized() === true) window.restore()
    window?.focus()
    const { edition: file, packages, link: other } = request as typeof switches
    if (file !== null) void openAnother(file)
    clicked = [...clicked, ...packages]
    link = other ?? link
    if (!isShown) return
    void addClicked()
    followLink()
  })
  // A Mac tells of files in this way, and sometimes before there is a window.
  app.on('open-file', (event, file) => {
    event.preventDefault()
    clicked = [...clicked, file]
    if (isShown) setTimeout(() => void addClicked(), clickDelay)
  })
  // And of addresses in this one.
  app.on('open-url', (event, address) => {
    event.preventDefault()
    link = followedLink(address)
    if (isShown) followLink()
  })
  app.on('web-contents-created', (_event, contents) => {
    contents.on('will-attach-webview', (event) => {
      event.preventDefault()
    })
  })
  app.on('window-all-closed', () => {
    app.quit()
  })
  app.on('will-quit', () => {
    void search.close()
    watch.close()
    cage.close()
    library.close()
    refusals.close()
    data.close()
  })

  void app.whenReady().then(async () => {
    await organised
    const allowed =
      devServer === null
        ? [origin]
        : [origin, devServer, devServer.replace('http', 'ws'), 'devtools://devtools']
    closeSession(session.defaultSession, allowed, refusals.count)
    if (devServer === null) {
      serveFolder(session.defaultSession, path.join(out, 'renderer'))
      refuseOtherSchemes(session.defaultSession, refusals.count)
    }
    setApplicationMenu(language())
    let finish = (): void => undefined
    const calls = createDesktopCalls({
      data,
      search,
      bundle: () => edition.current(),
      findEdition: edition.find,
      maker: () => edition.maker(),
      takeNotices: () => notices.splice(0),
      system: {
        systemLanguage,
        platform:
          process.platform === 'darwin'
            ? 'mac'
            : process.platform === 'win32'
              ? 'windows'
              : 'linux',
        version: app.getVersion(),
        developmentRuntime:
          process.versions.electron === __ELECTRON_VERSION__ ? null : process.versions.electron,
        dataFolder: profile.dataFolder,
        organisation,
      },
      askWhereToSave: (format) =>
        window === null
          ? Promise.resolve(null)
          : askWhereToSave(window, format, new Date().toISOString().slice(0, 10)),
      askWhatToOpen: () => (window === null ? Promise.resolve(null) : askWhatToOpen(window)),
      // Older Electrons write at once, newer ones answer with a promise.
      writeClipboard: async (text) => {
        await clipboard.writeText(text)
      },
      offlineProof: refusals.proof,
      licences: () => readLicences(path.join(out, 'licences.json')),
      letPaint: () => {
        if (window !== null) letPaint(window)
      },
      finished: () => {
        finish()
      },
      now: () => new Date(),
    })
    serveCalls(
      {
        ...calls,
        library: createLibraryCalls({
          library,
          editions: edition,
          show,
          start: imports.start,
          askWhereToSave: ({ edition: { id } }) =>
            window === null ? Promise.resolve(null) : askWhereToSavePackage(window, id),
        }),
        imports: createImportCalls({
          imports,
          show,
          askWhich: () => (window === null ? Promise.resolve([]) : askWhichEditions(window)),
        }),
        watching: createWatchCalls(watch, () =>
          window === null ? Promise.resolve(null) : askWhichFolder(window),
        ),
        printing: createPrintCalls(() => window),
        frame: createFrameCalls(() => window),
      },
      devServer ?? origin,
    )
    window = openWindow({
      url: devServer ?? `${origin}/index.html`,
      title: windowTitle(organisation),
      theme: data.settings().theme,
      scale: () => data.settings().scale / 100,
      bounds: readWindowBounds(store),
      drawsInSoftware,
      onShown: () => {
        // The first question need not wait for the worker, nor the first text.
        setTimeout(() => void search.warmUp(), warmUpDelay)
        setTimeout(watch.start, watchDelay)
        if (!drawsInSoftware)
          setTimeout(() => {
            const found = hasGraphics()
            if (found !== null)
              saveDrawing(store, { hasGraphics: found, electron, now: new Date() })
          }, drawingDelay)
        isShown = true
        void addClicked()
        followLink()
      },
      onRestart: () => {
        imports.dropAll()
        notices.push({ kind: 'window-restarted' })
      },
      onGivenUp: () => void decideAfterCrashes(),
      beforeClose: async (closing) => {
        // Before it is shown it does not have them yet.
        if (isShown)
          saveWindowBounds(store, {
            ...closing.getNormalBounds(),
            maximized: closing.isMaximized(),
          })
        const finished = new Promise<void>((resolve) => {
          finish = resolve
        })
        tell('command', 'flush')
        await Promise.race([
          finished,
          new Promise((resolve) => setTimeout(resolve, closingPatience)),
        ])
      },
    })
    addContextMenu(window, language, (command) => {
      tell('command', command)
    })
  })
}

/** The first language of the system that the interface speaks; Dutch when it names none of ours. */
function languageOf(asked: string | null): 'nl' | 'en' {
  const preferred = asked === null ? app.getPreferredSystemLanguages() : [asked]
  const known = preferred
    .map((tag) => tag.toLowerCase().split(/[-_]/)[0])
    .find((tag) => tag === 'nl' || tag === 'en')
  return known === 'en' ? 'en' : 'nl'
}
