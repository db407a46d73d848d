import fs from 'node:fs'
import path from 'node:path'
import { expect, it } from 'vitest'
import { logoKind } from '../../../../src/core/organisation/logo-kind.ts'
import { onePixel } from '../../../fixtures/a-package.ts'
import { costOfWhole, mostCost } from '../../cost-ratio.ts'

const svg = (inside: string): Buffer =>
  Buffer.from(`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1 1">${inside}</svg>\n`)

function aPng(width: number): Buffer {
  const bytes = Buffer.alloc(33)
  bytes.write('\x89PNG\r\n\x1A\n', 'latin1')
  bytes.writeUInt32BE(13, 8)
  bytes.write('IHDR', 12)
  bytes.writeUInt32BE(width, 16)
  bytes.writeUInt32BE(1, 20)
  return bytes
}

const example = fs.readFileSync(
  path.join(import.meta.dirname, '../../../fixtures/organisation/logo.svg'),
)

it.each([
  ['a PNG', aPng(1), 'png'],
  ['the example', example, 'svg'],
  [
    'an SVG with its declaration',
    Buffer.concat([Buffer.from('<?xml version="1.0"?>\n<!-- Kade -->\n'), svg('')]),
    'svg',
  ],
  [
    'references within',
    svg('<linearGradient id="b"/><rect fill="url(#b)" style="stroke: url( \'#b\')"/>'),
    'svg',
  ],
  [
    'a style',
    svg('<style>.a > .b { fill: #123456 }</style><title>De Kade > &amp; meer</title>'),
    'svg',
  ],
  ['an SVG with a mark at its beginning', Buffer.concat([Buffer.from('\uFEFF'), svg('')]), 'svg'],
])('takes %s', (_what, bytes, kind) => {
  expect(logoKind(bytes)).toEqual({ ok: true, kind })
})

it.each([
  ['nothing', Buffer.alloc(0), 'no PNG or SVG'],
  ['a text', Buffer.from('logo'), 'no PNG or SVG'],
  ['another picture by the name of one', Buffer.from('GIF89a'), 'no PNG or SVG'],
  ['half an SVG', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg">'), 'no PNG or SVG'],
  ['an element that is not closed', svg('<g>'), 'not closed'],
  ['one that is closed twice', svg('</g>'), 'not closed'],
  ['two drawings', Buffer.concat([svg(''), svg('')]), '<svg>'],
  ['a program behind a sign in quotes', svg('<g a=">" onload="x()"/>'), 'a program'],
  ['a program without quotes', svg('<g onload=x()/>'), 'not closed'],
  [
    'a program that an animation sets',
    svg('<set attributeName="href" to="javascript:x()"/>'),
    '<set>',
  ],
  ['copies of copies', svg('<g id="a"/><use href="#a"/>'), '<use>'],
  ['cuts within cuts', svg('<mask id="a"><g mask="url(#b)"/></mask>'), 'cuts within cuts'],
  ['a filter', svg('<filter id="a"/>'), '<filter>'],
  [
    'a link that is written as numbers',
    svg('<g fill="ur&#108;(https://kade.example)"/>'),
    'a style sheet',
  ],
  [
    'a link that is written with a backslash',
    svg('<g style="fill: u\\72l(//kade.example)"/>'),
    'a style sheet',
  ],
  ['a link in a style sheet', svg('<style>g { fill: url(//kade.example) }</style>'), 'a link'],
  ['another name for a link', svg('<g xlink:href="//kade.example"/>'), 'a link'],
  ['too many elements', svg('<g/>'.repeat(2_001)), 'too many'],
  ['too many in each other', svg(`${'<g>'.repeat(40)}${'</g>'.repeat(40)}`), 'too many'],
  ['a page', Buffer.from('<html><svg></svg></html>'), 'no PNG or SVG'],
  ['bytes that are no text', Buffer.from('<svg>\xff</svg>', 'latin1'), 'no PNG or SVG'],
  ['too many bytes', svg(' '.repeat(600_000)), 'more than 512 KB'],
  ['too many pixels', aPng(4_000), 'larger than'],
  ['a script', svg('<script>1</script>'), '<script>'],
  ['a script of another name space', svg('<s:script>1</s:script>'), '<s:script>'],
  ['foreign content', svg('<foreignObject/>'), '<foreignObject>'],
  ['a program in an attribute', svg('<g onload="x()"/>'), 'a program'],
  ['a picture from elsewhere', svg('<image href="https://kade.example/a.png"/>'), '<image>'],
  ['a link', svg('<a href="https://kade.example"/>'), '<a>'],
  ['a fill from elsewhere', svg('<g fill="url(https://kade.example/#a)"/>'), 'a link'],
  ['a style sheet', svg('<style>@import "a.css"</style>'), 'a style sheet'],
  [
    'an entity',
    Buffer.concat([Buffer.from('<!-- a -->'), svg('<!ENTITY a "b">')]),
    'a document type',
  ],
])('refuses %s', (_what, bytes, reason) => {
  const kind = logoKind(bytes)
  expect(kind.ok ? '' : kind.reason).toContain(reason)
})

it('refuses a picture of another kind', () => {
  const jpeg = Buffer.from([0xff, 0xd8, 0xff, 0xc0, 0, 11, 8, 0, 1, 0, 1, 1, 0, 0, 0])
  expect(logoKind(jpeg)).toEqual({ ok: false, reason: 'the logo is no PNG or SVG' })
  expect(logoKind(onePixel).ok).toBe(true)
})

it.each([
  ['comments', '<!---->'.repeat(70_000)],
  ['an open comment', `<svg>${'<!--'.repeat(120_000)}</svg>`],
  ['open elements', `<svg>${'<use '.repeat(100_000)}</svg>`],
  ['attributes', `<svg ${'a="" '.repeat(100_000)}<</svg>`],
  ['white space', `<svg ${' '.repeat(500_000)}<</svg>`],
  ['links', `<svg a="${'url( '.repeat(100_000)}"></svg>`],
])('is not kept busy by %s', (_what, text) => {
  expect(logoKind(Buffer.from(text)).ok).toBe(false)
  expect(costOfWhole(text, (part) => logoKind(Buffer.from(part)))).toBeLessThan(mostCost)
})
