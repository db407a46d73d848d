import { describe, expect, it } from 'vitest'
import { wordsOf, isWorded, type Block } from '../../../../src/core/document/source-document.ts'
import { withKickers } from '../../../../src/core/outline/kickers.ts'

const own = { line: 1, depth: 0 } as const
const headline = (text: string): Block => ({
  ...{ kind: 'heading', level: 2, ...own },
  runs: [{ text }],
})
const line = (text: string, link?: string): Block => ({
  ...{ kind: 'paragraph', ...own },
  runs: [{ text, ...(link === undefined ? {} : { link }) }],
})
const text = line('Het werk begint in mei en duurt tot de herfst.')

/** Three headlines with a text, each below a line of its own. */
function below(...lines: readonly Block[]): Block[] {
  return lines.flatMap((one, index) => [one, headline(`Bericht ${String(index)}`), text])
}

/** The headings with their levels. */
function headingsIn(blocks: readonly Block[]): string[] {
  return withKickers(blocks).flatMap((block) =>
    block.kind === 'heading' && isWorded(block) ? [`${String(block.level)} ${wordsOf(block)}`] : [],
  )
}

const plain = ['2 Bericht 0', '2 Bericht 1', '2 Bericht 2']

describe('lines in capitals above headlines', () => {
  it('are sections, and the headlines stand a level lower', () => {
    const blocks = below(line('WATER'), line('OP HET LAND'), line('IN DE STAD'))
    expect(headingsIn(blocks)).toEqual([
      ...['2 WATER', '3 Bericht 0', '2 OP HET LAND', '3 Bericht 1'],
      ...['2 IN DE STAD', '3 Bericht 2'],
    ])
  })

  it('are sections too above a list, where several stand above headlines', () => {
    const entry: Block = { ...{ kind: 'item', line: 1, depth: 1 }, runs: [{ text: 'Kort' }] }
    const blocks = below(line('WATER'), line('OP HET LAND'), line('IN DE STAD'))
    expect(headingsIn([...blocks, line('KORT'), entry])).toContain('2 KORT')
  })

  it.each([
    ['that are two', [line('WATER'), line('OP HET LAND'), text]],
    ['in small letters', [line('Water'), line('Op het land'), line('In de stad')]],
    ['that are a day', [line('1 MEI 2024'), line('2 MEI 2024'), line('3 MEI 2024')]],
    ['that are a button', Array.from({ length: 3 }, () => line('LEES HIER', 'https://a.example'))],
    ['that are about the page', Array.from({ length: 3 }, () => line('ADVERTENTIE'))],
  ])('are not those %s', (_, lines) => {
    expect(headingsIn(below(...lines))).toEqual(plain)
  })

  it('are not where few of the headlines have one', () => {
    const others = Array.from({ length: 4 }, () => [headline('Zonder'), text]).flat()
    const blocks = below(line('WATER'), line('OP HET LAND'), line('IN DE STAD'))
    expect(headingsIn([...blocks, ...others])).not.toContain('2 WATER')
  })
})
