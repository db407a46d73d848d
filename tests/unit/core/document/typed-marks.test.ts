import { describe, expect, it } from 'vitest'
import {
  isWorded,
  wordsOf,
  type Block,
  type Run,
} from '../../../../src/core/document/source-document.ts'
import { withTypedMarks } from '../../../../src/core/document/typed-marks.ts'

const link = 'https://haven.example/kade'

function read(...runs: Run[]): string[] {
  const paragraph: Block = { kind: 'paragraph', line: 1, depth: 0, runs }
  return withTypedMarks([paragraph]).map((block) =>
    isWorded(block) ? wordsOf(block).trim() : block.kind,
  )
}

describe('stars among words', () => {
  const parted = ['De kade is dicht.', 'rule', 'De brug is open.']

  it.each<[string, readonly Run[]]>([
    ['within one run', [{ text: 'De kade is dicht. *** De brug is open.' }]],
    [
      'behind a link',
      [{ text: 'De kade is ' }, { text: 'dicht.', link }, { text: ' *** De brug is open.' }],
    ],
    [
      'behind a link and a full stop',
      [{ text: 'De kade is dicht', link }, { text: '. *** De brug is open.' }],
    ],
    [
      'before a link',
      [{ text: 'De kade is dicht. *** ' }, { text: 'De brug', link }, { text: ' is open.' }],
    ],
    [
      'as a run of their own',
      [{ text: 'De kade is dicht. ' }, { text: '***', bold: true }, { text: ' De brug is open.' }],
    ],
    ['with more blanks', [{ text: 'De kade is dicht.  ' }, { text: '  * * *  De brug is open.' }]],
  ])('part texts: %s', (_where, runs) => {
    expect(read(...runs)).toEqual(parted)
  })

  it('leave the links of the words beside them', () => {
    const runs: Run[] = [{ text: 'De ' }, { text: 'kade', link }, { text: ' *** De brug' }]
    const [first] = withTypedMarks([{ kind: 'paragraph', line: 1, depth: 0, runs }])
    expect(first !== undefined && isWorded(first) ? first.runs : []).toEqual([
      { text: 'De ' },
      { text: 'kade', link },
    ])
  })

  it('are words where they are fewer, or stand at a word', () => {
    expect(read({ text: 'Een hotel met vier **** sterren' })).toHaveLength(3)
    expect(read({ text: 'Een hotel met ** sterren' })).toHaveLength(1)
    expect(read({ text: 'Een hotel***met sterren' })).toHaveLength(1)
  })
})

describe('the sign of a list in a paragraph of its own', () => {
  const paragraphs = (...texts: string[]): Block[] =>
    texts.map((text, at) => ({ kind: 'paragraph', line: 2 * at + 1, depth: 0, runs: [{ text }] }))
  const shown = (blocks: readonly Block[]) =>
    withTypedMarks(blocks).map((block) => [
      block.kind,
      isWorded(block) ? wordsOf(block).trim() : '',
    ])

  it('makes the next paragraph an entry, where two have one', () => {
    expect(
      shown(paragraphs('•', 'De sluis gaat dicht.', '•', 'De markt gaat open.', 'De kade.')),
    ).toEqual([
      ['item', 'De sluis gaat dicht.'],
      ['item', 'De markt gaat open.'],
      ['paragraph', 'De kade.'],
    ])
  })

  it('stays with its words where there is one, and alone where nothing follows', () => {
    expect(shown(paragraphs('De kade.', '•', 'De sluis gaat dicht.'))).toEqual([
      ['paragraph', 'De kade.'],
      ['paragraph', '• De sluis gaat dicht.'],
    ])
    expect(shown(paragraphs('De kade.', '•'))).toEqual([
      ['paragraph', 'De kade.'],
      ['paragraph', '•'],
    ])
  })
})
