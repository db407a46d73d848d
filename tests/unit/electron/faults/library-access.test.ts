// A full disk, a disk mounted read-only, and permissions that are taken away: every change says why it was not made, reading goes
// on, and changing too once the trouble is over.
import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeEach, expect, it } from 'vitest'
import { faultTimeout, reportCounts, sized } from './fault-size.ts'
import { skipBesideLinux } from '../../skip-without.ts'
import { runOnSmallDisk } from './small-disk.ts'
import { program } from '../../program.ts'

beforeEach(skipBesideLinux)

const worker = program('library-access-worker')

const refused = { add: 'read-only', remove: 'read-only', restore: 'read-only', fault: 'read-only' }
const made = { add: 'ok', remove: 'ok', restore: 'ok', fault: null }

function inFolder(name: string): unknown {
  const place = mkdtempSync(join(tmpdir(), 'leeslamp-library-access-'))
  try {
    const run = spawnSync(process.execPath, [worker, place, name], { encoding: 'utf8' })
    if (run.status !== 0) throw new Error(run.stderr)
    return JSON.parse(run.stdout)
  } finally {
    rmSync(place, { recursive: true, force: true })
  }
}

function fillDisks(rounds: number, mode: string): Record<string, number> {
  const rest = ['disk full', String(rounds), mode]
  const output = runOnSmallDisk({ kilobytes: 1_024 }, [worker], rest)
  return JSON.parse(output) as Record<string, number>
}

it('is as it was on a full disk, and goes on once there is room', { timeout: faultTimeout }, () => {
  const counts = fillDisks(sized(100), '')
  reportCounts('library, full disk', counts)
  expect(counts['refused']).toBeGreaterThan(sized(100))
  expect(counts).toMatchObject({ 'for another reason': 0, wrong: 0, left: 0, stuck: 0 })
})

it('shows losses when a full disk is taken for a success', { timeout: faultTimeout }, () => {
  const counts = fillDisks(sized(100), 'forgiving')
  reportCounts('library, full disk, twin that takes it for a success', counts)
  expect(counts['wrong']).toBeGreaterThan(0)
})

it.each(['mounted read-only', 'mounted read-only while open'])('reads on when %s', (name) => {
  const output = runOnSmallDisk({ kilobytes: 1_024 }, [worker], [name])
  expect(JSON.parse(output)).toEqual({ lost: refused, isHeld: true, regained: made })
})

it.each(['permission to write taken', 'permission to write taken while open'])(
  'reads on with %s',
  (name) => {
    expect(inFolder(name)).toEqual({ lost: refused, isHeld: true, regained: made })
  },
)

it('shows nothing of a folder that may not be read, and all of it once it may', () => {
  const report = { lost: refused, isHeld: false, regained: made }
  expect(inFolder('permission to read taken')).toEqual(report)
})

it('names an edition that may not be read, until it may', () => {
  expect(inFolder('permission to read one edition taken')).toEqual({
    opened: { ok: false, reason: 'not-permitted' },
    damaged: [{ id: 'een', reason: 'unreadable' }],
    again: true,
    left: [],
  })
})
