// The sandboxed process that reads files from strangers (electron/services/import/cage.ts), as a utility process of Electron.
import { app, utilityProcess } from 'electron'
import type { CageProcess } from '../services/import/cage.ts'
import type { ProcessUsage } from '../services/import/process-usage.ts'

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

/** As Chromium tells it, on every system. */
export function usageOfProcess(pid: number): Promise<ProcessUsage | null> {
  const found = app.getAppMetrics().find((process) => process.pid === pid)
  if (found === undefined) return Promise.resolve(null)
  const { cumulativeCPUUsage } = found.cpu
  return Promise.resolve({
    memory: found.memory.workingSetSize * 1024,
    processor: cumulativeCPUUsage === undefined ? null : cumulativeCPUUsage * 1_000,
  })
}
