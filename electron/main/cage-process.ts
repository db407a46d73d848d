// The cage as a utility process of Electron: what `electron/services/import/cage.ts` is given in the program.
import { app, utilityProcess } from 'electron'
import type { CageProcess } from '../services/import/cage.ts'

/** Starts a built program as a cage, without the environment of this one. */
export function startCageProcess(program: string): CageProcess {
  const child = utilityProcess.fork(program, [], {
    // Electron takes an empty one for none and hands on its own.
    env: { LANG: 'C' },
    stdio: 'ignore',
    serviceName: 'Leeslamp import',
  })
  return {
    pid: () => child.pid,
    send: (message) => child.postMessage(message),
    onMessage: (take) => void child.on('message', take),
    onExit: (take) => void child.on('exit', take),
    kill: () => void child.kill(),
  }
}

/** Bytes of memory that a process of the program holds, on every system; null once it is gone. */
export function processMemory(pid: number): Promise<number | null> {
  const found = app.getAppMetrics().find((process) => process.pid === pid)
  return Promise.resolve(found === undefined ? null : found.memory.workingSetSize * 1024)
}
