// Large files that are harmless are read, and in time that grows with their length.
import { describe, expect, it } from 'vitest'
import { readMarkdown } from '../../../../electron/services/documents/read-markdown.ts'
import { readHtml } from '../../../../electron/services/documents/read-html.ts'
import { createDocumentBuilder } from '../../../../electron/services/documents/document-builder.ts'
import { withoutTags } from '../../../../electron/services/documents/template-tags.ts'
import { costOfTenfold, mostCost } from '../../cost-ratio.ts'

describe('signs of a template that nothing closes', () => {
  it.each(['{{ ', '{: ', '{% '])('take time in proportion: %s', (sign) => {
    const read = (times: number): unknown =>
      withoutTags(sign.repeat(5_000 * times), createDocumentBuilder('in-place'))
    expect(costOfTenfold(read)).toBeLessThan(mostCost)
  })

  it('hide no tag behind them', () => {
    const { document } = readMarkdown('{{% een\n%} {{ twee {: .drie } {% vier %}')
    expect(document.leftOut).toEqual([
      { line: 1, kind: 'field', quote: '{% een %}' },
      { line: 2, kind: 'field', quote: '{: .drie }' },
      { line: 2, kind: 'field', quote: '{% vier %}' },
    ])
  })
})

it('finds the lines of comments in time in proportion', () => {
  const read = (times: number): unknown =>
    readMarkdown(`<div>\n${'<!--a-->\n'.repeat(1_000 * times)}`)
  expect(costOfTenfold(read)).toBeLessThan(mostCost)
})

describe('a flat file of very many parts is read', () => {
  const many = 130_000

  it.each([
    ['in its head', `<head>${'<meta>'.repeat(many)}</head><p>een</p>`],
    ['in its furniture', `<p>een</p><div class="share">${'<br>'.repeat(many)}</div>`],
    ['in a cell', `<p>een</p><table><tr><td><b>${'<wbr>'.repeat(many)}</b><tr><td></table>`],
  ])('%s', (_where, html) => {
    expect(readHtml(html).document.blocks).toMatchObject([{ runs: [{ text: 'een' }] }])
  })

  it('in a paragraph of Markdown', () => {
    const { blocks } = readMarkdown('een\\\n'.repeat(70_000)).document
    expect(blocks).toHaveLength(1)
  })
})
