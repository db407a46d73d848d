// Lets one process of Electron live the program again and again, each life as new as a start (shared.ts). Electron loads this
// before the program, so what is here and was not then is of a life.
const electron = require('electron')
const timers = require('node:timers')
const { app, BrowserWindow, clipboard, ipcMain, protocol, session } = electron

/** What the program or a test may replace: the system's dialogs, its menus. The screen is not to be had before Electron is ready. */
const names = Object.keys(electron).filter((name) => name !== 'screen')
const parts = names.flatMap((name) => {
  const part = electron[name]
  return [part, part?.prototype].filter((one) => ['object', 'function'].includes(typeof one))
})
const replaceable = new Map(
  [...parts, globalThis].map((part) => [part, Object.getOwnPropertyDescriptors(part)]),
)
const listeners = new Map([app, ipcMain, process].map((emitter) => [emitter, listenersOf(emitter)]))
// Node makes these when they are first asked for, and they stay.
for (const name of ['stdout', 'stderr']) Reflect.get(process, name)
const resources = process.getActiveResourcesInfo()
const given = [...process.argv]

/** Of this life. */
let channels = new Set()
let waiting = new Set()
let faults = []
let hasQuit = false
let isCleared = false

function listenersOf(emitter) {
  return new Map(emitter.eventNames().map((name) => [name, emitter.rawListeners(name)]))
}

/** The program ends as ever, with all that it then does; only its process stays, and would keep the clipboard. */
function stay(event) {
  event.preventDefault()
  hasQuit = true
  clipboard.clear()
  void session.defaultSession.clearStorageData().then(() => {
    isCleared = true
  })
}

/** What happens only before Electron is ready is done, and stands. */
function isDone() {}

function fail(error) {
  faults.push(error instanceof Error ? error.stack : String(error))
}

/** Timers that are made from now on are known, and end with their life. */
function watchTimers() {
  for (const name of ['setTimeout', 'setInterval']) {
    const make = globalThis[name]
    const watched = (...args) => {
      const timer = make(...args)
      waiting.add(timer)
      return timer
    }
    globalThis[name] = Object.defineProperties(watched, Object.getOwnPropertyDescriptors(make))
  }
}

function watchChannels() {
  const handle = ipcMain.handle.bind(ipcMain)
  ipcMain.handle = (channel, listener) => {
    channels.add(channel)
    handle(channel, listener)
  }
}

function watchLife() {
  app.on('will-quit', stay)
  process.on('uncaughtException', fail)
  process.on('unhandledRejection', fail)
  watchTimers()
  watchChannels()
}

/** Each is taken back, also what a test put there. */
function takeBack() {
  for (const [emitter, before] of listeners)
    for (const name of emitter.eventNames())
      for (const listener of emitter.rawListeners(name))
        if (before.get(name)?.includes(listener) !== true)
          emitter.removeListener(name, listener.listener ?? listener)
  for (const channel of channels) ipcMain.removeHandler(channel)
  for (const scheme of ['app', 'file', 'http', 'https']) {
    if (protocol.isProtocolHandled(scheme)) protocol.unhandle(scheme)
    if (protocol.isProtocolRegistered(scheme)) protocol.unregisterProtocol(scheme)
  }
  for (const [part, before] of replaceable)
    for (const [name, now] of Object.entries(Object.getOwnPropertyDescriptors(part))) {
      if (!now.configurable || name.startsWith('__')) continue
      if (!Object.hasOwn(before, name)) delete part[name]
      else if (now.value !== before[name].value) Object.defineProperty(part, name, before[name])
    }
}

/** What is left of a life that ends: each time a little less, until nothing is. */
function left() {
  if (hasQuit) for (const timer of waiting) timers.clearTimeout(timer)
  const held = [...process.getActiveResourcesInfo()]
  for (const name of resources) {
    const at = held.indexOf(name)
    if (at >= 0) held.splice(at, 1)
  }
  const processes = app
    .getAppMetrics()
    .filter(({ type, serviceName }) => type === 'Tab' || serviceName === 'node.mojom.NodeService')
  return [
    ...(hasQuit ? [] : ['the program has not quit']),
    ...(isCleared ? [] : ['what its page has stored']),
    ...held.map((name) => `a ${name}`),
    ...processes.map(({ type, name, pid }) => `a process ${name ?? type} (${String(pid)})`),
    ...faults,
  ]
}

/** Ends a life as the system would: nothing is asked of the page. The program quits by itself. */
function end() {
  // A test is heard in the midst of whatever runs; a system ends no window while that is being shown.
  timers.setImmediate(() => {
    for (const window of BrowserWindow.getAllWindows()) {
      // Chromium remembers it for the next page.
      if (!window.webContents.isCrashed()) window.webContents.setZoomFactor(1)
      window.destroy()
    }
  })
}

/** Begins a life as a start with these arguments does. */
function begin(program, args) {
  takeBack()
  session.defaultSession.removeAllListeners()
  channels = new Set()
  waiting = new Set()
  faults = []
  hasQuit = false
  isCleared = false
  watchLife()
  Object.assign(app, { enableSandbox: isDone, disableHardwareAcceleration: isDone })
  protocol.registerSchemesAsPrivileged = isDone
  process.argv = [...given.slice(0, given.indexOf(program) + 1), ...args]
  for (const file of Object.keys(require.cache))
    if (file.startsWith(`${program}/`)) delete require.cache[file]
  require(`${program}/out/main/index.cjs`)
}

watchLife()
Object.defineProperty(globalThis, '__lives', { value: { begin, end, left } })
