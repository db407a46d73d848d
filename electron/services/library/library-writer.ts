// Who may change the library's folder: one process at a time, until it closes the library.
import type { WriteFault } from '#core/desktop/transfer'
import { errorCode, type StoreFiles } from '../store/durable-files.ts'
import type { ProcessTable } from '../store/process-table.ts'
import { acquireStoreLock, type StoreLock } from '../store/store-lock.ts'
import { isOutOfRoom, isReadOnly } from '../store/store-opening.ts'

export interface LibraryWriter {
  /** What stood in the way at the last try to write; null when nothing did, or before there was one. */
  readonly fault: WriteFault | null
  readonly isHeld: boolean
  /** Asks to be the writer, unless this process is. */
  ask(): void
  /** Changes the folder, or says why that cannot be. What the action throws becomes the fault. */
  run<Changed>(action: () => Changed): Changed | { ok: false; reason: WriteFault }
  /** Lets others write, and writes no more. */
  close(): void
}

export interface WriterOptions {
  readonly files: StoreFiles
  /** Made when only its last part is missing. */
  readonly folder: string
  readonly processes: ProcessTable
  /** This process has become the writer: what others have left there is gone through before anything is changed. */
  readonly onHeld: () => void
}

export function createLibraryWriter(options: WriterOptions): LibraryWriter {
  const { files, folder, processes } = options
  let lock: StoreLock | null = null
  let fault: WriteFault | null = null
  let isClosed = false

  function release(): void {
    lock?.release()
    lock = null
  }

  function ask(): void {
    if (lock !== null || isClosed) return
    try {
      files.makeFolder(folder)
      const asked = acquireStoreLock({ files, folder, processes })
      fault = asked.ok ? null : 'in-use'
      if (!asked.ok) return
      lock = asked.lock
      options.onHeld()
    } catch (error) {
      release()
      fault = faultOf(error)
    }
  }

  return {
    get fault() {
      return fault
    },
    get isHeld() {
      return lock !== null
    },
    ask,
    run(action) {
      ask()
      if (lock === null) return { ok: false, reason: fault ?? 'failed' }
      try {
        const outcome = action()
        fault = null
        return outcome
      } catch (error) {
        fault = faultOf(error)
        return { ok: false, reason: fault }
      }
    },
    close() {
      release()
      isClosed = true
    },
  }
}

function faultOf(error: unknown): WriteFault {
  const code = errorCode(error)
  if (isOutOfRoom(code)) return 'disk-full'
  return isReadOnly(code) ? 'read-only' : 'failed'
}
