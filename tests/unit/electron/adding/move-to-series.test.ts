// Editions that become editions of another series.
import fs from 'node:fs'
import { expect, it } from 'vitest'
import type { AddedEdition } from '../../../../src/core/desktop/adding.ts'
import { anAdding, digest, fog, sluice } from './an-adding.ts'

const adding = anAdding()
const { place } = adding

async function addTwo(): Promise<readonly AddedEdition[]> {
  const texts = { 'a.txt': digest(sluice), 'b.txt': digest(fog) }
  const paths = Object.entries(texts).map(([name, text]) => {
    fs.writeFileSync(place.file(name), text)
    return place.file(name)
  })
  const outcome = await adding.imports.add({ kind: 'files', paths })
  if (!outcome.ok || outcome.kind !== 'kept') throw new Error('nothing was kept')
  return outcome.summary.added
}

const shelf = () =>
  adding.library
    .list()
    .entries.map(({ id, revision, series }) => [id, revision, series])
    .toSorted()

function editionOf(id: string) {
  const opened = adding.library.open(id)
  if (!opened.ok) throw new Error(opened.reason)
  return opened
}

it('keeps all else as it is, with what it was made of and how it came in', async () => {
  const [one] = await addTwo()
  const id = one?.id ?? ''
  const before = editionOf(id)
  const moved = await adding.imports.moveToSeries([id], 'Kade en dijk')
  expect(moved).toEqual({ added: [{ id, revision: 2, replaced: 1 }], left: 0, ended: null })
  const after = editionOf(id)
  expect(after.bundle.edition).toEqual({
    ...before.bundle.edition,
    ...{ series: 'Kade en dijk', revision: 2 },
  })
  expect(after.bundle.hyphenation).toEqual(before.bundle.hyphenation)
  expect(after.provenance).toEqual(before.provenance)
  expect(after.source).toEqual(before.source)
})

it('is taken back with the revisions that gave way', async () => {
  const ids = (await addTwo()).map(({ id }) => id)
  const before = shelf()
  const { added } = await adding.imports.moveToSeries(ids, 'Kade en dijk')
  expect(shelf().map(([, revision, series]) => [revision, series])).toEqual([
    [2, 'Kade en dijk'],
    [2, 'Kade en dijk'],
  ])
  expect(await adding.imports.takeBack(added)).toEqual({ count: 2, left: 0, ended: null })
  expect(shelf()).toEqual(before)
})

it('leaves what is of that series already, and says how many are gone', async () => {
  const ids = (await addTwo()).map(({ id }) => id)
  await adding.imports.moveToSeries(ids.slice(0, 1), null)
  await adding.imports.moveToSeries(ids, 'Kade en dijk')
  const before = shelf()
  const again = await adding.imports.moveToSeries([...ids, 'weg'], 'Kade en dijk')
  expect(again).toEqual({ added: [], left: 1, ended: null })
  expect(shelf()).toEqual(before)
})

it('can be cancelled between two of them, and what came before stays', async () => {
  const ids = (await addTwo()).map(({ id }) => id)
  const moving = adding.imports.moveToSeries(ids, 'Kade en dijk')
  adding.imports.cancel(2)
  expect(await moving).toMatchObject({ added: [{ id: ids[0] }], left: 0, ended: 'cancelled' })
  const moved = shelf().filter(([, , series]) => series === 'Kade en dijk')
  expect(moved).toEqual([[ids[0], 2, 'Kade en dijk']])
})
