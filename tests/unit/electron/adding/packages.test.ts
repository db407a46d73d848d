// Packages of one edition, and their serials.
import fs from 'node:fs'
import { describe, expect, it } from 'vitest'
import { writePackage } from '../../../../electron/services/packages/write-package.ts'
import type { Proof } from '../../../../src/core/desktop/adding.ts'
import { aDatedEdition, onePixel } from '../../../fixtures/a-package.ts'
import { anAdding, digest, fog, sluice } from './an-adding.ts'

const adding = anAdding()
const { place, keep } = adding

describe('packages of one edition', () => {
  let packages = 0
  const issued = async (
    serial: number,
    text: string,
    publisher = 'Havenbedrijf',
    head: Partial<Pick<Proof['edition'], 'series' | 'date'>> = {},
    id = 'kraan',
  ): Promise<string> => {
    const edition = aDatedEdition({ revision: serial, ...head })
    const [section] = edition.sections
    const items = [{ id, title: null, text, sources: ['Bode'] }]
    const changed = { ...edition, sections: [{ ...section, id: 'havens', heading: null, items }] }
    const name = `${publisher}-${String(serial)}-${String(++packages)}.editie`
    const images = [{ path: 'images/kaart.png', bytes: onePixel }]
    const bytes = await writePackage({ publisher, edition: changed, notes: null, images })
    fs.writeFileSync(place.file(name), bytes)
    return place.file(name)
  }
  const chosen = async (file: string): Promise<Proof> => {
    const outcome = await adding.imports.add({ kind: 'files', paths: [file] })
    if (!outcome.ok || outcome.kind !== 'proof') throw new Error('no proof')
    return outcome.proof
  }
  const kept = (): unknown[] =>
    adding.library.list().entries.map(({ id, revision, issue }) => [id, revision, issue?.serial])

  it('never go back to a lower serial, and that is said by name', async () => {
    await adding.imports.keepFile(await issued(3, sluice))
    const older = await issued(2, fog)
    expect(await adding.imports.keepFile(older)).toEqual({ ok: false, reason: 'older-serial' })
    expect(await adding.imports.add({ kind: 'files', paths: [older] })).toMatchObject({
      ok: false,
      reason: 'older-serial',
    })
    expect(kept()).toEqual([['weekblad-2026-11', 3, 3]])
  })

  it('go up to a higher one, also when the reader mended the edition meanwhile', async () => {
    await adding.imports.keepFile(await issued(2, sluice))
    for (const title of ['Eens', 'Nog eens', 'En weer']) {
      const outcome = await adding.imports.review('weekblad-2026-11')
      if (!outcome.ok || outcome.kind !== 'proof') throw new Error('no proof')
      await keep(outcome.proof.id, { ...outcome.proof.edition, title })
    }
    expect(kept()).toEqual([['weekblad-2026-11', 5, 2]])
    expect(await adding.imports.keepFile(await issued(1, sluice))).toMatchObject({
      reason: 'older-serial',
    })
    const third = await issued(3, `${sluice} Straks meer.`)
    expect(await adding.imports.keepFile(third)).toEqual({
      ok: false,
      reason: 'mended',
      title: 'En weer',
    })
    expect(kept()).toEqual([['weekblad-2026-11', 5, 2]])
    const proof = await chosen(third)
    expect(proof.replaces).toMatchObject({ title: 'En weer', isLikely: true })
    await keep(proof.id, proof.edition)
    expect(kept()).toEqual([['weekblad-2026-11', 6, 3]])
  })

  it('of the same serial are known with the same words, and a revision with others', async () => {
    const first = await issued(2, sluice)
    await adding.imports.keepFile(first)
    expect(await adding.imports.keepFile(first)).toEqual({ ok: true, isNew: false })
    expect(await adding.imports.keepFile(await issued(2, `${sluice} Verbeterd.`))).toEqual({
      ok: true,
      isNew: true,
    })
    expect(kept()).toEqual([['weekblad-2026-11', 3, 2]])
  })

  it.each([
    ['series', { series: 'Havenblad' }],
    ['date', { date: { value: '2026-11-06', inferred: false } }],
  ])('of the same serial and words with another %s are a revision, once', async (_name, head) => {
    await adding.imports.keepFile(await issued(2, sluice))
    const corrected = await issued(2, sluice, 'Havenbedrijf', head)
    expect((await chosen(corrected)).replaces).toMatchObject({ revision: 2, isLikely: true })
    expect(await adding.imports.keepFile(corrected)).toEqual({ ok: true, isNew: true })
    expect(adding.library.list().entries).toMatchObject([{ id: 'weekblad-2026-11', ...head }])
    expect(kept()).toEqual([['weekblad-2026-11', 3, 2]])
    const outcome = await adding.imports.review('weekblad-2026-11')
    if (!outcome.ok || outcome.kind !== 'proof') throw new Error('no proof')
    await keep(outcome.proof.id, { ...outcome.proof.edition, series: 'Kadeblad', date: null })
    // Other bytes, which only the words and the head can tell to be the same: what was mended stays.
    const again = await issued(2, sluice, 'Havenbedrijf', head, 'hijskraan')
    expect(await adding.imports.keepFile(again)).toEqual({ ok: true, isNew: false })
  })

  it('are taken in by themselves when the reader changed nothing, looked over or not', async () => {
    await adding.imports.keepFile(await issued(2, sluice))
    const outcome = await adding.imports.review('weekblad-2026-11')
    if (!outcome.ok || outcome.kind !== 'proof') throw new Error('no proof')
    await keep(outcome.proof.id, outcome.proof.edition)
    expect(await adding.imports.keepFile(await issued(3, `${sluice} Straks.`))).toMatchObject({
      isNew: true,
    })
    expect(kept()).toEqual([['weekblad-2026-11', 4, 3]])
  })

  it('that came in under a closer look let what was mended be kept, under their serial', async () => {
    await adding.imports.keepFile(await issued(2, sluice))
    const review = await adding.imports.review('weekblad-2026-11')
    if (!review.ok || review.kind !== 'proof') throw new Error('no proof')
    const { id, edition } = review.proof
    await adding.imports.keepFile(await issued(3, `${sluice} Straks.`))
    expect(await keep(id, { ...edition, title: 'Nevel' })).toMatchObject({ reason: 'overtaken' })
    expect(await keep(id, { ...edition, title: 'Nevel' })).toMatchObject({ ok: true })
    expect(adding.library.list().entries).toMatchObject([{ title: 'Nevel', revision: 4 }])
    expect(kept()).toEqual([['weekblad-2026-11', 4, 3]])
    expect(await adding.imports.keepFile(await issued(4, `${sluice} Later.`))).toMatchObject({
      reason: 'mended',
    })
  })

  it('stay apart when they have no item in common, as when a publisher names every week alike', async () => {
    await adding.imports.keepFile(await issued(1, sluice))
    const other = await issued(2, fog)
    expect(await chosen(other)).toMatchObject({ replaces: { isLikely: false } })
    expect(await adding.imports.keepFile(other)).toMatchObject({ isNew: true })
    expect(kept()).toEqual([
      ['weekblad-2026-11', 1, 1],
      ['weekblad-2026-11-2', 2, 2],
    ])
    expect(await adding.imports.keepFile(await issued(2, `${sluice} Verbeterd.`))).toMatchObject({
      isNew: true,
    })
    expect(kept()).toHaveLength(2)
  })

  it('replace nothing when they are empty, whatever their serial', async () => {
    await adding.imports.keepFile(await issued(1, sluice))
    const edition = { ...aDatedEdition({ revision: 9 }), sections: [] }
    const bytes = await writePackage({
      publisher: 'Havenbedrijf',
      edition,
      notes: null,
      images: [],
    })
    fs.writeFileSync(place.file('leeg.editie'), bytes)
    await adding.imports.keepFile(place.file('leeg.editie'))
    expect(kept()).toContainEqual(['weekblad-2026-11', 1, 1])
  })

  it('bring their notes and serial to the words of the reader’s own', async () => {
    fs.writeFileSync(place.file('a.txt'), digest(sluice, fog))
    await adding.imports.keepFile(place.file('a.txt'))
    const [entry] = adding.library.list().entries
    const opened = adding.library.open(entry?.id ?? '')
    if (!opened.ok) throw new Error(opened.reason)
    const { edition } = opened.bundle
    const dated = { ...edition, date: { value: '2024-07-05', inferred: false }, revision: 4 }
    const bytes = await writePackage({
      publisher: 'Havenbedrijf',
      edition: dated,
      notes: null,
      images: [],
    })
    fs.writeFileSync(place.file('a.editie'), bytes)
    expect(await adding.imports.keepFile(place.file('a.editie'))).toEqual({ ok: true, isNew: true })
    expect(adding.library.list().entries).toMatchObject([
      { id: entry?.id, publisher: 'Havenbedrijf', issue: { serial: 4 } },
    ])
    expect(await adding.imports.keepFile(place.file('a.editie'))).toEqual({
      ok: true,
      isNew: false,
    })
  })

  /** A text of the same items as the package. */
  const ownText = (text: string): string => {
    fs.writeFileSync(place.file('eigen-2026-11.txt'), `Het nieuws van de week\n\n* ${text} Bode\n`)
    return place.file('eigen-2026-11.txt')
  }

  it('are not replaced by a text of the reader’s own, unless they decide so', async () => {
    await adding.imports.keepFile(await issued(3, sluice))
    expect(await adding.imports.keepFile(ownText(`${sluice} Eigen.`))).toMatchObject({
      isNew: true,
    })
    expect(adding.library.list().entries).toMatchObject([
      { id: 'weekblad-2026-11', origin: 'package', revision: 3 },
      { origin: 'own', revision: 1 },
    ])
    expect(await adding.imports.keepFile(ownText(`${sluice} Eigen woorden.`))).toMatchObject({
      isNew: true,
    })
    expect(adding.library.list().entries).toMatchObject([
      { id: 'weekblad-2026-11', origin: 'package', revision: 3 },
      { origin: 'own', revision: 2 },
    ])
  })

  it('of a lower serial stay refused when the reader’s own text stands on top', async () => {
    await adding.imports.keepFile(await issued(3, sluice))
    const proof = await chosen(ownText(`${sluice} Eigen.`))
    expect(proof.replaces).toMatchObject({ revision: 3, isLikely: false })
    await keep(proof.id, proof.edition)
    expect(adding.library.list().entries).toMatchObject([
      { id: 'weekblad-2026-11', origin: 'own', revision: 4 },
    ])
    const again = await adding.imports.review('weekblad-2026-11')
    if (!again.ok || again.kind !== 'proof') throw new Error('no proof')
    await keep(again.proof.id, { ...again.proof.edition, title: 'Nevel' })
    expect(kept()).toEqual([['weekblad-2026-11', 5, 3]])
    expect(await adding.imports.keepFile(await issued(2, sluice))).toMatchObject({
      reason: 'older-serial',
    })
    expect(await adding.imports.keepFile(await issued(4, `${sluice} Vier.`))).toMatchObject({
      reason: 'mended',
    })
  })

  it('whose images are lost are not looked over without them', async () => {
    await adding.imports.keepFile(await issued(2, sluice))
    for (const name of fs.readdirSync(place.file('library')))
      if (name.endsWith('.images')) fs.rmSync(place.file(`library/${name}`))
    const outcome = await adding.imports.review('weekblad-2026-11')
    if (!outcome.ok || outcome.kind !== 'proof') throw new Error('no proof')
    expect(await keep(outcome.proof.id, outcome.proof.edition)).toEqual({
      ...{ ok: false, reason: 'images-lost' },
    })
    expect(kept()).toEqual([['weekblad-2026-11', 2, 2]])
  })

  it('of another publisher are another edition', async () => {
    await adding.imports.keepFile(await issued(3, sluice))
    expect(await adding.imports.keepFile(await issued(1, fog, 'Kadebedrijf'))).toMatchObject({
      isNew: true,
    })
    expect(kept()).toHaveLength(2)
  })

  it('are not older for a copy that was removed', async () => {
    await adding.imports.keepFile(await issued(3, sluice))
    adding.library.remove('weekblad-2026-11')
    expect(await adding.imports.keepFile(await issued(2, fog))).toMatchObject({ isNew: true })
  })

  it('keep their images, from revision to revision', async () => {
    await adding.imports.keepFile(await issued(2, sluice))
    const outcome = await adding.imports.review('weekblad-2026-11')
    if (!outcome.ok || outcome.kind !== 'proof') throw new Error('no proof')
    await keep(outcome.proof.id, { ...outcome.proof.edition, title: 'Nagekeken' })
    const [image] = adding.library.images('weekblad-2026-11') ?? []
    expect(image?.path).toBe('images/kaart.png')
    expect(Buffer.from(image?.bytes ?? [])).toEqual(onePixel)
  })
})
