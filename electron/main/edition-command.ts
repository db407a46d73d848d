// `leeslamp edition`: the command for editions in the installed program, without a window.
import { app } from 'electron'
import { makeTemporaryFolder } from '../services/program/profile.ts'
import { usageOfProcess, startCageProcess } from './cage-process.ts'
import { drawInSoftware } from './drawing.ts'
import { programFiles } from './program-files.ts'

/** Ends the program with the exit code of the command. */
export async function runEditionCommand(args: readonly string[]): Promise<void> {
  // Chromium needs a profile, and the reader's own may be in use.
  const profile = makeTemporaryFolder()
  if (profile !== null) app.setPath('userData', profile)
  // Nothing is drawn; without this the GPU process prints what it does not find.
  drawInSoftware()
  let code = 1
  try {
    await app.whenReady()
    const { runEdition } = await import('../tools/edition/run-edition.ts')
    code = await runEdition(args, {
      programVersion: app.getVersion(),
      words: programFiles.words,
      glosses: programFiles.glosses,
      startCage: () => startCageProcess(programFiles.sandboxedReader),
      processUsage: usageOfProcess,
    })
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? (error.stack ?? error.message) : 'unknown'}\n`)
  }
  app.exit(code)
}
