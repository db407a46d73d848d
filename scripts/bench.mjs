// `npm run bench`: the program against a bare window. Options: --json FILE, --rounds NUMBER, --only start,memory,search,library,desk,import,blocks,views,quality,peers,large
import { spawn } from 'node:child_process'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { isRoot, launcher, ordinaryFolder } from './ordinary-user.mjs'
import { setUp } from './setup.mjs'
import { projectNode, root, runMain, SetupError } from './steps.mjs'

await runMain(async () => {
  if (process.platform !== 'linux')
    throw new SetupError('the bench reads the screen and the memory in the way of Linux.')
  const runtime = await setUp({ display: 'virtual' })
  const prefix = 'leeslamp-bench-'
  const home = isRoot() ? ordinaryFolder(prefix) : fs.mkdtempSync(path.join(os.tmpdir(), prefix))
  const { executable, program } = launcher(runtime.path, home)
  const env = {
    ...process.env,
    LEESLAMP_ELECTRON: executable,
    LEESLAMP_ELECTRON_VERSION: runtime.version,
    LEESLAMP_PROGRAM: program,
    LEESLAMP_HOME: home,
  }
  const main = path.join(root, 'tests/bench/main.ts')
  const args = ['--disable-warning=ExperimentalWarning', main, ...process.argv.slice(2)]
  try {
    const child = spawn(projectNode(), args, { env, stdio: 'inherit' })
    return await new Promise((resolve) => child.on('exit', (code) => resolve(code ?? 1)))
  } finally {
    fs.rmSync(home, { recursive: true, force: true })
  }
})
