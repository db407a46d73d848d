// Waits until the machine has little else to do, so that what is measured is the program and not its neighbours.
import fs from 'node:fs'
import { setTimeout as wait } from 'node:timers/promises'

/** How long the machine is looked at, and how long one waits for it at most, in ms. */
const look = 400
const patience = 30_000

function processorTimes(): { idle: number; all: number } {
  const [line = ''] = fs.readFileSync('/proc/stat', 'utf8').split('\n')
  const times = line.trim().split(/\s+/u).slice(1).map(Number)
  return {
    idle: (times[3] ?? 0) + (times[4] ?? 0),
    all: times.reduce((sum, time) => sum + time, 0),
  }
}

/** @returns whether the processors were idle for most of the last moment; false when they never were */
export async function quietMachine(): Promise<boolean> {
  for (let waited = 0; waited < patience; waited += look) {
    const before = processorTimes()
    await wait(look)
    const after = processorTimes()
    if ((after.idle - before.idle) / (after.all - before.all) > 0.85) return true
  }
  return false
}
