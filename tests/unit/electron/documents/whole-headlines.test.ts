import { describe, expect, it } from 'vitest'
import type { Block } from '../../../../src/core/document/source-document.ts'
import { wordsOf, isWorded } from '../../../../src/core/document/source-document.ts'
import { withWholeHeadlines } from '../../../../electron/services/documents/whole-headlines.ts'

const own = { line: 1, depth: 0 } as const
const headline = (text: string, level: 2 | 3 = 2): Block => ({
  ...{ kind: 'heading', level, ...own },
  runs: [{ text }],
})
const text: Block = { kind: 'paragraph', ...own, runs: [{ text: 'Het werk begint in mei.' }] }
const others = Array.from({ length: 5 }, () => [headline('Kort'), text]).flat()

function headingsIn(...blocks: readonly Block[]): string[] {
  return withWholeHeadlines([...blocks, text, ...others])
    .filter(({ kind }) => kind === 'heading')
    .slice(0, -5)
    .map((block) => (isWorded(block) ? wordsOf(block) : ''))
}

describe('two headings with nothing between them', () => {
  it.each([
    ['where the first is open', 'Zestig dagen op de fiets,', 'En nog niet thuis'],
    ['where the second begins in lower case', 'Avond over het plein', 'trekt een volle zaal'],
  ])('are one %s', (_, one, other) => {
    expect(headingsIn(headline(one), headline(other))).toEqual([`${one} ${other}`])
  })

  it('stay two where each is whole, and where one stands below the other', () => {
    expect(headingsIn(headline('Water'), headline('De brug is open'))).toHaveLength(2)
    expect(headingsIn(headline('Op het water,'), headline('en op het land', 3))).toHaveLength(2)
  })

  it('take no third line', () => {
    const three = ['Zestig dagen op de fiets,', 'en nog niet thuis,', 'maar bijna'].map((one) =>
      headline(one),
    )
    expect(headingsIn(...three)).toEqual([
      'Zestig dagen op de fiets, en nog niet thuis,',
      'maar bijna',
    ])
  })

  it('stay two where many headings stand so: they are a list', () => {
    const list = Array.from({ length: 6 }, () => headline('Aan de beurt:'))
    expect(headingsIn(...list)).toHaveLength(6)
  })
})
