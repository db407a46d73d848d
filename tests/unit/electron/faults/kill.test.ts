// Processes that write are killed (SIGKILL) at random instants, one after another over the same store.
import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { openReaderDataStore } from '../../../../electron/services/reader-data/reader-data-store.ts'
import { createRandom, faultTimeout, reportCounts, sized } from './fault-size.ts'
import { killWrite } from './kill-writes.ts'
import { applyToMap, hasSameEntries } from './reference-store.ts'
import { program } from '../../program.ts'

const worker = program('kill-worker')

interface Life {
  /** How many writes were acknowledged. */
  readonly acknowledged: number
  /** What it had to say when it ended by itself; null when it was killed. */
  readonly failure: string | null
}

/** Starts a writer and kills it: mostly some milliseconds after its first write, else at any moment of its start. */
function liveAndDie(folder: string, first: number, mode: string, random: () => number) {
  return new Promise<Life>((resolve) => {
    const child = spawn(process.execPath, [worker, folder, String(first), mode])
    let output = ''
    let errors = ''
    const killAfter = (milliseconds: number) =>
      setTimeout(() => child.kill('SIGKILL'), milliseconds)
    const isEarly = random() < 0.15
    if (isEarly) killAfter(random() * 150)
    child.stderr.on('data', (data: Buffer) => (errors += data.toString()))
    child.stdout.on('data', (data: Buffer) => {
      if (output === '' && !isEarly) killAfter(random() * 40)
      output += data.toString()
    })
    child.on('close', (code) => {
      const acknowledged = output.split('\n').length - 1
      resolve({ acknowledged, failure: code === null ? null : `${code}: ${errors}` })
    })
  })
}

async function killMany(kills: number, mode: string, seed: number) {
  const counts = { kills: 0, acknowledged: 0, lost: 0, unopenable: 0, 'with a finding': 0 }
  const folder = mkdtempSync(join(tmpdir(), 'leeslamp-kill-'))
  const random = createRandom(seed)
  let expected = new Map<string, unknown>()
  let next = 0
  for (; counts.kills < kills; counts.kills += 1) {
    const life = await liveAndDie(folder, next, mode, random)
    counts.acknowledged += life.acknowledged
    if (life.failure !== null) counts.unopenable += 1
    for (let count = 0; count < life.acknowledged; count += 1, next += 1) {
      applyToMap(expected, killWrite(next))
    }
    const store = openReaderDataStore({ folder })
    if (store.access !== 'writable') counts.unopenable += 1
    if (store.findings.length > 0) counts['with a finding'] += 1
    // The write that was under way may be there or not.
    if (!hasSameEntries(store.entries(), expected)) {
      applyToMap(expected, killWrite(next))
      next += 1
      if (!hasSameEntries(store.entries(), expected)) {
        counts.lost += 1
        expected = new Map(store.entries())
      }
    }
    store.close()
  }
  rmSync(folder, { recursive: true })
  return counts
}

it('loses nothing when it is killed at any instant', { timeout: faultTimeout }, async () => {
  const halves = await Promise.all([1, 2].map((seed) => killMany(sized(1_000) / 2, '', seed)))
  const counts = { kills: 0, acknowledged: 0, lost: 0, unopenable: 0, 'with a finding': 0 }
  for (const half of halves) {
    for (const key of Object.keys(counts) as (keyof typeof counts)[]) counts[key] += half[key]
  }
  reportCounts('kills', counts)
  expect(counts.acknowledged).toBeGreaterThan(counts.kills)
  expect(counts).toMatchObject({ lost: 0, unopenable: 0 })
})

it('shows losses when writes are acknowledged too early', { timeout: faultTimeout }, async () => {
  const counts = await killMany(sized(100), 'late', 3)
  reportCounts('kills, twin that acknowledges before it writes', counts)
  expect(counts.lost).toBeGreaterThan(0)
})
