// The program, as a table of contents: what is closed before Electron is ready, what is opened, and in which order.
import { app, session } from 'electron'
import { windowTitle } from '#core/organisation/shown-organisation'
import { createDesktopCalls } from '../services/calls/desktop-calls.ts'
import { openProfile } from '../services/program/profile.ts'
import { openReaderDataStore } from '../services/reader-data/reader-data-store.ts'
import { windowRecord } from '../services/records/window-record.ts'
import { startAfterFirstText } from './after-first-text.ts'
import { createClosing, quitWithLastWindow } from './closing.ts'
import { composeServices } from './compose-services.ts'
import { askAfterCrashes } from './dialogs.ts'
import { chooseDrawing } from './drawing.ts'
import { runEditionCommand } from './edition-command.ts'
import { receiveHandedOver } from './handed-over.ts'
import { serveCalls } from './ipc.ts'
import { createMainWindow } from './main-window.ts'
import { addContextMenu, preventDefaultMenu, setApplicationMenu } from './menu.ts'
import { closeNetworkSwitches, closeSession } from './offline.ts'
import { page, programFiles } from './program-files.ts'
import { registerScheme, servePage } from './protocol.ts'
import { useSystemVoices } from './speech.ts'
import { editionArguments, readSwitches, refusalOf, refusedExitCode } from './switches.ts'
import { defaultProfileFolder, describeSystem } from './system.ts'
import { createWindowAccess } from './window-access.ts'
import { forbidWebviews, openWindow } from './window.ts'

const switches = readSwitches(process.argv, process.cwd())
const command = editionArguments(process.argv)
const refused = app.isPackaged ? refusalOf(process.argv, process) : null

if (refused !== null) {
  process.stderr.write(`Leeslamp does not start with ${refused}.\n`)
  app.exit(refusedExitCode)
} else if (command !== null) {
  closeNetworkSwitches()
  app.enableSandbox()
  void runEditionCommand(command)
} else {
  closeNetworkSwitches()
  useSystemVoices()
  registerScheme()
  preventDefaultMenu()
  app.enableSandbox()
  start()
}

/** Opens the profile before Electron is ready, and the window as soon as it is. */
function start(): void {
  const profile = openProfile(switches.profile ?? defaultProfileFolder())
  app.setPath('userData', profile.browserFolder)
  if (profile.isWritable && !app.requestSingleInstanceLock(switches)) {
    app.quit()
    return
  }
  const store = openReaderDataStore({ folder: profile.dataFolder })
  const drawing = chooseDrawing(store)
  const window = createMainWindow()
  const services = composeServices(profile, store, switches, window.send)
  const { data, imports, language, organisation, refusals } = services
  const handedOver = receiveHandedOver(switches, services, window)
  const closing = createClosing(store, window)
  forbidWebviews()
  quitWithLastWindow(services.close)

  void app.whenReady().then(async () => {
    await services.organisationReady
    closeSession(session.defaultSession, page.allowedOrigins, refusals.count)
    const { picture } = services
    if (page.isBuilt)
      servePage(session.defaultSession, programFiles.page, { picture, onRefused: refusals.count })
    setApplicationMenu(language())
    const calls = createDesktopCalls({
      ...services,
      ...createWindowAccess(window),
      system: describeSystem(services, profile),
      licencesFile: programFiles.licences,
      allowClosing: closing.allow,
    })
    serveCalls(calls, page.origin)
    window.current = openWindow({
      title: windowTitle(organisation),
      theme: data.settings().theme,
      scale: () => data.settings().scale / 100,
      bounds: windowRecord(store).read(),
      drawsInSoftware: drawing.isInSoftware,
      onShown: () => {
        startAfterFirstText(services, store, drawing)
        window.isShown = true
        handedOver.deliver()
      },
      onReload: () => {
        imports.dropAll()
        services.addNotice({ kind: 'window-restarted' })
      },
      onGivenUp: async (crashed) => {
        imports.dropAll()
        // Before the reader is asked: who has enough of it ends the program.
        await services.setBroughtDown(true)
        const isTriedAgain = await askAfterCrashes(crashed, language())
        if (isTriedAgain) await services.setBroughtDown(false)
        return isTriedAgain
      },
      beforeClose: closing.prepare,
    })
    addContextMenu(window.current, language, window.send)
  })
}
