// How long the installed program takes to its first text, against a bare page in the same Electron, packed in
// the same way.
import fs from 'node:fs'
import path from 'node:path'
import { createPackage } from '@electron/asar'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { launcher, ordinaryFolder } from '../../scripts/ordinary-user.mjs'
import { barePage } from '../bench/bare-page.ts'
import { startScreen, type Region, type Screen } from '../bench/screen.ts'
import { timeToRead } from '../bench/start.ts'
import { ratioOfMedians, spreadOf } from '../bench/statistics.ts'
import { bundleFile, freshProfile, type Place } from '../bench/subjects.ts'
import type { EditionBundle } from '../../src/core/edition/edition.ts'
import { artefact, emptyFolder, project, run } from './given.ts'

const rounds = 6
const warmUps = 1
/** In the middle of the window, where both programs have text. */
const middle: Region = { left: 480, top: 160, width: 480, height: 480 }

let screen: Screen
/** The installed program and the bare page, each with a home of its own. */
let places: readonly Place[]
const homes: string[] = []

beforeAll(async () => {
  screen = await startScreen()
  const installed = emptyFolder('as-installed')
  run('dpkg-deb', ['--extract', artefact('deb'), installed])
  const ours = path.join(installed, 'usr/lib/leeslamp')
  const bare = path.join(emptyFolder('bare-page'), 'leeslamp')
  fs.cpSync(ours, bare, { recursive: true })
  await createPackage(path.join(project, 'tests/bench/bare'), path.join(bare, 'resources/app.asar'))
  const { edition } = JSON.parse(fs.readFileSync(bundleFile(project), 'utf8')) as EditionBundle
  fs.mkdirSync(path.join(bare, 'resources/app'))
  fs.writeFileSync(path.join(bare, 'resources/app/text.html'), barePage(edition))
  places = [ours, bare].map((folder) => {
    const home = ordinaryFolder('leeslamp-start-')
    homes.push(home)
    const { executable } = launcher(path.join(folder, 'leeslamp'), home)
    return { electron: executable, program: folder, home, display: screen.display }
  })
})
afterAll(async () => {
  await screen.stop()
  for (const home of homes) fs.rmSync(home, { recursive: true, force: true })
})

describe('the start of the installed program', () => {
  it('takes little longer than that of a bare page', { timeout: 600_000 }, async () => {
    const profiles = places.map(freshProfile)
    const times: [ours: number[], bare: number[]] = [[], []]
    for (let round = -warmUps; round < rounds; round++) {
      const order = [...places.entries()]
      for (const [index, place] of round % 2 === 0 ? order : order.toReversed()) {
        const seat = { subject: { folder: null }, region: middle }
        const { time } = await timeToRead(place, screen, seat, profiles[index] ?? '')
        if (round >= 0) times[index]?.push(time)
      }
    }
    const { low, mid, high } = ratioOfMedians(...times)
    const told = times.map(spreadOf).map((one) => `${one.mid.toFixed(0)} ms`)
    console.log(
      `start: ${mid.toFixed(2)} [${low.toFixed(2)}–${high.toFixed(2)}] of a bare page (goal 1.1): ${told.join(' against ')}`,
    )
    // What a machine that is shared can vouch for; the goal is for a quiet one.
    expect(mid).toBeLessThan(1.8)
  })
})
