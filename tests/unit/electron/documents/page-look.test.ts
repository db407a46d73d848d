import { describe, expect, it } from 'vitest'
import { readHtml } from '../../../../electron/services/documents/read-html.ts'
import { readEdition } from '../../../../electron/services/import/read-edition.ts'

function looksIn(html: string): unknown[] {
  return readHtml(html).document.blocks.map(({ look }) => look)
}

describe('how a block looks', () => {
  it('is said by the tags around its first words, and by the style of the nearest', () => {
    const cell = '<td class="kop groot" style="color: #AA0000; font-family: serif">'
    const html = `<table><tr>${cell}<b>Kade dicht</b> sinds maandag.</td></tr></table>`
    expect(looksIn(html)).toEqual([{ tags: 'table>tr>td>b', style: '//#aa0000//////kop.groot' }])
  })

  it('is the same where programs number their classes anew', () => {
    const [one, other] = looksIn('<p class="a173-kop">Kade</p><p class="a2064-kop">Brug</p>')
    expect(one).toEqual(other)
  })

  it('tells a headline from a text where no tag does', () => {
    const [headline, text] = looksIn('<p><font size="4">Kade dicht</font></p><p>Sinds maandag.</p>')
    expect(headline).not.toEqual(text)
  })

  it('takes no room for what nobody would write', () => {
    const html = `<p class="${'a'.repeat(5_000)}" style="color: ${'b'.repeat(500)}">Kade</p>`
    expect(JSON.stringify(looksIn(html)).length).toBeLessThan(300)
  })

  it('is told apart from the document, each look once', async () => {
    const bytes = Buffer.from('<h1>Blad</h1><p class="kop">Kade dicht.</p><p>Brug open.</p>')
    const read = await readEdition({ bytes, format: 'html', encoding: null, name: 'blad.html' })
    if (!read.ok) throw new Error(read.reason)
    expect(JSON.stringify(read.value.document)).not.toContain('look')
    expect(read.value.looks?.blocks).toEqual([0, 1, 2])
  })
})
