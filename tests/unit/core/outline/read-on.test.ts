import { describe, expect, it } from 'vitest'
import { wordsOf, isWorded, type Block } from '../../../../src/core/document/source-document.ts'
import type { Remark } from '../../../../src/core/edition/remark.ts'
import { withoutReadOn } from '../../../../src/core/outline/read-on.ts'

const address = 'https://haven.example/kade'
const own = { line: 1, depth: 0 } as const
const heading = (link?: string): Block => ({
  ...{ kind: 'heading', level: 2, ...own },
  runs: [{ text: 'De haven krijgt een kade', ...(link === undefined ? {} : { link }) }],
})
const line = (text: string, link?: string): Block => ({
  ...{ kind: 'paragraph', ...own },
  runs: [{ text, ...(link === undefined ? {} : { link }) }],
})

/** The words that are left, and those that were told. */
function read(...blocks: Block[]): { left: string[]; told: string[] } {
  const remarks: Remark[] = []
  const left = withoutReadOn(blocks, remarks).filter(isWorded).map(wordsOf)
  return { left: left.filter((words) => words !== ''), told: remarks.map(({ quote }) => quote) }
}

const title = 'De haven krijgt een kade'

describe('a link that leads on to the whole text', () => {
  it('goes out by its words, wherever it stands', () => {
    const text = 'Het werk begint in mei.'
    const { left, told } = read(heading(), line(text), line('Lees meer', address))
    expect(left).toEqual([title, text])
    expect(told).toEqual(['Lees meer'])
  })

  it('goes out by its place, as all that stands below a linked heading', () => {
    const button = line('Zo zit dat', address)
    for (const below of [[], [heading(address)]])
      expect(read(heading(address), button, ...below).told).toEqual(['Zo zit dat'])
  })

  it.each([
    ['below a heading that is none', [heading(), line('Zo zit dat', address)]],
    ['above a text', [heading(address), line('Zo zit dat', address), line('Het werk begint.')]],
    ['that may name a source', [heading(address), line('Havenblad', address)]],
    ['that names a known source', [heading(address), line('Financial Times', address)]],
    ['of more words', [heading(address), line('Het hele verhaal over de nieuwe kade', address)]],
    ['that is no link', [heading(address), line('Zo zit dat')]],
  ])('is no line %s', (_, blocks) => {
    expect(read(...blocks).told).toEqual([])
  })
})
