// `leeslamp edition`: the command for editions in the installed program, without a window.
import path from 'node:path'
import { app } from 'electron'
import { wordListFileName } from '#core/dutch/word-list'
import { throwAwayFolder } from '../services/program/profile.ts'
import { processMemory, startCageProcess } from './cage-process.ts'
import { drawInSoftware } from './drawing.ts'

/**
 * Does what the arguments say, and ends the program with the command's exit code.
 * @param out the folder of the built program
 */
export async function runEditionCommand(args: readonly string[], out: string): Promise<void> {
  // Chromium wants a profile; the reader's own is for the reader, who may have it open.
  const profile = throwAwayFolder()
  if (profile !== null) app.setPath('userData', profile)
  // It draws nothing; without these a process for graphics says what it does not find.
  drawInSoftware()
  let code = 1
  try {
    await app.whenReady()
    const { runEdition } = await import('../tools/edition/run-edition.ts')
    code = await runEdition(args, {
      programVersion: app.getVersion(),
      words: path.join(out, 'editions', wordListFileName),
      startCage: () => startCageProcess(path.join(out, 'main', 'import-cage.cjs')),
      residentMemory: processMemory,
    })
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? (error.stack ?? error.message) : 'unknown'}\n`)
  }
  app.exit(code)
}
