// The cage as a child process of Node, for the `edition` command and for tests.
import { fork } from 'node:child_process'
import type { CageProcess } from './cage.ts'

/**
 * Starts a program as a cage. It gets no environment, and Node itself keeps it from writing files, from starting other
 * programs and from making a program of a text.
 *
 * @param program path of `import-cage`, as TypeScript or built
 */
export function startCageChild(program: string): CageProcess {
  const child = fork(program, [], {
    execArgv: [
      '--disable-warning=ExperimentalWarning',
      '--disallow-code-generation-from-strings',
      '--permission',
      '--allow-fs-read=*',
    ],
    // Windows starts nothing without it.
    env: process.env.SystemRoot === undefined ? {} : { SystemRoot: process.env.SystemRoot },
    serialization: 'advanced',
    // The trace of a crash tells a reader nothing; that it crashed is the result.
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
  })
  return {
    pid: () => child.pid,
    send: (message) => void child.send(message, () => undefined),
    onMessage: (take) => void child.on('message', take),
    onExit: (take) => void child.on('exit', take).on('error', take),
    kill: () => void child.kill('SIGKILL'),
  }
}
