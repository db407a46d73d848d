// What one adding brought goes out of the library again.
import fs from 'node:fs'
import path from 'node:path'
import { expect, it } from 'vitest'
import type { AddedEdition } from '../../../../src/core/desktop/adding.ts'
import { anAdding, digest, fog, sluice } from './an-adding.ts'

const adding = anAdding()
const { place } = adding

const shelf = () => adding.library.list().entries.map(({ id, revision }) => [id, revision])

async function addAll(texts: Readonly<Record<string, string>>): Promise<readonly AddedEdition[]> {
  const paths = Object.entries(texts).map(([name, text]) => {
    fs.writeFileSync(place.file(name), text)
    return place.file(name)
  })
  const outcome = await adding.imports.add({ kind: 'files', paths })
  if (!outcome.ok || outcome.kind !== 'kept') throw new Error('nothing was kept')
  return outcome.summary.added
}

const correction = 'De redactie heeft een fout in dit bericht hersteld.'
const first = { 'a.txt': digest(sluice), 'b.txt': digest(fog) }

it('removes what is new, where it can be put back', async () => {
  const before = shelf()
  const added = await addAll(first)
  expect(shelf()).toHaveLength(2)
  expect(await adding.imports.takeBack(added)).toEqual({ count: 2, left: 0, ended: null })
  expect(shelf()).toEqual(before)
  for (const { id } of added) expect(adding.library.restore(id)).toEqual({ ok: true })
  expect(shelf()).toHaveLength(2)
})

it('puts back the revision that gave way', async () => {
  await addAll(first)
  const before = shelf()
  const added = await addAll({
    'a2.txt': digest(`${sluice} ${correction}`),
    'b2.txt': digest(`${fog} ${correction}`),
  })
  expect(added.map(({ replaced }) => replaced)).toEqual([1, 1])
  expect(await adding.imports.takeBack(added)).toMatchObject({ count: 2, ended: null })
  expect(shelf().toSorted()).toEqual(before.toSorted())
})

it('removes an edition of which two revisions came in at once', async () => {
  const added = await addAll({
    'a-2024-07-05.txt': digest(sluice, fog),
    'b-2024-07-05.txt': digest(sluice, `${fog} ${correction}`),
  })
  expect(added.map(({ revision }) => revision)).toEqual([1, 2])
  expect(await adding.imports.takeBack(added)).toEqual({ count: 2, left: 0, ended: null })
  expect(shelf()).toEqual([])
})

it('leaves what changed or was removed since, and says how many', async () => {
  const added = await addAll(first)
  const [one, two] = added
  adding.library.remove(one?.id ?? '')
  const proof = await adding.imports.review(two?.id ?? '')
  if (!proof.ok || proof.kind !== 'proof') throw new Error('no proof')
  await adding.keep(proof.proof.id, { ...proof.proof.edition, title: 'Nagekeken' })
  const before = shelf()
  expect(await adding.imports.takeBack(added)).toEqual({ count: 0, left: 2, ended: null })
  expect(shelf()).toEqual(before)
})

it('leaves a revision of which the one before is there no more', async () => {
  await addAll(first)
  const added = await addAll({
    'a2.txt': digest(`${sluice} ${correction}`),
    'c.txt': digest('De regen viel op de dijk en de sloot liep over het land van de boer.'),
  })
  const [newer] = added
  const removed = place.file('library/removed')
  fs.rmSync(path.join(removed, adding.library.removedFile(newer?.id ?? '', 1) ?? ''))
  expect(await adding.imports.takeBack(added)).toEqual({ count: 1, left: 1, ended: null })
  expect(shelf()).toContainEqual([newer?.id, 2])
})

it('ends when the reader cancels, and the others stay', async () => {
  const added = await addAll(first)
  const taking = adding.imports.takeBack(added)
  adding.imports.cancel(2)
  expect(await taking).toEqual({ count: 1, left: 0, ended: 'cancelled' })
  expect(shelf()).toHaveLength(1)
})
