// A real disk, small enough to be filled, becomes full under a store that is being written, and has room again later.
import { beforeEach, expect, it } from 'vitest'
import { faultTimeout, reportCounts, sized } from './fault-size.ts'
import { skipBesideLinux } from '../../skip-without.ts'
import { runOnSmallDisk } from './small-disk.ts'
import { program } from '../../program.ts'

beforeEach(skipBesideLinux)

const worker = program('disk-full-worker')

function fillDisks(rounds: number, mode: string): Record<string, number> {
  const output = runOnSmallDisk({ kilobytes: 512 }, [worker], [String(rounds), mode])
  return JSON.parse(output) as Record<string, number>
}

it(
  'loses nothing on a full disk, and writes again once there is room',
  { timeout: faultTimeout },
  () => {
    const counts = fillDisks(sized(200), '')
    reportCounts('full disk', counts)
    expect(counts['refused']).toBeGreaterThan(sized(200))
    expect(counts).toMatchObject({
      'refused for another reason': 0,
      lost: 0,
      'wrong in memory': 0,
      unopenable: 0,
      'not writing again': 0,
    })
  },
)

it('shows losses when a full disk is taken for a success', { timeout: faultTimeout }, () => {
  const counts = fillDisks(sized(200), 'forgiving')
  reportCounts('full disk, twin that takes it for a success', counts)
  expect(counts['lost']).toBeGreaterThan(0)
})
