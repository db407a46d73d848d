import { describe, expect, it } from 'vitest'
import {
  attributeOf,
  firstIn,
  readXml,
  textOf,
} from '../../../../electron/services/documents/read-xml.ts'

/** A declaration can stand only before the root; some parsers take one that stands within it too. */
const declared = (entities: string, content: string): string =>
  `<package><!DOCTYPE package [${entities}]>${content}</package>`

/** What the title says, and its `id`; `null` for a text that is not taken. */
function titleIn(xml: string): { readonly text: string; readonly id: string } | null {
  const root = readXml(xml, 'package')
  if (root === null) return null
  const title = firstIn(root, 'title')
  return title === null ? null : { text: textOf(title), id: attributeOf(title, 'id') }
}

describe('XML', () => {
  it('has entities for characters, each read once', () => {
    const xml = '<package><title id="a&amp;lt;b">Eb &amp;amp; vloed &#38;lt;</title></package>'
    expect(titleIn(xml)).toEqual({ text: 'Eb &amp; vloed &lt;', id: 'a&lt;b' })
  })

  it('never puts anything in the place of an entity of its own', () => {
    const content = '<title id="&haven;">&haven;&haven;</title>'
    const xml = declared(`<!ENTITY haven "${'Eb en vloed. '.repeat(100)}">`, content)
    expect(titleIn(xml)).toEqual({ text: '&haven;&haven;', id: '&haven;' })
  })

  it('takes nothing that names a file', () => {
    const xml = declared('<!ENTITY haven SYSTEM "file:///etc/passwd">', '<title>&haven;</title>')
    expect(titleIn(xml)?.text ?? '&haven;').toBe('&haven;')
  })
})
