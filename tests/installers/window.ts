// The window of a program that was started, as it is seen from outside.
import type { ChildProcess } from 'node:child_process'
import { coloursOn } from './clean-system.ts'
import { processesOf, type Process } from './processes.ts'
import { bounds } from '../bounds.ts'

async function until<Value>(what: () => Value | false | undefined): Promise<Value> {
  for (const end = Date.now() + bounds.action; Date.now() < end;) {
    const value = what()
    if (value !== false && value !== undefined) return value
    await new Promise((resolve) => setTimeout(resolve, bounds.look))
  }
  throw new Error('nothing came in time')
}

/** The processes once the page is painted, which shows in its colours; `of` is where their program lies. */
export async function painted(display: string, of: string): Promise<Process[]> {
  await until(() => coloursOn(display) > 100)
  return processesOf(of)
}

/** Ends the program as the system does at the end of a session, and waits until all of it is gone. */
export async function end(child: ChildProcess, of: string): Promise<void> {
  const main = processesOf(of).find(
    ({ command }) => !command.some((one) => one.startsWith('--type=')),
  )
  if (main !== undefined) process.kill(main.pid, 'SIGTERM')
  if (child.exitCode === null) await new Promise((resolve) => child.once('exit', resolve))
  await until(() => processesOf(of).length === 0)
}
