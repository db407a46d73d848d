// Processes that change a library are killed (SIGKILL) at random instants, one after another over the same folder.
import { spawn } from 'node:child_process'
import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { openEditionLibrary } from '../../../../electron/services/library/edition-library.ts'
import { createRandom, faultTimeout, reportCounts, sized } from './fault-size.ts'
import { afterStep, holds, libraryStep, type Holdings } from './library-life.ts'
import { program } from '../../program.ts'

const worker = program('library-kill-worker')

/** Starts a process and kills it some milliseconds after its first step; gives how many steps it said were done. */
function liveAndDie(folder: string, first: number, mode: string, delay: number): Promise<number> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [worker, folder, String(first), mode])
    let output = ''
    let errors = ''
    child.stderr.on('data', (data: Buffer) => (errors += data.toString()))
    child.stdout.on('data', (data: Buffer) => {
      if (output === '') setTimeout(() => child.kill('SIGKILL'), delay)
      output += data.toString()
    })
    child.on('close', (code) => {
      if (code === null) resolve(output.split('\n').length - 1)
      else reject(new Error(`${code}: ${errors}`))
    })
  })
}

async function killMany(kills: number, mode: string, seed: number) {
  const counts = { kills: 0, steps: 0, 'step under way done': 0, 'neither old nor new': 0, left: 0 }
  const folder = mkdtempSync(join(tmpdir(), 'leeslamp-library-kill-'))
  const random = createRandom(seed)
  let held: Holdings = new Map()
  let next = 0
  for (; counts.kills < kills && counts['neither old nor new'] === 0; counts.kills += 1) {
    const done = await liveAndDie(folder, next, mode, random() * 80)
    counts.steps += done
    for (const last = next + done; next < last; next += 1) held = afterStep(held, libraryStep(next))
    const library = openEditionLibrary({ folder })
    if (!holds(library, held, 40)) {
      held = afterStep(held, libraryStep(next))
      next += 1
      if (holds(library, held, 40)) counts['step under way done'] += 1
      else counts['neither old nor new'] += 1
    }
    library.close()
    if (readdirSync(folder).some((name) => /\.(?:tmp|lock)$/.test(name))) counts.left += 1
  }
  rmSync(folder, { recursive: true })
  return counts
}

it('holds the old or the new state, whenever it is killed', { timeout: faultTimeout }, async () => {
  const halves = await Promise.all([1, 2].map((seed) => killMany(sized(400) / 2, '', seed)))
  for (const counts of halves) {
    reportCounts('library, kills', counts)
    expect(counts.steps).toBeGreaterThan(counts.kills)
    expect(counts).toMatchObject({ 'neither old nor new': 0, left: 0 })
  }
})

it('shows half editions when nothing is renamed', { timeout: faultTimeout }, async () => {
  const counts = await killMany(sized(400), 'direct', 3)
  reportCounts('library, kills, twin that writes under the last name', counts)
  expect(counts['neither old nor new']).toBeGreaterThan(0)
})
