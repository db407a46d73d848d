import { describe, expect, it } from 'vitest'
import { headingToItem, withWords } from '../../../../src/core/edition/mend-edition.ts'
import { parseDigest } from '../../../fixtures/parse-digest.ts'
import { toTitles } from '../../../../src/core/edition/mend-ranks.ts'
import { proofRows } from '../../../../src/core/edition/proof-rows.ts'

const long = 'en daarom blijft zij de komende jaren staan waar zij staat, zegt de gemeente'
const text = [
  'Havenblad. ‘Een kraan op de kade’',
  `* De kraan op de kade draait niet meer, ${long}. Kadekrant`,
  'Onder de brug',
  `De brug is dicht, ${long}.`,
].join('\n\n')
const parsed = parseDigest(text, { fileName: '' })
if (!parsed.ok) throw new Error(parsed.reason)
const { edition, remarks } = parsed

describe('the rows of a proof', () => {
  it('are the parts in reading order, with their lines', () => {
    expect(
      proofRows(edition, text, []).map(({ role, number, line }) => [role, number, line]),
    ).toEqual([
      ['title', 0, 1],
      ['item', 1, 3],
      ['section', 2, 5],
      ['item', 2, 7],
    ])
  })

  it('have the line of their text where a line parts it from its title', () => {
    const items = ['Kraan', 'Brug'].map((title) => ({
      ...{ id: title.toLowerCase(), title, text: `De ${title} is dicht, ${long}.`, sources: [] },
    }))
    const titled = { ...edition, sections: [{ id: 'a', heading: null, items }] }
    const file = [edition.title, ...items.map((item) => `${item.title}\n-----\n${item.text}`)].join(
      '\n\n',
    )
    expect(proofRows(titled, file, []).map(({ line }) => line)).toEqual([1, 5, 9])
  })

  it('have their pictures; those of the opening stand at the last part of it', () => {
    const picture = { file: null, label: 'Kraan', caption: null, address: null }
    const [first, ...others] = edition.sections
    const items = first?.items.map((item) => ({ ...item, pictures: [picture] })) ?? []
    const sections = [...(first === undefined ? [] : [{ ...first, items }]), ...others]
    const withPictures = { ...edition, lede: 'Intro.', pictures: [picture], sections }
    const at = proofRows(withPictures, text, []).filter(({ pictures }) => pictures.length > 0)
    expect(at.map(({ role }) => role)).toEqual(['lede', 'item'])
  })

  it('have the remarks of their lines', () => {
    const rows = proofRows(edition, text, remarks)
    expect(rows.flatMap((row) => row.remarks)).toHaveLength(remarks.length)
    expect(rows[1]?.remarks).toContainEqual({ line: 3, kind: 'unknown-source', quote: 'Kadekrant' })
    expect(rows[3]?.remarks.map(({ kind }) => kind)).toEqual(['item-without-sources'])
  })

  it('have their own remarks where a heading is also part of the name of a source', () => {
    const file = `* De molen draait weer, ${long}. Energiebrief\n\nEnergie\n\n* De wind nam toe, ${long}. Bode`
    const read = parseDigest(file, { fileName: 'a.txt' })
    if (!read.ok) throw new Error(read.reason)
    const rows = proofRows(read.edition, file, read.remarks)
    expect(rows.map(({ role, line }) => [role, line])).toEqual([
      ['title', null],
      ['item', 1],
      ['section', 3],
      ['item', 5],
    ])
    const asked = rows.filter(({ remarks }) =>
      remarks.some(({ quote }) => quote === 'Energiebrief'),
    )
    expect(asked.map(({ role }) => role)).toEqual(['item'])
  })

  it('keep their lines and remarks when something is mended', () => {
    const mended = headingToItem(edition, edition.sections[1]?.id ?? '')
    const rows = proofRows(mended, text, remarks)
    expect(rows.map(({ role, line }) => `${role} ${String(line)}`)).toEqual([
      'title 1',
      'item 3',
      'item 5',
      'item 7',
    ])
  })

  it('keep their lines and remarks when their words are mended', () => {
    const [item] = edition.sections.flatMap(({ items }) => items)
    const part = { role: 'item', id: item?.id ?? '' } as const
    const mended = withWords(edition, part, 'Heel andere woorden over de kade.')
    const rows = proofRows(mended, text, remarks, edition)
    expect(rows.map(({ line }) => line)).toEqual([1, 3, 5, 7])
    expect(rows[1]?.remarks.map(({ kind }) => kind)).toContain('unknown-source')
  })

  it('have the line of the heading where that became the title of an item', () => {
    const { edition: titled } = toTitles({ edition, ranks: {} }, 0)
    const rows = proofRows(titled, text, remarks, edition)
    expect(rows.map(({ role, line }) => `${role} ${String(line)}`)).toEqual([
      'title 1',
      'item 3',
      'item 5',
    ])
    expect(rows[2]?.item?.title).toBe(edition.sections[1]?.heading)
  })

  it('have no lines without a text, and lose no remark', () => {
    const rows = proofRows(edition, '', remarks)
    expect(rows.every(({ line }) => line === null)).toBe(true)
    expect(rows[0]?.remarks).toHaveLength(remarks.length)
  })

  it('differ in their keys', () => {
    const keys = proofRows(edition, text, []).map(({ key }) => key)
    expect(new Set(keys).size).toBe(keys.length)
  })
})
