// Runs scripts, and pieces of code that take their parts from them, as a reader of the terminal sees them.
import { spawnSync } from 'node:child_process'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { beforeEach } from 'vitest'

export const scripts = path.join(import.meta.dirname, '../../../../scripts')

export const importOf = (name: string, file: string): string =>
  `import { ${name} } from ${JSON.stringify(pathToFileURL(path.join(scripts, file)).href)}\n`

/** The arguments that make Node run this code. */
export const inline = (code: string): string[] => ['--input-type=module', '-e', code]

/** The exit code, and the lines on standard error. */
export function node(
  args: readonly string[],
  env: NodeJS.ProcessEnv = {},
): { readonly status: number | null; readonly lines: readonly string[] } {
  const { status, stderr } = spawnSync(process.execPath, args, {
    encoding: 'utf8',
    env: { ...process.env, ...env },
  })
  return { status, lines: stderr.trim().split('\n') }
}

/** Gives each test of a file an empty folder. */
export function freshFolder(): () => string {
  let folder = ''
  beforeEach(() => {
    folder = fs.mkdtempSync(path.join(os.tmpdir(), 'leeslamp-dist-'))
    return () => {
      fs.rmSync(folder, { recursive: true, force: true })
    }
  })
  return () => folder
}
