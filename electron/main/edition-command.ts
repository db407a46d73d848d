// `leeslamp edition`: the command for editions in the installed program, without a window.
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { app } from 'electron'
import { wordListFileName } from '#core/dutch/word-list'
import { processMemory, startCageProcess } from './cage-process.ts'

/**
 * Does what the arguments say, and ends the program with the command's exit code.
 * @param out the folder of the built program
 */
export async function runEditionCommand(args: readonly string[], out: string): Promise<void> {
  // Chromium wants a profile; the reader's own is for the reader, who may have it open.
  const profile = fs.mkdtempSync(path.join(os.tmpdir(), 'leeslamp-edition-'))
  app.setPath('userData', profile)
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
  fs.rmSync(profile, { recursive: true, force: true })
  app.exit(code)
}
