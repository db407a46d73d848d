// The walk: cells of the window in which every pair of its conditions occurs, each held against all rules. With LEESLAMP_WALK=all,
// as `npm run test:walk` has it, all cells.
import { expect, test } from '../program.ts'
import { allCells, allPairs, chosenCells, nameOf, type Cell } from './cells.ts'
import { startWalk } from './driver.ts'
import { keepPicture } from './keep-picture.ts'

test.describe.configure({ mode: 'parallel' })

const cells = process.env.LEESLAMP_WALK === 'all' ? allCells() : chosenCells(3)
/** So many cells a program, after which another one starts anew. */
const perProgram = 16
const walks: Cell[][] = []
for (let from = 0; from < cells.length; from += perProgram)
  walks.push(cells.slice(from, from + perProgram))

test('every pair of conditions that can occur together occurs', () => {
  const met = new Set<string>()
  for (const cell of chosenCells(3)) {
    const entries = Object.entries(cell)
    for (const [index, [one, first]] of entries.entries())
      for (const [other, second] of entries.slice(index + 1))
        met.add(`${one}=${String(first)} ${other}=${String(second)}`)
  }
  expect([...allPairs()].filter((pair) => !met.has(pair))).toEqual([])
})

for (const [index, walk] of walks.entries()) {
  test(`walk ${String(index + 1)} of ${String(walks.length)}`, async () => {
    const { program, visit, end } = await startWalk()
    for (const cell of walk) {
      const found = await visit(cell).catch((error: unknown) => [String(error).slice(0, 300)])
      if (found.length === 0) continue
      // Said at once, so that a walk that runs out of time has named its cells.
      expect.soft(found, nameOf(cell)).toEqual([])
      await keepPicture(program, nameOf(cell))
    }
    await end()
  })
}
