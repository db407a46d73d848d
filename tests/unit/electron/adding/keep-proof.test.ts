// A proof on its way into the library, which may change meanwhile.
import fs from 'node:fs'
import { describe, expect, it } from 'vitest'
import { writePackage } from '../../../../electron/services/packages/write-package.ts'
import type { Proof } from '../../../../src/core/desktop/adding.ts'
import { aDatedEdition, onePixel } from '../../../fixtures/a-package.ts'
import { anAdding, digest, fog, sluice } from './an-adding.ts'

const adding = anAdding()
const { place, proofOf, keep } = adding

describe('taking a proof into the library', () => {
  it('keeps the edition as it was mended, hyphenated', async () => {
    const proof = await proofOf('havenblad-2024-07.txt', digest(sluice))
    const outcome = await keep(proof.id, { ...proof.edition, title: 'Nevel' })
    expect(outcome).toMatchObject({
      ok: true,
      bundle: { edition: { title: 'Nevel', revision: 1 } },
    })
    if (outcome.ok) expect(outcome.bundle.hyphenation.windturbineparken).toContain('\u00AD')
    const opened = adding.library.open(proof.edition.id)
    expect(opened).toMatchObject({ ok: true, bundle: { edition: { title: 'Nevel' } } })
  })

  it('makes the same edition its next revision, items by their texts', async () => {
    const first = await proofOf('havenblad-2024-07.txt', digest(sluice, fog))
    await keep(first.id, first.edition)
    const again = await proofOf(
      'havenblad-2024-07-b.txt',
      digest(fog, 'Er kwam ook storm.', sluice),
    )
    expect(again.replaces).toEqual({
      ...{ title: first.edition.title, date: '2024-07', revision: 1 },
      ...{ isLikely: true, isSame: true, kept: null },
    })
    const outcome = await keep(again.id, again.edition)
    if (!outcome.ok) throw new Error(outcome.reason)
    expect(outcome.bundle.edition).toMatchObject({ id: first.edition.id, revision: 2 })
    const ids = (edition: Proof['edition']): Map<string, string> =>
      new Map(edition.sections.flatMap(({ items }) => items.map(({ id, text }) => [text, id])))
    const [before, after] = [ids(first.edition), ids(outcome.bundle.edition)]
    for (const text of [sluice, fog]) expect(after.get(text)).toBe(before.get(text))
    expect(adding.library.list().entries).toHaveLength(1)
  })

  it('keeps the same edition beside the older one when the reader wants that', async () => {
    const first = await proofOf('havenblad-2024-07.txt', digest(sluice, fog))
    await keep(first.id, first.edition)
    const again = await proofOf('b-2024-07.txt', digest(fog, 'Er kwam ook storm.', sluice))
    await keep(again.id, again.edition, true)
    expect(adding.library.list().entries).toMatchObject([
      { id: first.edition.id, revision: 1, items: 2 },
      { id: `${first.edition.id}-2`, revision: 1, items: 3 },
    ])
  })

  it('gives another edition with the same title an id of its own', async () => {
    const first = await proofOf('a-2024-07.txt', digest(sluice))
    await keep(first.id, first.edition)
    const second = await proofOf('b-2024-07.txt', digest(fog))
    expect(second).toMatchObject({ replaces: null, edition: { id: first.edition.id } })
    await keep(second.id, second.edition)
    const bundled = await proofOf('c-2024-07.txt', digest('Heel iets anders vandaag.'))
    await keep(bundled.id, { ...bundled.edition, id: 'meegeleverd-2024-07' })
    expect(adding.library.list().entries.map(({ id }) => id)).toEqual([
      first.edition.id,
      `${first.edition.id}-2`,
      'meegeleverd-2024-07-2',
    ])
  })

  it('is possible for each of several proofs, and refused twice and once it was dropped', async () => {
    const first = await proofOf('a.txt', digest(sluice))
    const second = await proofOf('b.txt', digest(fog))
    const third = await proofOf('c.txt', digest(`${fog} En verder niets.`))
    expect(await keep(first.id, first.edition)).toMatchObject({ ok: true })
    adding.imports.drop(third.id)
    expect(await keep(third.id, third.edition)).toEqual({ ok: false, reason: 'no-proof' })
    expect(await keep(second.id, second.edition)).toMatchObject({ ok: true })
    expect(await keep(second.id, second.edition)).toEqual({ ok: false, reason: 'no-proof' })
  })

  it('waits until some proofs are done when there are very many', async () => {
    const first = await proofOf('0.txt', digest(sluice))
    for (let count = 1; count < 20; count++) await proofOf('0.txt', digest(sluice))
    const refused = await adding.imports.add({ kind: 'text', text: digest(fog) })
    expect(refused).toMatchObject({ ok: false, reason: 'too-many-proofs' })
    adding.imports.drop(first.id)
    expect(await adding.imports.add({ kind: 'text', text: digest(fog) })).toMatchObject({
      ok: true,
    })
  })

  it('waits, and is not even read, until one is done when they are very large', async () => {
    const large = Buffer.concat([onePixel, Buffer.alloc(19 * 1024 * 1024)])
    const images = ['a', 'b', 'c'].map((name) => ({ path: `images/${name}.png`, bytes: large }))
    const edition = aDatedEdition()
    const packed = await writePackage({ publisher: 'Bode', edition, notes: null, images })
    const first = await proofOf('groot.editie', packed)
    await proofOf('groot.editie', packed)
    const next = { kind: 'files', paths: [place.file('stuk.editie')] } as const
    fs.writeFileSync(place.file('stuk.editie'), packed.subarray(0, 1_000))
    expect(await adding.imports.add(next)).toMatchObject({ reason: 'too-many-proofs' })
    expect(await keep(first.id, first.edition)).toMatchObject({ ok: true })
    expect(await adding.imports.add(next)).toMatchObject({ reason: 'damaged-zip' })
  })

  it('changes nothing when the library cannot be written, and can be tried again', async () => {
    const proof = await proofOf('a.txt', digest(sluice))
    adding.library.close()
    expect(await keep(proof.id, proof.edition)).toMatchObject({ ok: false })
    expect(fs.readdirSync(place.file('library'))).not.toContain(`${proof.edition.id}@1.json`)
  })
})

