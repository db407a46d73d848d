// Several processes open one store at the same instant, often with locks about that killed processes left behind.
import { spawn, type ChildProcessWithoutNullStreams } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { expect, it } from 'vitest'
import { openReaderDataStore } from '../../../../electron/services/reader-data/reader-data-store.ts'
import { createRandom, faultTimeout, reportCounts, sized } from './fault-size.ts'
import { program } from '../../program.ts'

const worker = program('race-worker')

function startContender(mode: string) {
  const child: ChildProcessWithoutNullStreams = spawn(process.execPath, [worker, mode])
  const lines = createInterface({ input: child.stdout })
  const ask = async (command: string): Promise<string> => {
    const answer = once(lines, 'line')
    child.stdin.write(`${command}\n`)
    const [line] = (await answer) as [string]
    return line
  }
  return { ask, kill: () => child.kill('SIGKILL'), ended: once(child, 'close') }
}

/** The names of locks that processes held when they were killed. */
async function leftLocks(place: string): Promise<string[]> {
  const names: string[] = []
  for (let count = 0; count < 3; count += 1) {
    const folder = join(place, `killed-${count}`)
    const contender = startContender('')
    await contender.ask(`open ${folder} 0`)
    contender.kill()
    await contender.ended
    names.push(...readdirSync(folder).filter((name) => name.endsWith('.lock')))
  }
  return names
}

async function race(races: number, mode: string) {
  const counts = { races: 0, 'with left locks': 0, 'one writer': 0, 'two writers': 0, refused: 0 }
  const result = { ...counts, 'no writer': 0, failed: 0, acknowledged: 0, lost: 0 }
  const random = createRandom(47)
  const place = mkdtempSync(join(tmpdir(), 'leeslamp-race-'))
  const locks = await leftLocks(place)
  expect(locks).toHaveLength(3)
  const contenders = [1, 2, 3].map(() => startContender(mode))
  const all = (commandFor: () => string) =>
    Promise.all(contenders.map(({ ask }) => ask(commandFor())))
  for (; result.races < races; result.races += 1) {
    const folder = join(place, `race-${result.races}`)
    mkdirSync(folder)
    const left = locks.filter(() => random() < 0.5)
    for (const name of left) writeFileSync(join(folder, name), '')
    if (left.length > 0) result['with left locks'] += 1
    const answers = await all(() => `open ${folder} ${random() * 2}`)
    const writers = answers.filter((answer) => answer === 'writer').length
    const written = (await all(() => 'write 10')).flatMap((ids) => ids.split(' ').filter(Boolean))
    await all(() => 'close')
    const key = writers === 0 ? 'no writer' : writers === 1 ? 'one writer' : 'two writers'
    result[key] += 1
    result.refused += answers.filter((answer) => answer === 'refused').length
    result.failed += answers.filter((answer) => answer === 'failed').length
    result.acknowledged += written.length
    const store = openReaderDataStore({ folder })
    result.lost += written.filter((id) => !store.entries().has(id)).length
    expect(readdirSync(folder).filter((name) => name.endsWith('.lock'))).toHaveLength(1)
    store.close()
  }
  for (const contender of contenders) contender.kill()
  await Promise.all(contenders.map(({ ended }) => ended))
  rmSync(place, { recursive: true })
  return result
}

it('never has two writers', { timeout: faultTimeout }, async () => {
  const counts = await race(sized(200), '')
  reportCounts('races of three processes', counts)
  expect(counts).toMatchObject({ 'two writers': 0, failed: 0, lost: 0 })
  // Were all of them turned away each time, there would never be two either.
  expect(counts['one writer']).toBeGreaterThan(counts.races * 0.9)
})

it('has two writers when the others are taken for gone', { timeout: faultTimeout }, async () => {
  const counts = await race(sized(200), 'trusting')
  reportCounts('races, twin that takes the others for gone', counts)
  // Whether records are lost by it depends on which of the two writes last.
  expect(counts['two writers']).toBeGreaterThan(0)
})
