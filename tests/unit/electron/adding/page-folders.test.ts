// A saved page comes in with the pictures of the folder beside it, when the reader says so.
import fs from 'node:fs'
import { expect, it } from 'vitest'
import type { AddOutcome, Proof } from '../../../../src/core/desktop/adding.ts'
import { allPictures } from '../../../../src/core/edition/picture.ts'
import { aPng } from '../../../fixtures/pictures.ts'
import { anAdding } from './an-adding.ts'

const adding = anAdding()

const page = `<html><head><title>Dorpsblad 12</title></head><body><h1>Dorpsblad 12</h1>
<h2>Brug dicht</h2><p>De brug is drie weken dicht.</p><img src="./blad_files/brug.png" alt="De brug">
<h2>Kade open</h2><p>De kade is open.</p><img src="../geheim.png" alt="Geheim"></body></html>`

function proofIn(outcome: AddOutcome): Proof {
  if (!outcome.ok || outcome.kind !== 'proof') throw new Error('there is no proof')
  return outcome.proof
}

async function aProof(): Promise<Proof> {
  fs.mkdirSync(adding.place.file('blad_files'), { recursive: true })
  fs.writeFileSync(adding.place.file('blad_files/brug.png'), aPng(640, 480))
  fs.writeFileSync(adding.place.file('geheim.png'), aPng(640, 481))
  return adding.proofOf('blad.html', page)
}

const shown = ({ edition }: Proof): (string | null)[] =>
  allPictures(edition).flatMap(({ file, label }) => (file === null ? [] : [label]))

it('has no picture until it is asked for, and then those of its folder alone', async () => {
  const first = await aProof()
  expect(first.folder).toEqual({ name: 'blad_files', pictures: 1, isRead: false })
  expect(shown(first)).toEqual([])
  const read = proofIn(await adding.imports.readFolder(first.id))
  expect(read.folder).toEqual({ name: 'blad_files', pictures: 1, isRead: true })
  expect(shown(read)).toEqual(['De brug'])
  await adding.keep(read.id, read.edition)
  const [entry] = adding.library.list().entries
  expect(adding.library.images(entry?.id ?? '')).toHaveLength(1)
  // The page is the same file, with its folder or without.
  const again = await adding.imports.add({ kind: 'files', paths: [adding.place.file('blad.html')] })
  expect(again).toMatchObject({ kind: 'known' })
})

it('is the proof that it was where the page is gone, and none that was dropped comes back', async () => {
  const first = await aProof()
  fs.rmSync(adding.place.file('blad.html'))
  expect(await adding.imports.readFolder(first.id)).toMatchObject({
    ok: false,
    reason: 'not-found',
  })
  expect((await adding.keep(first.id, first.edition)).ok).toBe(true)
  expect(await adding.imports.readFolder(first.id)).toMatchObject({ ok: false })
})

it('comes in without where the folder is gone by then', async () => {
  const first = await aProof()
  fs.rmSync(adding.place.file('blad_files'), { recursive: true })
  const read = proofIn(await adding.imports.readFolder(first.id))
  expect([read.folder?.pictures, shown(read)]).toEqual([0, []])
})
