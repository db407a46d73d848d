// Tells whether the process that left a mark is still running. Its number alone does not say, since numbers are reused.
import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { hostname } from 'node:os'
import { basename } from 'node:path'
import { checksum } from './store-checksum.ts'

/** Short enough for a file name: `machine` and `started` are hashes of eight hexadecimal digits. */
export interface ProcessMark {
  /** The same for every machine where the system gives machines no identity. */
  readonly machine: string
  readonly pid: number
  /** Differs for a later process with the same number. */
  readonly started: string
}

export interface ProcessTable {
  readonly self: ProcessMark
  /** For a mark of this machine. True when it cannot be told. */
  isRunning(mark: ProcessMark): boolean
}

/** The processes of this machine. */
export function createProcessTable(): ProcessTable {
  const isLinux = process.platform === 'linux'
  const describe = isLinux ? describeOnLinux : describeByProgram
  const self = isLinux ? describe(process.pid) : basename(process.execPath)
  return {
    self: {
      machine: digest(isLinux ? linuxMachine() : ''),
      pid: process.pid,
      started: digest(self ?? 'unknown'),
    },
    isRunning({ pid, started }) {
      if (!isProcess(pid)) return false
      const now = describe(pid)
      return now === null || digest(now) === started
    },
  }
}

function digest(text: string): string {
  return checksum(Buffer.from(text)).slice(0, 8)
}

/** Whether a process has that number just now, whichever it is. */
export function isProcess(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    // The process exists if this one may not signal it.
    return error instanceof Error && 'code' in error && error.code === 'EPERM'
  }
}

/** The boot of the machine and the tick at which the process started; null for a zombie, or when the system hides it. */
function describeOnLinux(pid: number): string | null {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
    // The program's name, in parentheses, may hold anything, so fields are counted after the last parenthesis.
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
    const [state, ticks] = [fields[0], fields[19]]
    const boot = readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim()
    return state === 'Z' || state === 'X' ? 'ended' : `${boot}/${ticks}`
  } catch {
    return null
  }
}

/**
 * Without Linux, reading the start time needs another program, so the program's name is used instead, and only for a number
 * that is in use. A later process of our own program counts as the same one: the store then opens read-only, which is safe.
 */
function describeByProgram(pid: number): string | null {
  const options = { encoding: 'utf8', timeout: 2_000, windowsHide: true } as const
  try {
    if (process.platform !== 'win32') {
      return basename(execFileSync('ps', ['-o', 'comm=', '-p', String(pid)], options).trim())
    }
    const table = execFileSync('tasklist', ['/FI', `PID eq ${pid}`, '/FO', 'CSV', '/NH'], options)
    return /^"([^"]+)"/.exec(table.trim())?.[1] ?? null
  } catch {
    return null
  }
}

function linuxMachine(): string {
  try {
    return readFileSync('/etc/machine-id', 'utf8').trim() || hostname()
  } catch {
    return hostname()
  }
}
