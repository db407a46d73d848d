// What a file or a pasted text becomes before it is kept.
import fs from 'node:fs'
import { describe, expect, it } from 'vitest'
import { isMended } from '../../../../electron/services/library/kept-source.ts'
import { writePackage } from '../../../../electron/services/packages/write-package.ts'
import type { Proof } from '../../../../src/core/desktop/adding.ts'
import { anAdding, digest, fog, sluice, textsOf } from './an-adding.ts'

const adding = anAdding()
const { place, proofOf, keep } = adding

describe('a proof', () => {
  it.each([
    ['havenblad-2024-07.txt', digest(sluice, fog)],
    [
      'havenblad-2024-07.md',
      `# Havenblad. ‘Mist boven de kade’\n\n* ${sluice} Bode\n* ${fog} Bode\n`,
    ],
    [
      'havenblad-2024-07.html',
      `<!doctype html><title>x</title><nav>Menu</nav><main><h1>Havenblad. ‘Mist boven de kade’</h1><ul><li>${sluice} Bode</li><li>${fog} Bode</li></ul></main>`,
    ],
  ])('is made of %s', async (name, content) => {
    const proof = await proofOf(name, content)
    expect(proof).toMatchObject({ file: name, replaces: null, isReview: false })
    expect(proof.edition.title).toContain('Mist boven de kade')
    expect(proof.edition.date).toEqual({ value: '2024-07', inferred: true })
    expect(textsOf(proof)).toEqual([sluice, fog])
  })

  it('tells the ranks of headings and what is no digest, also when it is looked over later', async () => {
    const rubrics = `# Havenblad\n\n## De sluis\n\n${sluice}\n\n## De kade\n\n${fog}\n`
    const proof = await proofOf('havenblad.md', rubrics)
    expect(proof.isDigest).toBe(true)
    expect(Object.values(proof.ranks)).toEqual([2, 2])
    const alone = await proofOf('brief.md', `# Brief\n\n## De sluis\n\n${sluice}\n`)
    expect(alone.isDigest).toBe(false)
    const [section] = alone.edition.sections
    expect(alone.ranks).toEqual({ [`#${section?.id ?? ''}`]: 2 })
    await keep(alone.id, alone.edition)
    const review = await adding.imports.review(adding.library.list().entries[0]?.id ?? '')
    expect(review).toMatchObject({ proof: { isDigest: false, ranks: alone.ranks } })
  })

  it('is made of pasted text', async () => {
    const outcome = await adding.imports.add({ kind: 'text', text: digest(sluice) })
    expect(outcome).toMatchObject({ ok: true, proof: { file: null, edition: { date: null } } })
  })

  it('is made of a package, with its publisher and notes kept behind it', async () => {
    const { edition } = await proofOf('havenblad-2024-07.txt', digest(sluice, fog))
    const bytes = await writePackage({
      publisher: 'Havenbedrijf',
      edition,
      notes: null,
      images: [],
    })
    const proof = await proofOf('week.editie', bytes)
    expect(proof).toMatchObject({ edition, remarks: [], isDigest: true, ranks: {}, alike: [] })
    await keep(proof.id, proof.edition)
    expect(adding.library.list().entries).toMatchObject([
      { origin: 'package', publisher: 'Havenbedrijf', reviewed: true },
    ])
  })

  it.each([
    ['leeg.txt', '', 'empty'],
    ['plaatje.txt', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 0]), 'binary'],
    ['oud.txt', Buffer.from('Caf\xe9 aan de haven', 'latin1'), 'not-utf-8'],
    ['kapot.editie', 'PK', 'damaged-zip'],
    ['kapot.docx', 'PK', 'damaged-zip'],
  ])('is none of %s, and the library stays as it is', async (name, content, reason) => {
    fs.writeFileSync(place.file(name), content)
    const outcome = await adding.imports.add({ kind: 'files', paths: [place.file(name)] })
    expect(outcome).toMatchObject({ ok: false, reason, file: name })
    expect(adding.library.list().entries).toEqual([])
  })

  it.each([
    ['is not there', () => place.file('niets.txt'), 'not-found'],
    ['is a folder', () => place.folder(), 'not-permitted'],
  ])('is none of a file that %s', async (_, file, reason) => {
    expect(await adding.imports.add({ kind: 'files', paths: [file()] })).toMatchObject({
      ok: false,
      reason,
    })
  })
})

