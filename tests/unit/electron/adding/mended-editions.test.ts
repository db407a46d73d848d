// Editions that the reader mended, or looks over later.
import fs from 'node:fs'
import { describe, expect, it } from 'vitest'
import type { Proof } from '../../../../src/core/desktop/adding.ts'
import { anAdding, digest, fog, sluice } from './an-adding.ts'

const adding = anAdding()
const { place, proofOf, keep } = adding

describe('a newer version of what the reader mended', () => {
  const newer = digest(sluice, fog, 'Er kwam ook storm op de dijk.')

  it.each<[string, Partial<Proof['edition']>]>([
    ['words', { title: 'Nevel' }],
    ['series', { series: 'Haven' }],
    ['date', { date: { value: '2024-07-05', inferred: false } }],
  ])('is left to the reader when many come in: %s', async (_, mending) => {
    const first = await proofOf('a-2024-07.txt', digest(sluice, fog))
    await keep(first.id, { ...first.edition, ...mending })
    fs.writeFileSync(place.file('a-2024-07.txt'), newer)
    fs.writeFileSync(place.file('leeg.txt'), '')
    const paths = [place.file('a-2024-07.txt'), place.file('leeg.txt')]
    const title = mending.title ?? first.edition.title
    expect(await adding.imports.add({ kind: 'files', paths })).toMatchObject({
      summary: {
        ...{ kept: 0, known: 0, mended: [{ file: 'a-2024-07.txt', title }] },
        failures: [{ file: 'leeg.txt' }],
      },
    })
    expect(adding.library.list().entries).toMatchObject([{ revision: 1, title, items: 2 }])
    expect(await proofOf('a-2024-07.txt', newer)).toMatchObject({
      replaces: { title, isLikely: true },
    })
  })

  it('comes in by itself when nothing was mended, and when that was put back', async () => {
    const first = await proofOf('a-2024-07.txt', digest(sluice, fog))
    await keep(first.id, { ...first.edition, title: 'Nevel' })
    const outcome = await adding.imports.review(first.edition.id)
    if (!outcome.ok || outcome.kind !== 'proof') throw new Error('no proof')
    await keep(outcome.proof.id, first.edition)
    fs.writeFileSync(place.file('a-2024-07.txt'), newer)
    expect(await adding.imports.keepFile(place.file('a-2024-07.txt'))).toEqual({
      ok: true,
      isNew: true,
    })
    expect(adding.library.list().entries).toMatchObject([{ revision: 3, items: 3 }])
  })
})

describe('looking an edition over later', () => {
  async function reviewed(): Promise<Proof> {
    const [entry] = adding.library.list().entries
    const outcome = await adding.imports.review(entry?.id ?? '')
    if (!outcome.ok || outcome.kind !== 'proof') throw new Error('no proof')
    return outcome.proof
  }
  const strange = digest(sluice, fog).replace(/Bode$/u, 'Waterkoerier')

  it('leaves the day on which it came in, and a corrected text has its own', async () => {
    const added = (): string[] => adding.library.list().entries.map((entry) => entry.added)
    const first = await proofOf('a-2024-07.txt', digest(sluice, fog))
    await keep(first.id, first.edition)
    adding.today = '2024-07-20'
    const proof = await reviewed()
    await keep(proof.id, { ...proof.edition, title: 'Nevel' })
    expect(added()).toEqual(['2024-07-08T10:00:00.000Z'])
    const corrected = await proofOf('a-2024-07.txt', digest(sluice, `${fog} De mist trok op.`))
    await keep(corrected.id, corrected.edition)
    expect(added()).toEqual(['2024-07-20T10:00:00.000Z'])
  })

  it('shows the remarks and the lines of the first proof when it was never looked over', async () => {
    const first = await proofOf('havenblad-2024-07.txt', strange)
    await adding.imports.keepFile(place.file('havenblad-2024-07.txt'))
    const { text, remarks, edition, file } = await reviewed()
    expect({ text, remarks, edition, file }).toEqual({
      text: strange,
      remarks: first.remarks,
      edition: first.edition,
      file: 'havenblad-2024-07.txt',
    })
    expect(remarks.some(({ kind }) => kind === 'unknown-source')).toBe(true)
  })

  it('shows what was mended, with the lines of the text and without answered questions', async () => {
    const first = await proofOf('a.txt', strange)
    await keep(first.id, { ...first.edition, title: 'Nevel' })
    const proof = await reviewed()
    expect(proof).toMatchObject({ text: strange, edition: { title: 'Nevel' }, isReview: true })
    expect(proof.remarks.filter(({ kind }) => kind === 'unknown-source')).toEqual([])
    await keep(proof.id, { ...proof.edition, title: 'Mist' })
    expect(await reviewed()).toMatchObject({
      text: strange,
      edition: { title: 'Mist', revision: 2 },
    })
  })

  it('makes no revision of what was looked over before and is not changed', async () => {
    fs.writeFileSync(place.file('a.txt'), strange)
    await adding.imports.keepFile(place.file('a.txt'))
    const revisions = (): number[] =>
      adding.library.list().entries.map(({ revision, reviewed }) => (reviewed ? revision : 0))
    expect(revisions()).toEqual([0])
    const first = await reviewed()
    await keep(first.id, first.edition)
    expect(revisions()).toEqual([2])
    const again = await reviewed()
    expect(await keep(again.id, again.edition)).toMatchObject({
      ok: true,
      bundle: { edition: { revision: 2 } },
    })
    expect(revisions()).toEqual([2])
    const changed = await reviewed()
    await keep(changed.id, { ...changed.edition, title: 'Mist' })
    expect(revisions()).toEqual([3])
  })

  it('keeps headings and links of the file as data', async () => {
    const page = `<h1>Havenblad</h1><h2>Op zee</h2><p>${sluice} <a href="https://voorbeeld.invalid/a">Bode</a></p>`
    fs.writeFileSync(place.file('a.html'), page)
    await adding.imports.keepFile(place.file('a.html'))
    const opened = adding.library.open(adding.library.list().entries[0]?.id ?? '')
    expect(opened).toMatchObject({
      source: {
        document: {
          blocks: [
            { kind: 'heading', level: 1 },
            { kind: 'heading', level: 2 },
            { runs: [{}, { text: 'Bode', link: 'https://voorbeeld.invalid/a' }] },
          ],
        },
      },
    })
  })
})
