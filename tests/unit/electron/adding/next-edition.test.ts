// What an edition that comes in takes over from those that are there: its series, its head, and the place of what it corrects.
import fs from 'node:fs'
import { beforeEach, describe, expect, it } from 'vitest'
import { writePackage } from '../../../../electron/services/packages/write-package.ts'
import type { Proof } from '../../../../src/core/desktop/adding.ts'
import type { Edition } from '../../../../src/core/edition/edition.ts'
import { aDatedEdition } from '../../../fixtures/a-package.ts'
import { anAdding } from './an-adding.ts'

const adding = anAdding('2025-03-03')
const { place, proofOfText } = adding

const weekly = (title: string, ...items: string[]): string =>
  [title, ...items.map((item) => `* ${item} Polderpost`)].join('\n\n')
const sluice = 'De sluis ging open en de boot voer met de windmolens in zicht weg naar zee.'
const fog = 'Mist lag de hele ochtend boven de haven en de loods bleef die dag aan de wal.'
const storm = 'Er kwam die nacht storm op de dijk, zodat het gemaal tot de ochtend moest draaien.'
const ferry = 'Het veer legt vanaf maandag aan bij de nieuwe steiger naast de vismarkt.'

/** Keeps a pasted text, with a head of the reader's and all names answered as sources. */
async function kept(text: string, head: Partial<Edition> = {}): Promise<Edition> {
  const { id, edition } = await proofOfText(text)
  const names = [{ name: 'Polderpost', as: 'source' as const }]
  const outcome = await adding.imports.keep(
    id,
    { ...edition, ...head },
    { asNew: false, isFormed: false, names },
  )
  if (!outcome.ok) throw new Error(outcome.reason)
  return outcome.bundle.edition
}
const asked = ({ remarks }: Pick<Proof, 'remarks'>): string[] =>
  remarks.filter(({ kind }) => kind === 'unknown-source').map(({ quote }) => quote)

describe('the series of a text that does not name it', () => {
  it('is that of the library whose name begins the title, and its names are asked no more', async () => {
    const first = await proofOfText(weekly('Polderbrief van week 16', sluice))
    expect(first.edition.series).toBeNull()
    expect(asked(first)).toEqual(['Polderpost'])
    adding.imports.drop(first.id)
    await kept(weekly('Polderbrief van week 16', sluice), { series: 'Polderbrief' })
    const next = await proofOfText(weekly('Polderbrief van week 17', fog))
    expect(next.edition.series).toBe('Polderbrief')
    expect(asked(next)).toEqual([])
  })

  it('is the name before the number of its issue, until the reader gives it another', async () => {
    const first = await proofOfText(weekly('Polderbrief, nummer 16', sluice))
    expect(first.edition).toMatchObject({ series: 'Polderbrief', number: '16' })
    adding.imports.drop(first.id)
    await kept(weekly('Polderbrief, nummer 16', sluice), { series: 'De Polderbrief' })
    const next = await proofOfText(weekly('Polderbrief, nummer 17', fog))
    expect(next.edition.series).toBe('De Polderbrief')
  })

  it('is found for many files at once, and no mending of the reader’s', async () => {
    await kept(weekly('Polderbrief, nummer 16', sluice), { series: 'Polderbrief' })
    const week = place.file('week.txt')
    fs.writeFileSync(week, weekly('Polderbrief, nummer 17', fog, storm, ferry))
    expect(await adding.imports.keepFile(week)).toEqual({ ok: true, isNew: true })
    fs.writeFileSync(week, weekly('Polderbrief, nummer 17', fog, storm, `${ferry} Straks meer.`))
    expect(await adding.imports.keepFile(week)).toEqual({ ok: true, isNew: true })
    expect(adding.library.list().entries.map(({ series, revision }) => [series, revision])).toEqual(
      [
        ['Polderbrief', 1],
        ['Polderbrief', 2],
      ],
    )
  })
})

describe('many files at once', () => {
  it('take the series of one that came in just before them', async () => {
    const first = '---\nseries: Polderbrief\n---\n# Polderbrief, nummer 16\n\n'
    const texts = [`${first}* ${sluice}\n* ${fog}`]
    texts.push(weekly('Polderbrief, nummer 17', storm, ferry))
    const paths = texts.map((text, index) => {
      const file = place.file(index === 0 ? 'eerste.md' : 'tweede.txt')
      fs.writeFileSync(file, text)
      return file
    })
    await adding.imports.keepFiles(paths, () => true)
    expect(adding.library.list().entries.map(({ series }) => series)).toEqual([
      'Polderbrief',
      'Polderbrief',
    ])
  })
})