describe('what the reader said of names', () => {
  const weekly = (title: string, item: string): string =>
    `Polderbrief. ${title}\n\n* ${item} Polderpost, NRC\n\n* ${item.replace('De', 'Toen de')} Zonneblad`
  const asked = ({ remarks }: Pick<Proof, 'remarks'>): string[] =>
    remarks.filter(({ kind }) => kind === 'unknown-source').map(({ quote }) => quote)

  it('is asked no more of the series, in a file, a pasted text or many files', async () => {
    const first = await proofOf('een.txt', weekly('Een', sluice))
    expect(asked(first)).toEqual(['Polderpost', 'Zonneblad'])
    await adding.imports.keep(first.id, first.edition, {
      asNew: false,
      isFormed: false,
      names: [
        { name: 'Polderpost', as: 'source' },
        { name: 'Zonneblad', as: 'text' },
      ],
    })
    const second = await proofOf('twee.txt', weekly('Twee', fog.replace('Mist', 'De mist')))
    expect(asked(second)).toEqual([])
    expect(second.edition.sections[0]?.items.map(({ sources }) => sources)).toEqual([
      ['Polderpost', 'NRC'],
      [],
    ])
    const pasted = await adding.imports.add({
      kind: 'text',
      text: weekly('Drie', 'De brug ging dicht voor groot onderhoud.'),
    })
    expect(pasted).toMatchObject({ kind: 'proof' })
    if (pasted.ok && pasted.kind === 'proof') expect(asked(pasted.proof)).toEqual([])
    const other = await proofOf(
      'vier.txt',
      weekly('Vier', 'De kade bleef leeg en stil.').replace('Polderbrief', 'Havenblad'),
    )
    expect(asked(other)).toEqual(['Polderpost', 'Zonneblad'])
  })

  it('makes no mending of an edition that comes in among many', async () => {
    const first = await proofOf('een.txt', weekly('Een', sluice))
    await adding.imports.keep(first.id, first.edition, {
      asNew: false,
      isFormed: false,
      names: [{ name: 'Zonneblad', as: 'text' }],
    })
    fs.writeFileSync(place.file('twee.txt'), weekly('Twee', 'De brug ging dicht voor onderhoud.'))
    expect(await adding.imports.keepFile(place.file('twee.txt'))).toEqual({ ok: true, isNew: true })
    const entry = adding.library.list().entries.find(({ title }) => title === 'Twee')
    const opened = adding.library.open(entry?.id ?? '')
    if (!opened.ok) throw new Error(opened.reason)
    expect(isMended(opened.source, opened.bundle.edition, { reviewed: false, origin: 'own' })).toBe(
      false,
    )
    expect(opened.bundle.edition.sections[0]?.items.at(-1)?.sources).toEqual([])
  })
})

describe('a text in an older encoding', () => {
  const old = (name: string, text: string): string => {
    fs.writeFileSync(place.file(name), Buffer.from(text, 'latin1'))
    return place.file(name)
  }
  const cafe = 'Havenblad\n\n* Het caf\xe9 aan de haven is na jaren wachten weer open. Bode\n'

  it('is read only when the reader says so, by a number and not by a path', async () => {
    const outcome = await adding.imports.add({ kind: 'files', paths: [old('oud.txt', cafe)] })
    expect(outcome).toEqual({ ok: false, reason: 'not-utf-8', file: 'oud.txt', refusal: 1 })
    expect(adding.library.list().entries).toEqual([])
    const again = await adding.imports.readAgain(1, 'windows-1252')
    if (!again.ok || again.kind !== 'proof') throw new Error('no proof')
    expect(textsOf(again.proof)[0]).toContain('café')
    expect(await adding.imports.readAgain(2, 'windows-1252')).toMatchObject({ reason: 'not-found' })
  })

  it('can still be read when another was refused meanwhile', async () => {
    await adding.imports.add({ kind: 'files', paths: [old('oud.txt', cafe)] })
    const later = [old('later.txt', `${cafe}x`), place.file('niets.txt')]
    await adding.imports.keepFiles(later, () => true)
    expect(await adding.imports.readAgain(1, 'windows-1252')).toMatchObject({
      ok: true,
      kind: 'proof',
    })
  })

  it('can no longer be read after fifty more were refused', async () => {
    const refuse = (): Promise<unknown> =>
      adding.imports.add({ kind: 'files', paths: [old('oud.txt', cafe)] })
    for (let count = 0; count < 51; count++) await refuse()
    expect(await adding.imports.readAgain(2, 'windows-1252')).toMatchObject({
      ok: true,
      kind: 'proof',
    })
    expect(await adding.imports.readAgain(1, 'windows-1252')).toMatchObject({ reason: 'not-found' })
  })

  it('is read with all others of the same adding', async () => {
    const paths = [
      old('een.txt', cafe),
      place.file('niets.txt'),
      old('twee.md', `# Blad\n\n* ${fog} Caf\xe9krant`),
    ]
    const first = await adding.imports.add({ kind: 'files', paths })
    if (!first.ok || first.kind !== 'kept') throw new Error('not kept')
    expect(first.summary).toMatchObject({ kept: 0, refusal: 1 })
    expect(first.summary.failures.map(({ reason }) => reason)).toEqual([
      ...['not-utf-8', 'not-found', 'not-utf-8'],
    ])
    expect(await adding.imports.readAgain(1, 'windows-1252')).toMatchObject({
      summary: { kept: 2, failures: [], refusal: null },
    })
  })
})
