// How much memory another process holds.
import { execFile } from 'node:child_process'
import fs from 'node:fs/promises'
import { promisify } from 'node:util'

const run = promisify(execFile)

/** Bytes of resident memory of a process, or null when it has ended or the system does not tell. */
export async function residentMemory(pid: number): Promise<number | null> {
  try {
    if (process.platform === 'linux') return await readOnLinux(pid)
    return process.platform === 'win32' ? await askTasklist(pid) : await askPs(pid)
  } catch {
    return null // the process is gone
  }
}

async function readOnLinux(pid: number): Promise<number | null> {
  const status = await fs.readFile(`/proc/${pid}/status`, 'utf8')
  return kilobytes(/^VmRSS:\s+(\d+) kB$/mu.exec(status)?.[1])
}

async function askPs(pid: number): Promise<number | null> {
  const { stdout } = await run('ps', ['-o', 'rss=', '-p', String(pid)])
  return kilobytes(/\d+/u.exec(stdout)?.[0])
}

/** `"node.exe","123","Console","1","45.678 K"`: the separator of thousands is the system's. */
async function askTasklist(pid: number): Promise<number | null> {
  const args = ['/FI', `PID eq ${pid}`, '/FO', 'CSV', '/NH']
  const { stdout } = await run('tasklist', args, { windowsHide: true })
  return kilobytes(/"([\d.,\s]+)\sK"/u.exec(stdout)?.[1]?.replace(/\D/gu, ''))
}

function kilobytes(digits: string | undefined): number | null {
  return digits === undefined ? null : Number(digits) * 1024
}
