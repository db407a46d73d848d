// `npm start`: sets up what is missing, builds what has changed, and opens the window.
import { spawn } from 'node:child_process'
import fs from 'node:fs'
import path from 'node:path'
import { needsVirtualDisplay, startVirtualDisplay } from './display.mjs'
import {
  isRoot,
  launcher,
  ordinaryFolder,
  ordinaryRead,
  ownByOrdinaryUser,
} from './ordinary-user.mjs'
import { sandboxObstacle } from './sandbox.mjs'
import { root, runMain, SetupError, tell } from './steps.mjs'
import { setUp } from './setup.mjs'

/** Where data and exports lie when root starts the program: a place that stays, owned by the ordinary user. */
const rootProfile = '/var/lib/leeslamp'

/** The program's arguments: paths made absolute, and within reach of the user that the program runs as. */
function programArguments(given, home) {
  const from = process.env.INIT_CWD ?? process.cwd()
  const all = []
  for (let index = 0; index < given.length; index++) {
    const [name, inline] = given[index].split(/=(.*)/s)
    if (name !== '--edition' && name !== '--user-data-dir') {
      all.push(given[index])
      continue
    }
    const file = path.resolve(from, inline ?? given[++index] ?? '')
    if (name === '--user-data-dir') all.push(`${name}=${isRoot() ? ownByOrdinaryUser(file) : file}`)
    else all.push(`${name}=${isRoot() ? ordinaryRead(file, home) : file}`)
  }
  const hasProfile = all.some((argument) => argument.startsWith('--user-data-dir='))
  if (isRoot() && !hasProfile) all.push(`--user-data-dir=${rootProfile}`)
  return all
}

async function startOnScreen(executable, args) {
  const child = spawn(executable, args, { stdio: 'inherit' })
  for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => child.kill(signal))
  return new Promise((resolve, reject) =>
    child.on('exit', (code, signal) => {
      if (signal === 'SIGTRAP') reject(new SetupError('Electron stopped before it had a window.'))
      else resolve(code ?? 0)
    }),
  )
}

/** Without a screen nobody sees the window, so a picture of it is written; Playwright knows when it is painted. */
async function startOnVirtualDisplay(executable, args) {
  const { _electron } = await import('@playwright/test')
  const server = await startVirtualDisplay()
  const program = await _electron.launch({
    executablePath: executable,
    args,
    chromiumSandbox: true,
    env: { ...process.env, DISPLAY: server.display },
  })
  const closed = new Promise((resolve) => program.once('close', resolve))
  for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => void program.close())
  const window = await program.firstWindow().catch(() => undefined)
  if (window === undefined) {
    server.stop()
    throw new SetupError(
      'the window did not open: Leeslamp is already running in this profile. Stop it first, or give another folder with --user-data-dir=DIR.',
    )
  }
  await window.locator('main').waitFor()
  const picture = path.join(root, 'leeslamp.png')
  await window.screenshot({ path: picture })
  tell(
    `there is no display here, so Leeslamp runs on a virtual one; ${picture} shows the window. Stop it with Ctrl+C.`,
  )
  await closed
  server.stop()
  return 0
}

await runMain(async () => {
  const runtime = await setUp({ display: 'if-needed' })
  if (!runtime.official)
    tell(
      `running on Electron ${runtime.version}, a development runtime: the official one could not be fetched.`,
    )
  const home = isRoot() ? ordinaryFolder('leeslamp-home-') : undefined
  if (isRoot()) ownByOrdinaryUser(rootProfile)
  try {
    const { executable, program } = launcher(runtime.path, home, rootProfile)
    const args = [program, ...programArguments(process.argv.slice(2), home)]
    return await (needsVirtualDisplay() ? startOnVirtualDisplay : startOnScreen)(executable, args)
  } catch (error) {
    const obstacle = sandboxObstacle(runtime.path)
    throw obstacle === null ? error : new SetupError(`${error.message}\nPerhaps ${obstacle}`)
  } finally {
    if (home !== undefined) fs.rmSync(home, { recursive: true, force: true })
  }
})
