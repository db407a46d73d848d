import { expect, it } from 'vitest'
import { isMarkedUp, longestPaste } from '../../../../src/core/document/pasted-html.ts'

it.each([
  ['a heading', '<meta charset="utf-8"><h2>Havens</h2>'],
  ['a paragraph', '<P class="a">Mist.</P>'],
  ['a list', '<ul><li>Mist.</li></ul>'],
  ['a link', 'Lees <a class="b" href="https://krant.example/">verder</a>'],
  ['a row', '<table><tr><td>Mist</td></tr></table>'],
])('is marked up with %s', (_, html) => {
  expect(isMarkedUp(html)).toBe(true)
})

it.each([
  ['nothing', ''],
  ['lines of an editor of code', '<div style="color:#000"><span># Havens</span><br></div>'],
  ['words of a line', '<span style="font-weight:700">Mist</span>'],
  ['a name that begins like one', '<pre>Mist</pre><link rel="x"><abbr>NL</abbr>'],
  ['more than is read', `<p>${'a'.repeat(longestPaste)}</p>`],
])('is not with %s', (_, html) => {
  expect(isMarkedUp(html)).toBe(false)
})
