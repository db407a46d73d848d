import { describe, expect, it } from 'vitest'
import { createDocumentBuilder } from '../../../../electron/services/documents/document-builder.ts'
import { costOfTenfold, mostCost } from '../../cost-ratio.ts'

describe('words of one block', () => {
  it('have single spaces, none at its ends and beside its line breaks, and one run of each kind', () => {
    const builder = createDocumentBuilder('apart')
    for (const text of [' De ', ' ', ' brug ']) builder.write(text)
    builder.openBold()
    for (const text of [' ', 'is', ' dicht ']) builder.write(text)
    builder.breakLine()
    builder.write(' tot ')
    builder.closeBold()
    for (const text of ['maandag\u00A0', ' ', '\n']) builder.write(text)
    const [block] = builder.finish().document.blocks
    expect(block).toMatchObject({
      runs: [
        { text: 'De brug ' },
        { text: 'is dicht', bold: true },
        { text: '\n' },
        { text: 'tot ', bold: true },
        { text: 'maandag' },
      ],
    })
  })

  it.each([
    ['words one by one', 'paragraph', (times: number) => Array(times).fill('woord ')],
    ['a line of spaces', 'line', (times: number) => [`a${' '.repeat(times)}b`]],
  ] as const)('take time in proportion: %s', (_name, role, texts) => {
    const build = (times: number): unknown => {
      const builder = createDocumentBuilder('apart')
      builder.begin(role)
      for (const text of texts(2_000 * times) as string[]) builder.write(text)
      return builder.finish()
    }
    expect(costOfTenfold(build)).toBeLessThan(mostCost)
  })
})
