// The `edition` command in a process of its own, as it is used.
import { spawnSync } from 'node:child_process'
import { program } from '../../program.ts'
import { bounds } from '../../../bounds.ts'

export const tool = program('edition')
export const quiet = { ...process.env, NODE_NO_WARNINGS: '1' }

export interface Ended {
  readonly code: number | null
  readonly out: string
  readonly error: string
}

/** Runs a verb to its end; one that never ends is stopped, and has no code. */
export function runEdition(...args: string[]): Ended {
  const { status, stdout, stderr } = spawnSync(process.execPath, [tool, ...args], {
    encoding: 'utf8',
    env: quiet,
    timeout: bounds.program,
  })
  return { code: status, out: stdout, error: stderr }
}
