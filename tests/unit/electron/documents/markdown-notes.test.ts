import { describe, expect, it } from 'vitest'
import { wordsOf, isWorded } from '../../../../src/core/document/source-document.ts'
import { readMarkdown } from '../../../../electron/services/documents/read-markdown.ts'

/** Its blocks with words, each with its kind. */
function read(...lines: string[]): string[] {
  const { document } = readMarkdown(lines.join('\n'))
  return document.blocks.filter(isWorded).map((block) => `${block.kind}: ${wordsOf(block)}`)
}

describe('footnotes of Markdown', () => {
  it('go on below the words that refer to them, not at the end of the file', () => {
    const note = '[^1]: Volgens de **gemeente**.'
    expect(read('De kade is dicht[^1].', '', 'De brug is open.', '', note)).toEqual([
      'paragraph: De kade is dicht[1].\n[1] Volgens de gemeente.',
      'paragraph: De brug is open.',
    ])
  })

  it('come once, below the first words that name them', () => {
    expect(read('- Kade[^a]', '- Brug[^a]', '', '[^a]: Dicht.')).toEqual([
      'item: Kade[a]\n[a] Dicht.',
      'item: Brug[a]',
    ])
  })

  it('keep their links, paragraphs, lists and code', () => {
    const lines = ['Kade[^1].', '', '[^1]: [Besluit](https://haven.example/b).', '', '    Verder:']
    const { document } = readMarkdown([...lines, '', '    - een', '    - twee'].join('\n'))
    const [block] = document.blocks.filter(isWorded)
    expect(block === undefined ? '' : wordsOf(block)).toBe(
      'Kade[1].\n[1] Besluit.\nVerder:\neen\ntwee',
    )
    expect(block?.runs.flatMap(({ link }) => link ?? [])).toEqual(['https://haven.example/b'])
    expect(read('Kade[^1].', '', '[^1]: Zie:', '', '        npm start').join('\n')).toContain(
      'npm start',
    )
  })

  it('may refer to each other', () => {
    expect(read('Kade[^1].', '', '[^1]: Zie[^2].', '[^2]: Zelf[^1].')).toEqual([
      'paragraph: Kade[1].\n[1] Zie[2].\n[2] Zelf[1].',
    ])
  })

  it.each([
    [
      'a heading',
      ['# Kade[^1]', '', 'Dicht.'],
      ['heading: Kade[1]', 'paragraph: Dicht.\n[1] Noot.'],
    ],
    ['a heading without a text', ['# Kade[^1]'], ['heading: Kade[1]', 'paragraph: [1] Noot.']],
    [
      'a table',
      ['| Dag[^1] |', '| --- |', '| ma |'],
      ['row: Dag[1]', 'row: ma', 'paragraph: [1] Noot.'],
    ],
  ])('of %s stand in the next text, or at the end', (_what, lines, blocks) => {
    expect(read(...lines, '', '[^1]: Noot.')).toEqual(blocks)
  })

  it('stay where they are when nothing refers to them, or their name is given twice', () => {
    expect(read('Kade.', '', '[^1]: Noot.')).toEqual(['paragraph: Kade.', 'paragraph: [^1]: Noot.'])
    expect(read('Kade[^1].', '', '[^1]: Noot.', '', '[^1]: Nog een.')).toEqual([
      'paragraph: Kade[1].\n[1] Noot.',
      'paragraph: [^1]: Nog een.',
    ])
  })

  it('leave the lines of what stands below them as they are', () => {
    const { document } = readMarkdown('Kade[^1].\n\nBrug.\n\n[^1]: Noot.\n\nSluis.')
    expect(document.blocks.map(({ line }) => line)).toEqual([1, 3, 7])
  })

  it('take time in proportion to their number', () => {
    const count = 5_000
    const names = Array.from({ length: count }, (_, at) => `n${String(at)}`)
    const notes = names.map((name, at) => `[^${name}]: Zie[^${names[at + 1] ?? name}].`)
    expect(read('Kade[^n0].', '', ...notes)).toHaveLength(1)
  })
})