describe('a library that changed while a proof was looked over', () => {
  const name = 'havenblad-2024-07-05.txt'
  const kept = (): unknown[] =>
    adding.library.list().entries.map(({ id, revision }) => [id, revision])

  it('asks anew when the same edition came in, and never has it twice unasked', async () => {
    const one = await proofOf(name, digest(sluice, fog))
    const other = await proofOf(name, digest(sluice, fog))
    const first = await keep(one.id, one.edition)
    expect(first).toMatchObject({ ok: true })
    expect(await keep(other.id, other.edition)).toMatchObject({
      ok: false,
      reason: 'overtaken',
      replaces: { revision: 1, isLikely: true },
    })
    expect(kept()).toHaveLength(1)
    expect(await keep(other.id, other.edition)).toMatchObject({ ok: true })
    expect(adding.library.list().entries).toMatchObject([{ revision: 2 }])
  })

  it('keeps it beside the other one when the reader then chooses that', async () => {
    const one = await proofOf(name, digest(sluice, fog))
    const other = await proofOf(name, digest(sluice, fog))
    await keep(one.id, one.edition)
    await keep(other.id, other.edition)
    expect(await keep(other.id, other.edition, true)).toMatchObject({ ok: true })
    expect(kept()).toHaveLength(2)
  })

  it('keeps what was mended in a closer look on top of a revision that came meanwhile', async () => {
    const proof = await proofOf(name, digest(sluice, fog))
    await keep(proof.id, proof.edition)
    const [entry] = adding.library.list().entries
    const review = await adding.imports.review(entry?.id ?? '')
    if (!review.ok || review.kind !== 'proof') throw new Error('no proof')
    fs.writeFileSync(
      place.file(name),
      digest(sluice, fog, 'Er kwam nog een bericht bij, over de haven.'),
    )
    expect(await adding.imports.keepFile(place.file(name))).toEqual({ ok: true, isNew: true })
    const mended = { ...review.proof.edition, title: 'Nevel' }
    expect(await keep(review.proof.id, mended)).toMatchObject({
      reason: 'overtaken',
      replaces: { revision: 2 },
    })
    expect(await keep(review.proof.id, mended)).toMatchObject({ ok: true })
    expect(adding.library.list().entries).toMatchObject([{ revision: 3, title: 'Nevel' }])
  })

  it('takes no package whose serial was passed meanwhile', async () => {
    const issued = async (serial: number): Promise<Uint8Array> =>
      writePackage({
        publisher: 'Havenbedrijf',
        edition: aDatedEdition({ revision: serial }),
        notes: null,
        images: [],
      })
    const proof = await proofOf('een.editie', await issued(1))
    fs.writeFileSync(place.file('twee.editie'), await issued(2))
    await adding.imports.keepFile(place.file('twee.editie'))
    expect(await keep(proof.id, proof.edition)).toEqual({ ok: false, reason: 'older-serial' })
    expect(await keep(proof.id, proof.edition, true)).toEqual({ ok: false, reason: 'older-serial' })
    expect(kept()).toHaveLength(1)
  })
})
