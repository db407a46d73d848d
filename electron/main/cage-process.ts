// The sandboxed process that reads files from strangers (electron/services/import/cage.ts), as a utility process of Electron.
import { app, utilityProcess } from 'electron'
import type { CageProcess } from '../services/import/cage.ts'

/** Starts a built program in a process of its own, without the environment of this one. */
export function startCageProcess(program: string): CageProcess {
  const child = utilityProcess.fork(program, [], {
    // Instead of an empty environment, Electron would pass on its own.
    env: { LANG: 'C' },
    stdio: 'ignore',
    serviceName: 'Leeslamp import',
  })
  return {
    pid: () => child.pid,
    send: (message) => child.postMessage(message),
    onMessage: (listener) => void child.on('message', listener),
    onExit: (listener) => void child.on('exit', listener),
    kill: () => void child.kill(),
  }
}

export function processMemory(pid: number): Promise<number | null> {
  const found = app.getAppMetrics().find((process) => process.pid === pid)
  return Promise.resolve(found === undefined ? null : found.memory.workingSetSize * 1024)
}
