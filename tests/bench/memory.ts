// What the processes of a program hold in memory while it stands idle: the sum of their proportional shares (Pss).
import fs from 'node:fs'
import { setTimeout as wait } from 'node:timers/promises'
import { quietMachine } from './neighbours.ts'
import { processTree } from './processes.ts'
import { freshProfile, start, type Place, type Subject } from './subjects.ts'

/** From the start of the process, in ms: up to one second to the first text, and five of idleness after it. */
const restingTime = 6_000

/** Mebibytes by kind of process, as Chromium names them. */
export type MemoryShares = Readonly<Record<string, number>>

/** Chromium writes its children's command lines anew, with spaces between the arguments. */
function kindOf(pid: number): string {
  const line = fs.readFileSync(`/proc/${String(pid)}/cmdline`, 'utf8').replaceAll('\0', ' ')
  const service = /--utility-sub-type=(\S+)/u.exec(line)?.[1]?.split('.').at(-1)
  return service ?? /--type=(\S+)/u.exec(line)?.[1] ?? 'main'
}

/** What a process and its descendants hold. @throws Error when a process does not show its memory to this user */
export function sharesOf(pid: number): MemoryShares {
  const shares: Record<string, number> = {}
  for (const { pid: one } of processTree(pid)) {
    const rollup = fs.readFileSync(`/proc/${String(one)}/smaps_rollup`, 'utf8')
    const kilobytes = Number(/^Pss:\s+(\d+) kB$/mu.exec(rollup)?.[1])
    const kind = kindOf(one)
    shares[kind] = (shares[kind] ?? 0) + kilobytes / 1024
  }
  return shares
}

/** Starts the subjects in turns, each in a new profile, and reads what they hold when they have come to rest. */
export async function measureMemory(
  place: Place,
  subjects: readonly Subject[],
  options: { rounds: number; tell: (text: string) => void },
): Promise<readonly (readonly MemoryShares[])[]> {
  const held = subjects.map((): MemoryShares[] => [])
  for (let round = 0; round < options.rounds; round++) {
    options.tell(`memory: round ${String(round + 1)} of ${String(options.rounds)}`)
    const turn = [...subjects.entries()]
    for (const [index, subject] of round % 2 === 0 ? turn : turn.toReversed()) {
      await quietMachine()
      const profile = freshProfile(place)
      const running = start(place, subject, profile)
      await wait(restingTime)
      held[index]?.push(sharesOf(running.process.pid ?? 0))
      await running.stop()
      fs.rmSync(profile, { recursive: true, force: true })
    }
  }
  return held
}

export function total(shares: MemoryShares): number {
  return Object.values(shares).reduce((sum, share) => sum + share, 0)
}
