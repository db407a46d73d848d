import { describe, expect, it } from 'vitest'
import { createDocumentBuilder } from '../../../../electron/services/documents/document-builder.ts'
import { aPngHead } from '../../../fixtures/pictures.ts'
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

describe('pictures of a document', () => {
  const small = (index: number): Buffer => aPngHead(100, 100 + index)

  it('are left out and told of when there is no room for more', () => {
    const builder = createDocumentBuilder('apart')
    for (let index = 0; index < 203; index += 1)
      builder.addPicture(`cid:${index}`, index === 202 ? 'De kade' : '', small(index))
    builder.addPicture('cid:0', '', small(0))
    const { document, pictures } = builder.finish()
    expect(pictures).toHaveLength(200)
    expect(document.blocks).toHaveLength(201)
    expect(document.leftOut.map(({ kind, quote }) => [kind, quote])).toEqual([
      ['image', 'cid:200'],
      ['image', 'cid:201'],
      ['image', 'De kade: cid:202'],
    ])
  })

  it('are left out and told of when the window has no memory for all of their pixels', () => {
    const builder = createDocumentBuilder('apart')
    for (let index = 0; index < 7; index += 1)
      builder.addPicture(`cid:${index}`, '', aPngHead(8_000, 4_900 - index))
    builder.addPicture('cid:klein', '', small(0))
    const { document, pictures } = builder.finish()
    expect(pictures.map(({ height }) => height)).toEqual([4_900, 100])
    expect(document.leftOut).toHaveLength(6)
  })

  it('may have a hundred megabytes, and the file is refused with more', () => {
    const builder = createDocumentBuilder('apart')
    const large = Buffer.concat([small(0), Buffer.alloc(20 * 1024 * 1024 - small(0).length)])
    for (let index = 0; index < 5; index += 1) builder.addPicture('cid:groot', '', large)
    expect(() => builder.addPicture('cid:klein', '', small(1))).toThrow('unpacks-too-large')
  })
})
