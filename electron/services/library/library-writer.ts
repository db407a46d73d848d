// Lets one process at a time change the library's folder, until it closes the library.
import type { WriteFault } from '#core/desktop/transfer'
import type { Steps } from '#core/steps'
import { attempt, errorCode, type StoreFiles } from '../store/durable-files.ts'
import type { ProcessTable } from '../store/process-table.ts'
import { acquireStoreLock, type StoreLock } from '../store/store-lock.ts'
import { isOutOfRoom, isReadOnly } from '../store/store-opening.ts'

export interface LibraryWriter {
  /** What stood in the way at the last attempt to write; null when nothing did, or before there was one. */
  readonly fault: WriteFault | null
  readonly isHeld: boolean
  /** Tries to become the writer, unless this process is the writer already. */
  acquire(): void
  /** Runs an action as the writer, or says why that cannot be. What the action throws becomes the fault. */
  run<Changed>(action: () => Changed): Changed | { ok: false; reason: WriteFault }
  /** The same in steps. They are given up when the library is closed in between. */
  runSteps<Changed>(
    action: () => Steps<Changed>,
  ): Steps<Changed | { ok: false; reason: WriteFault }>
  /** Lets others write, and writes no more. */
  close(): void
}

export interface WriterOptions {
  readonly files: StoreFiles
  /** Made when only its last part is missing. */
  readonly folder: string
  readonly processes: ProcessTable
  /** Called when this process has become the writer, before it changes anything. */
  readonly onAcquired: () => void
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

  function acquire(): void {
    if (lock !== null || isClosed) return
    try {
      files.makeFolder(folder)
      const outcome = acquireStoreLock({ files, folder, processes })
      fault = outcome.ok ? null : 'in-use'
      if (!outcome.ok) return
      lock = outcome.lock
      options.onAcquired()
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
    acquire,
    run(action) {
      acquire()
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
    *runSteps(action) {
      acquire()
      const steps = action()
      try {
        while (lock !== null) {
          const step = steps.next()
          if (step.done === true) {
            fault = null
            return step.value
          }
          yield step.value
        }
      } catch (error) {
        fault = faultOf(error)
      } finally {
        attempt(() => steps.return?.(undefined as never))
      }
      return { ok: false, reason: fault ?? 'failed' }
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
