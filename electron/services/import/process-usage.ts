// What another process takes: memory, and time of the processor.
import { execFile } from 'node:child_process'
import fs from 'node:fs/promises'
import { promisify } from 'node:util'

const run = promisify(execFile)

export interface ProcessUsage {
  /** Resident, in bytes. */
  readonly memory: number
  /** Since the process started, in milliseconds; null when the system does not tell. */
  readonly processor: number | null
}

/** What a process takes now, or null when it has ended or the system does not tell. */
export async function processUsage(pid: number): Promise<ProcessUsage | null> {
  try {
    if (process.platform === 'linux') return await readOnLinux(pid)
    return process.platform === 'win32' ? await askTasklist(pid) : await askPs(pid)
  } catch {
    return null // the process is gone
  }
}

async function readOnLinux(pid: number): Promise<ProcessUsage | null> {
  const [status, stat] = await Promise.all([
    fs.readFile(`/proc/${pid}/status`, 'utf8'),
    fs.readFile(`/proc/${pid}/stat`, 'utf8'),
  ])
  const memory = /^VmRSS:\s+(\d+) kB$/mu.exec(status)?.[1]
  return memory === undefined
    ? null
    : { memory: Number(memory) * 1024, processor: ticksOf(stat) * millisecondsPerTick }
}

/** Linux tells all programs of hundredths of a second, whatever it counts in itself (proc_pid_stat(5), USER_HZ). */
const millisecondsPerTick = 10

/** Fields 14 and 15, counted from behind the name of the program, which may hold anything. */
function ticksOf(stat: string): number {
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
  return Number(fields[11]) + Number(fields[12])
}

async function askPs(pid: number): Promise<ProcessUsage | null> {
  const { stdout } = await run('ps', ['-o', 'rss=,time=', '-p', String(pid)])
  return usageOfPs(stdout)
}

/** What `ps -o rss=,time=` says: kilobytes, and days, hours, minutes and seconds as far as there are any. */
export function usageOfPs(said: string): ProcessUsage | null {
  const [memory, time = ''] = said.trim().split(/\s+/u)
  return memory === undefined || memory === ''
    ? null
    : { memory: Number(memory) * 1024, processor: millisecondsOf(time) }
}

async function askTasklist(pid: number): Promise<ProcessUsage | null> {
  const args = ['/V', '/FI', `PID eq ${pid}`, '/FO', 'CSV', '/NH']
  const { stdout } = await run('tasklist', args, { windowsHide: true })
  return usageOfTasklist(stdout)
}

/**
 * What `tasklist /V /FO CSV` says: `"node.exe","123","Console","1","45.678 K","Running","PC\me","0:00:05","N/A"`. The separator of
 * thousands is the system's.
 */
export function usageOfTasklist(said: string): ProcessUsage | null {
  const memory = /"([\d.,\s]+)\sK"/u.exec(said)?.[1]?.replace(/\D/gu, '')
  const time = /"(\d+:\d\d:\d\d)"/u.exec(said)?.[1]
  return memory === undefined
    ? null
    : { memory: Number(memory) * 1024, processor: time === undefined ? null : millisecondsOf(time) }
}

/** `1-02:03:04`, `03:04.56` or `0:00:05`, in milliseconds; null for anything else. */
function millisecondsOf(time: string): number | null {
  const parts = /^(?:(\d+)-)?(?:(\d+):)?(\d+):(\d+(?:\.\d+)?)$/u.exec(time)
  if (parts === null) return null
  const [days, hours, minutes, seconds] = parts.slice(1).map((part) => Number(part ?? 0))
  return ((((days ?? 0) * 24 + (hours ?? 0)) * 60 + (minutes ?? 0)) * 60 + (seconds ?? 0)) * 1_000
}
