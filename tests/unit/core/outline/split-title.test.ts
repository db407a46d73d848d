import { describe, expect, it } from 'vitest'
import {
  wordsOf,
  type Run,
  type WordedBlock,
} from '../../../../src/core/document/source-document.ts'
import { splitTitle } from '../../../../src/core/outline/split-title.ts'

const block = (...runs: Run[]): WordedBlock => ({ kind: 'paragraph', line: 3, depth: 0, runs })

function parts(...runs: Run[]): string[] | null {
  const split = splitTitle(block(...runs))
  return split === null ? null : [wordsOf(split.title), wordsOf(split.text)]
}

const link = 'https://dorp.example/kade'

describe('a block that opens with its title', () => {
  it.each<[string, readonly Run[]]>([
    ['in bold type', [{ text: 'Kade dicht', bold: true }, { text: ': tot de herfst.' }]],
    ['as a link', [{ text: '• ' }, { text: 'Kade dicht', link }, { text: ' — tot de herfst.' }]],
    ['on a line of its own', [{ text: 'Kade dicht\ntot de herfst.' }]],
  ])('is split behind it: %s', (_how, runs) => {
    expect(parts(...runs)?.map((words) => words.replace(/^• /u, ''))).toEqual([
      'Kade dicht',
      'tot de herfst.',
    ])
  })

  it('is whole where nothing tells title and text apart', () => {
    expect(parts({ text: 'De kade is dicht tot de herfst.' })).toBeNull()
    expect(parts({ text: 'Kade dicht', bold: true })).toBeNull()
  })

  it('has its text on the next line where a line breaks between', () => {
    expect(splitTitle(block({ text: 'Kade dicht\ntot de herfst.' }))?.text.line).toBe(4)
    expect(
      splitTitle(block({ text: 'Kade dicht', bold: true }, { text: ' tot de herfst.' }))?.text.line,
    ).toBe(3)
  })
})
