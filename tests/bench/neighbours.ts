// The machine is shared. What else runs on it is waited for before a measurement, and counted during it.
import fs from 'node:fs'
import { setTimeout as wait } from 'node:timers/promises'
import { processTree } from './processes.ts'

/** How long the machine is looked at, and how long one waits for it at most when nothing else is said, in ms. */
const look = 400
const usualPatience = 30_000

interface ProcessorTimes {
  /** Ticks of all processors together. */
  readonly busy: number
  readonly all: number
}

function processorTimes(): ProcessorTimes {
  const [line = ''] = fs.readFileSync('/proc/stat', 'utf8').split('\n')
  const times = line.trim().split(/\s+/u).slice(1, 9).map(Number)
  const all = times.reduce((sum, time) => sum + time, 0)
  return { all, busy: all - (times[3] ?? 0) - (times[4] ?? 0) }
}

/** Waits until the processors are idle for most of a moment; false when they are not before its patience (ms) ends. */
export async function quietMachine(patience = usualPatience): Promise<boolean> {
  for (let waited = 0; waited < patience; waited += look) {
    const before = processorTimes()
    await wait(look)
    const after = processorTimes()
    if ((after.busy - before.busy) / (after.all - before.all) < 0.15) return true
  }
  return false
}

/**
 * Begins to watch what others do.
 * @returns a function that says which share of the machine went to processes that do not descend from this one since then;
 * to be called while those that do still run
 */
export function watchNeighbours(): () => number {
  const ours = (): number => processTree(process.pid).reduce((sum, { ticks }) => sum + ticks, 0)
  const before = { ...processorTimes(), ours: ours() }
  return () => {
    const after = { ...processorTimes(), ours: ours() }
    const others = after.busy - before.busy - (after.ours - before.ours)
    return Math.max(0, others) / (after.all - before.all)
  }
}
