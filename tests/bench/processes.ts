// The processes of a program as the kernel lists them.
import fs from 'node:fs'

interface ProcessState {
  readonly pid: number
  readonly parent: number
  /** Processor time that it and the children it has outlived used, in ticks. */
  readonly ticks: number
}

function stateOf(pid: number): ProcessState | null {
  try {
    const stat = fs.readFileSync(`/proc/${String(pid)}/stat`, 'utf8')
    // The name, in brackets, may hold anything; the fields after it are counted from 3 (proc(5)).
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
    const field = (number: number): number => Number(fields[number - 3])
    return { pid, parent: field(4), ticks: field(14) + field(15) + field(16) + field(17) }
  } catch {
    return null // it ended meanwhile
  }
}

/** A process and all that descend from it. */
export function processTree(root: number): readonly ProcessState[] {
  const all = fs
    .readdirSync('/proc')
    .filter((name) => /^\d+$/u.test(name))
    .map((name) => stateOf(Number(name)))
    .filter((state) => state !== null)
  const found = all.filter((state) => state.pid === root)
  for (const one of found) found.push(...all.filter((other) => other.parent === one.pid))
  return found
}
