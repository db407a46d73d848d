// The cage for files from strangers, as a utility process of Electron.
import { utilityProcess } from 'electron'
import type { CageProcess } from '../services/import/cage.ts'

/** @param program path of the built `import-cage` */
export function startCage(program: string): CageProcess {
  // No environment: what is read in there has no business with the reader's.
  const child = utilityProcess.fork(program, [], {
    env: {},
    stdio: 'ignore',
    serviceName: 'Leeslamp import',
  })
  return {
    pid: () => child.pid,
    send: (message) => {
      child.postMessage(message)
    },
    onMessage: (take) => void child.on('message', take),
    onExit: (take) => void child.on('exit', take),
    kill: () => void child.kill(),
  }
}
