// `npm run test:repeat -- FILE [RUNS]`: whole runs of one commit, every second one beside a load that keeps all cores busy. Each
// adds a line to FILE; what is there already is not run again, so that it can be stopped and goes on where it was.
import { spawn } from 'node:child_process'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { projectNode, root, run, runMain, SetupError, tell } from './steps.mjs'

async function currentCommit() {
  const git = async (...args) => (await run('git', args, { quiet: true })).output.trim()
  if ((await git('status', '--porcelain')) !== '')
    throw new SetupError('there are changes that are in no commit: commit them first.')
  return git('rev-parse', 'HEAD')
}

/** Keeps every core busy; the answer ends that. */
function startLoad() {
  const busy = Array.from({ length: os.availableParallelism() }, () =>
    spawn(projectNode(), ['-e', 'for (;;);'], { stdio: 'ignore' }),
  )
  return () => busy.forEach((child) => child.kill('SIGKILL'))
}

function resultsOf(file, commit) {
  if (!fs.existsSync(file)) return []
  return fs
    .readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line))
    .filter((result) => result.commit === commit)
}

await runMain(async () => {
  const [file, runs = '10'] = process.argv.slice(2)
  if (file === undefined || !/^[1-9]\d*$/u.test(runs))
    throw new SetupError('usage: npm run test:repeat -- FILE [RUNS]')
  const commit = await currentCommit()
  let failures = resultsOf(file, commit).filter(({ failed }) => failed.length > 0).length
  for (let number = resultsOf(file, commit).length + 1; number <= Number(runs); number++) {
    const isLoaded = number % 2 === 0
    tell(`run ${number} of ${runs}${isLoaded ? ', on a busy machine' : ''}`)
    const log = `${file}.${number}.log`
    const start = Date.now()
    const endLoad = isLoaded ? startLoad() : () => undefined
    const { code, output } = await run(projectNode(), [path.join(root, 'scripts/test.mjs')], {
      quiet: true,
    }).finally(endLoad)
    fs.writeFileSync(log, output)
    const named = [...output.matchAll(/^failed: (.*)$/gmu)].map(([, name]) => name)
    const failed = code !== 0 && named.length === 0 ? ['without a result'] : named
    const minutes = Number(((Date.now() - start) / 60_000).toFixed(1))
    fs.appendFileSync(file, `${JSON.stringify({ commit, number, isLoaded, minutes, failed })}\n`)
    tell(`run ${number}: ${minutes} minutes, ${failed.length} failed`)
    if (failed.length > 0) failures++
  }
  tell(`${failures} of ${runs} runs failed`)
  return failures === 0 ? 0 : 1
})