describe('a text that says that it is another issue', () => {
  const water = (title: string, level: number): string =>
    weekly(
      title,
      `Het water stond ${String(level)} centimeter boven peil in de polder van 1612.`,
      fog,
      storm,
    )

  it.each([
    ['a number in the title', 'Waterstanden, week 41', 'Waterstanden, week 42'],
    ['a printed day', 'Waterstanden\n\n3 januari 2025', 'Waterstanden\n\n10 januari 2025'],
  ])(
    'takes the place of none, unasked or by default, however alike they are: %s',
    async (_, one, other) => {
      const week = place.file('week.txt')
      fs.writeFileSync(week, water(one, 12))
      expect(await adding.imports.keepFile(week)).toEqual({ ok: true, isNew: true })
      const proof = await proofOfText(water(other, 14))
      expect(proof.replaces).toMatchObject({ isLikely: false })
      adding.imports.drop(proof.id)
      fs.writeFileSync(week, water(other, 14))
      expect(await adding.imports.keepFile(week)).toEqual({ ok: true, isNew: true })
      expect(adding.library.list().entries.map(({ revision }) => revision)).toEqual([1, 1])
    },
  )
})

describe('an edition that is looked over later', () => {
  it('keeps the series and the date that it was given', async () => {
    await kept(weekly('Polderbrief, nummer 16', sluice), { series: 'Polderbrief' })
    const week = place.file('week-2025-02-14.txt')
    fs.writeFileSync(week, weekly('Polderbrief, nummer 17', fog))
    await adding.imports.keepFile(week)
    const { id } = adding.library.list().entries.find(({ title }) => title.endsWith('17')) ?? {
      id: '',
    }
    const review = await adding.imports.review(id)
    expect(review).toMatchObject({ proof: { edition: { series: 'Polderbrief' }, remarks: [] } })
  })
})

describe('a corrected text', () => {
  it('has the series and the date that the reader gave, and asks no more of its names', async () => {
    await kept(weekly('Nieuws van de kade', sluice, fog), {
      series: 'Kadebrief',
      date: { value: '2025-02-28', inferred: false },
    })
    const proof = await proofOfText(weekly('Verbeterd nieuws van het water', sluice, fog))
    expect(proof.replaces).toMatchObject({ title: 'Nieuws van de kade', isLikely: true })
    expect(proof.edition).toMatchObject({ series: 'Kadebrief', date: { value: '2025-02-28' } })
    expect(asked(proof)).toEqual([])
  })

  it('keeps the series that it names itself', async () => {
    await kept(weekly('Nieuws van de kade', sluice, fog), { series: 'Kadebrief' })
    const proof = await proofOfText(weekly('Havenblad. ‘Verbeterd nieuws’', sluice, fog))
    expect(proof.edition.series).toBe('Havenblad')
  })
})

describe('an edition that an organisation handed out with the program', () => {
  const publisher = 'Waterschap De Kreek'
  const edition = aDatedEdition({
    sections: [
      {
        ...{ id: 'water', heading: null },
        items: [sluice, fog].map((text, index) => ({
          ...{ id: `b${String(index)}`, title: null, text, sources: [] },
        })),
      },
    ],
  })
  beforeEach(() => {
    const bundle = { edition, notes: null, hyphenation: {} }
    const added = '2025-03-01T10:00:00Z'
    adding.library.add(bundle, { origin: 'bundled', publisher, reviewed: true, added })
  })
  async function issue(from: string, text: string): Promise<string> {
    const [section] = edition.sections
    const [item] = section?.items ?? []
    const items = [
      { id: 'b0', title: null, text, sources: [] },
      ...(item ? [{ ...item, id: 'b1' }] : []),
    ]
    const next = aDatedEdition({ revision: 2, sections: [{ id: 'water', heading: null, items }] })
    const file = place.file('ob.editie')
    const bytes = await writePackage({ publisher: from, edition: next, notes: null, images: [] })
    fs.writeFileSync(file, bytes)
    return file
  }

  it('is corrected by its package, unasked', async () => {
    const file = await issue(publisher, `${sluice} Verbeterd.`)
    expect(await adding.imports.keepFile(file)).toEqual({ ok: true, isNew: true })
    expect(adding.library.list().entries).toMatchObject([
      { id: edition.id, revision: 2, publisher },
    ])
  })

  it('is not replaced by somebody else’s', async () => {
    const file = await issue('Waterschap De Kreken', `${sluice} Verbeterd.`)
    expect(await adding.imports.keepFile(file)).toEqual({ ok: true, isNew: true })
    expect(adding.library.list().entries).toHaveLength(2)
    const outcome = await adding.imports.add({
      kind: 'files',
      paths: [await issue('Een ander', sluice)],
    })
    expect(outcome).toMatchObject({ proof: { replaces: { isLikely: false } } })
  })

  it('is left to the reader who mended it', async () => {
    const review = await adding.imports.review(edition.id)
    if (!review.ok || review.kind !== 'proof') throw new Error('no proof')
    const mended = { ...review.proof.edition, title: 'Mijn titel' }
    await adding.imports.keep(review.proof.id, mended, { asNew: false, isFormed: false, names: [] })
    const file = await issue(publisher, `${sluice} Verbeterd.`)
    expect(await adding.imports.keepFile(file)).toMatchObject({ ok: false, reason: 'mended' })
  })
})
