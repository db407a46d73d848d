// `npm run dev`: the window with hot reload. What this relaxes is behind import.meta.env.DEV and not in a build.
import { spawn } from 'node:child_process'
import path from 'node:path'
import { buildEditions, forgetBuild } from './build.mjs'
import { needsVirtualDisplay, startVirtualDisplay } from './display.mjs'
import { isRoot, launcher, ordinaryFolder } from './ordinary-user.mjs'
import { projectNode, root, runMain, tell } from './steps.mjs'
import { setUp } from './setup.mjs'

await runMain(async () => {
  const runtime = await setUp({ display: 'if-needed' })
  await buildEditions()
  forgetBuild() // developing leaves a main process in out/ that is not for use
  const display = needsVirtualDisplay() ? await startVirtualDisplay() : undefined
  if (display !== undefined) tell('there is no display here, so the window is on a virtual one.')
  const { executable, program } = launcher(
    runtime.path,
    isRoot() ? ordinaryFolder('leeslamp-dev-') : undefined,
  )
  const vite = path.join(root, 'node_modules/electron-vite/bin/electron-vite.js')
  const child = spawn(projectNode(), [vite, 'dev', '--watch', '--', ...process.argv.slice(2)], {
    cwd: root,
    stdio: 'inherit',
    env: {
      ...process.env,
      ELECTRON_EXEC_PATH: executable,
      ELECTRON_ENTRY: program,
      ...(display === undefined ? {} : { DISPLAY: display.display }),
    },
  })
  for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => child.kill(signal))
  return new Promise((resolve) => child.on('exit', (code) => resolve(code ?? 0)))
})
