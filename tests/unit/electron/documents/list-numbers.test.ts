import { describe, expect, it } from 'vitest'
import { wordsOf, type Block } from '../../../../src/core/document/source-document.ts'
import { readHtml } from '../../../../electron/services/documents/read-html.ts'
import { readMarkdown } from '../../../../electron/services/documents/read-markdown.ts'
import { parseDocument } from '../../../../electron/services/import/read-edition.ts'

/** The entries of its lists with their numbers. */
function entriesOf(blocks: readonly Block[]): string[] {
  return blocks.flatMap((block) =>
    block.kind === 'item' ? [`${block.number ?? '–'} ${wordsOf(block)}`] : [],
  )
}

describe('the entries of a list', () => {
  it.each([
    ['<ol><li>a</li><li>b</li></ol>', ['1. a', '2. b']],
    ['<ol start="3"><li>a</li><li>b</li></ol>', ['3. a', '4. b']],
    ['<ol><li>a</li><li value="7">b</li><li>c</li></ol>', ['1. a', '7. b', '8. c']],
    ['<ol><li>a<ol><li>b</li></ol></li><li>c</li></ol>', ['1. a', '1. b', '2. c']],
    ['<ol><li><p>a</p><p>b</p></li><li>c</li></ol>', ['1. a', '2. c']],
    ['<ol style="list-style-type: decimal"><li>a</li></ol>', ['1. a']],
    ['<ul><li>a</li></ul>', ['– a']],
    ['<ol type="a"><li>a</li></ol>', ['– a']],
    ['<ol reversed><li>a</li><li>b</li></ol>', ['– a', '– b']],
    ['<ol style="list-style: none"><li>a</li></ol>', ['– a']],
    ['<ol><li style="list-style-type:square">a</li></ol>', ['– a']],
    ['<ol start="2000000"><li>a</li></ol>', ['– a']],
    ['<ol start="-1"><li>a</li><li>b</li></ol>', ['– a', '0. b']],
  ])('have the numbers of the page: %s', (html, entries) => {
    expect(entriesOf(readHtml(`<p>Zo gaat het:</p>${html}`).document.blocks)).toEqual(entries)
  })

  it('have none where the page does not know them', () => {
    const { document } = readHtml('<ol><li>a</li></ol>', { hasNumbers: false })
    expect(entriesOf(document.blocks)).toEqual(['– a'])
  })

  it.each([
    ['1. a\n2. b', ['1. a', '2. b']],
    ['4) a\n5) b', ['4. a', '5. b']],
    ['1. a\n1. b', ['1. a', '2. b']],
    ['1. a\n   1. b\n2. c', ['1. a', '1. b', '2. c']],
    ['- a\n- b', ['– a', '– b']],
    ['1. maart is voorbij', ['– 1. maart is voorbij']],
    ['2024. Een jaar', ['– 2024. Een jaar']],
  ])('have the numbers of Markdown: %j', (markdown, entries) => {
    expect(entriesOf(readMarkdown(markdown).document.blocks)).toEqual(entries)
  })

  it('keep them within the text of an item, and a dash where they have none', () => {
    const html =
      '<h2>Fiets</h2><h3>Een band plakken</h3><p>Zo gaat het, in drie stappen die iedereen kan leren:</p>' +
      '<ol><li>Zoek het gat.</li><li>Schuur de band.</li><li>3. Plak het dicht.</li></ol>' +
      '<p>Dit hebt u daarvoor nodig, en het kost niet veel:</p><ul><li>lijm</li><li>een plakker</li></ul>'
    const read = parseDocument(readHtml(html).document, 'a.html')
    const texts = read.ok ? read.value.edition.sections.flatMap(({ items }) => items) : []
    const [{ text = '' } = {}] = texts.filter((item) => item.text.includes('gat'))
    expect(text.split('\n\n')).toEqual(
      expect.arrayContaining(['1. Zoek het gat.', '2. Schuur de band.', '3. Plak het dicht.']),
    )
    expect(texts.map((item) => item.text).join('\n')).toContain('– een plakker')
  })
})
