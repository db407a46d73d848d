import { describe, expect, it } from 'vitest'
import { longestText, type Edition } from '../../../../src/core/edition/edition.ts'
import { withIds } from '../../../../src/core/edition/edition-ids.ts'
import {
  canBeTakenIn,
  ledeToHeading,
  ledeToItem,
  withTakenIn,
} from '../../../../src/core/edition/mend-opening.ts'
import { proofRows, type ProofRow } from '../../../../src/core/edition/proof-rows.ts'
import type { Remark } from '../../../../src/core/edition/remark.ts'

const item = (text: string) => ({ id: '', title: null, text, sources: [] })

function editionOf(lede: string | null, ...headings: (string | null)[]): Edition {
  return withIds({
    ...{ id: '', revision: 1, language: 'nl', series: null, date: null, figure: null },
    ...{ title: 'Dorpsblad', lede },
    sections: headings.map((heading, at) => ({
      ...{ id: '', heading },
      items: [item(`De kade is ${String(at)} weken dicht.`)],
    })),
  })
}

const headingsOf = ({ sections }: Edition) => sections.map(({ heading }) => heading)
const textsOf = ({ sections }: Edition) =>
  sections.flatMap(({ items }) => items.map(({ text }) => text))

describe('an intro', () => {
  it('becomes the heading of the first section, which had none', () => {
    const mended = ledeToHeading(editionOf('Aan het\nwater', null, 'In het dorp'))
    expect([mended.lede, headingsOf(mended)]).toEqual([null, ['Aan het water', 'In het dorp']])
    expect(new Set(mended.sections.map(({ id }) => id)).size).toBe(2)
  })

  it('becomes a heading above the first one, where that has one', () => {
    const mended = ledeToHeading(editionOf('Aan het water', 'In het dorp'))
    expect(headingsOf(mended)).toEqual(['Aan het water', 'In het dorp'])
    expect(mended.sections[0]?.items).toEqual([])
  })

  it('stays where it is longer than a heading may be, or where there is none', () => {
    for (const lede of [null, 'a'.repeat(3_000)]) {
      const edition = editionOf(lede, null)
      expect(ledeToHeading(edition)).toBe(edition)
    }
  })

  it('becomes the first item', () => {
    for (const heading of [null, 'In het dorp']) {
      const mended = ledeToItem(editionOf('De brug is open.', heading))
      expect(mended.lede).toBeNull()
      expect(textsOf(mended)).toEqual(['De brug is open.', 'De kade is 0 weken dicht.'])
      expect(headingsOf(mended).at(-1)).toBe(heading)
    }
    const without = editionOf(null, null)
    expect(ledeToItem(without)).toBe(without)
  })

  it('takes its links along as an item', () => {
    const links = [{ label: 'Naar de krant', address: 'https://krant.example/' }]
    const mended = ledeToItem({ ...editionOf('De brug is open.', null), links })
    expect(mended.links).toBeUndefined()
    expect(mended.sections[0]?.items[0]?.links).toEqual(links)
  })
})

describe('words that were left out', () => {
  const remark: Remark = { line: 3, kind: 'page-furniture', quote: ' Volg ons ook online. ' }
  const words = 'Volg ons ook online.'
  const rowOf = (edition: Edition, role: ProofRow['role'], line: number | null = 5): ProofRow => {
    const row = proofRows(edition, '', []).find((one) => one.role === role)
    if (row === undefined) throw new Error('no such row')
    return { ...row, line }
  }

  it('come in again at the end of the item beside which they are quoted', () => {
    const edition = editionOf(null, null, 'In het dorp')
    const mended = withTakenIn(edition, rowOf(edition, 'item'), remark)
    expect(textsOf(mended)).toEqual([
      `De kade is 0 weken dicht.\n\n${words}`,
      'De kade is 1 weken dicht.',
    ])
  })

  it('come in below a heading as its first item', () => {
    const edition = editionOf(null, 'In het dorp')
    const mended = withTakenIn(edition, rowOf(edition, 'section'), remark)
    expect(textsOf(mended)).toEqual([words, 'De kade is 0 weken dicht.'])
  })

  it('come in above or below the intro as in the file, or become it', () => {
    const edition = editionOf('Welkom.', null)
    const above = withTakenIn(edition, rowOf(edition, 'lede'), remark)
    const below = withTakenIn(edition, rowOf(edition, 'lede', 1), remark)
    expect([above.lede, below.lede]).toEqual([`${words}\n\nWelkom.`, `Welkom.\n\n${words}`])
    const bare = editionOf(null, null)
    expect(withTakenIn(bare, rowOf(bare, 'title'), remark).lede).toBe(words)
  })

  it('stay out where a part would be too long with them', () => {
    const edition = editionOf('a'.repeat(longestText), null)
    const long = {
      ...edition,
      sections: [
        { id: 's', heading: null, items: [{ ...item('b'.repeat(longestText)), id: 'i' }] },
      ],
    }
    for (const role of ['lede', 'item'] as const)
      expect(withTakenIn(long, rowOf(long, role), remark)).toBe(long)
  })

  it('are only those that were left out whole', () => {
    expect(canBeTakenIn(remark)).toBe(true)
    expect(canBeTakenIn({ ...remark, kind: 'label' })).toBe(false)
    expect(canBeTakenIn({ ...remark, quote: ' ' })).toBe(false)
  })
})
