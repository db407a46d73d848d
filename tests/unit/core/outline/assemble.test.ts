import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isWorded, wordsOf, type Block } from '../../../../src/core/document/source-document.ts'
import { assemble } from '../../../../src/core/outline/assemble.ts'
import {
  roles,
  type Outline,
  type Role,
  type RoledBlock,
} from '../../../../src/core/outline/roles.ts'

function paragraph(text: string, role: Role): RoledBlock {
  return { block: { kind: 'paragraph', line: 1, depth: 0, runs: [{ text }] }, role }
}

function picture(label: string, role: Role): RoledBlock {
  const own = { kind: 'picture', line: 1, depth: 0, file: null, address: null } as const
  return { block: { ...own, label }, role }
}

const wordsIn = (blocks: readonly Block[]): string[] =>
  blocks.map((block) => (isWorded(block) ? wordsOf(block) : block.kind))

/** Each section as its heading and its items, an item as its title, its blocks and its sources. */
function shape({ sections }: Outline): unknown {
  return sections.map(({ heading, items }) => [
    heading === null ? null : wordsOf(heading.block),
    ...items.map(({ title, blocks, sources }) => [
      title === null ? null : wordsOf(title.block),
      ...wordsIn(blocks),
      ...wordsIn(sources).map((source) => `(${source})`),
    ]),
  ])
}

describe('blocks with roles', () => {
  it('become sections and items, in their order', () => {
    const outline = assemble([
      paragraph('Weekbrief', 'title'),
      paragraph('4 mei', 'date'),
      paragraph('Welkom.', 'lede'),
      paragraph('Water', 'heading'),
      paragraph('De kade zakt.', 'item-start'),
      paragraph('Al jaren.', 'text'),
      paragraph('Dakpost', 'sources'),
      paragraph('De brug', 'item-title'),
      paragraph('Zij gaat open.', 'text'),
    ])
    expect(shape(outline)).toEqual([
      ['Water', [null, 'De kade zakt.', 'Al jaren.', '(Dakpost)'], ['De brug', 'Zij gaat open.']],
    ])
    expect(wordsIn(outline.lede)).toEqual(['Welkom.'])
    expect(wordsIn(outline.dates)).toEqual(['4 mei'])
  })

  it('wait for the item that they stand above, also across a heading', () => {
    const outline = assemble([
      paragraph('De kade zakt.', 'item-start'),
      picture('brug', 'ahead'),
      paragraph('Land', 'heading'),
      paragraph('De brug', 'item-title'),
    ])
    expect(shape(outline)).toEqual([
      [null, [null, 'De kade zakt.']],
      ['Land', ['De brug', 'picture']],
    ])
  })

  it('stay with the last item where none follows', () => {
    const outline = assemble([paragraph('De kade.', 'item-start'), picture('brug', 'ahead')])
    expect(shape(outline)).toEqual([[null, [null, 'De kade.', 'picture']]])
  })

  it('begin an item when they go on below a heading, and the lede above all', () => {
    const outline = assemble([
      paragraph('Welkom.', 'text'),
      paragraph('Water', 'heading'),
      paragraph('De kade zakt.', 'text'),
    ])
    expect(wordsIn(outline.lede)).toEqual(['Welkom.'])
    expect(shape(outline)).toEqual([['Water', [null, 'De kade zakt.']]])
  })

  it('tell of sources that belong to no item', () => {
    const outline = assemble([
      paragraph('Welkom.', 'lede'),
      paragraph('Dakpost', 'sources'),
      paragraph('Water', 'heading'),
      paragraph('Blik', 'sources'),
    ])
    expect(wordsIn(outline.lost)).toEqual(['Dakpost', 'Blik'])
  })

  it('stand in the outline once, whatever their roles', () => {
    const block = fc.record({ isPicture: fc.boolean(), role: fc.constantFrom(...roles) })
    fc.assert(
      fc.property(fc.array(block), (all) => {
        const roled = all.map(({ isPicture, role }, at) =>
          isPicture ? picture(String(at), role) : paragraph(String(at), role),
        )
        const { lede, dates, sections, lost, leftOut } = assemble(roled)
        const headings = sections.flatMap(({ heading }) => heading?.block ?? [])
        const ofItems = sections
          .flatMap(({ items }) => items)
          .flatMap(({ title, blocks, sources }) => [title?.block ?? [], blocks, sources].flat())
        const found = [...lede, ...dates, ...headings, ...ofItems, ...lost, ...leftOut]
        const wanted = roled.filter((one) => one.role !== 'title' || !isWorded(one.block))
        expect(found).toHaveLength(wanted.length)
        expect(new Set(found)).toEqual(new Set(wanted.map((one) => one.block)))
      }),
      { seed: 1 },
    )
  })
})
