import fs from 'node:fs'
import path from 'node:path'
import { expect, it } from 'vitest'
import { logoKind } from '../../../../src/core/organisation/logo-kind.ts'
import { onePixel } from '../../../fixtures/a-package.ts'

const svg = (inside: string): Buffer =>
  Buffer.from(`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1 1">${inside}</svg>\n`)

function aPng(width: number): Buffer {
  const bytes = Buffer.alloc(33)
  bytes.write('\x89PNG\r\n\x1A\n', 'latin1')
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
  ['references within', svg('<g id="a"/><use href="#a"/><rect fill="url(#b)"/>'), 'svg'],
])('takes %s', (_what, bytes, kind) => {
  expect(logoKind(bytes)).toEqual({ ok: true, kind })
})

it.each([
  ['nothing', Buffer.alloc(0), 'no PNG or SVG'],
  ['a text', Buffer.from('logo'), 'no PNG or SVG'],
  ['another picture by the name of one', Buffer.from('GIF89a'), 'no PNG or SVG'],
  ['half an SVG', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg">'), 'no PNG or SVG'],
  ['a page', Buffer.from('<html><svg></svg></html>'), 'no PNG or SVG'],
  ['bytes that are no text', Buffer.from('<svg>\xff</svg>', 'latin1'), 'no PNG or SVG'],
  ['too many bytes', svg(' '.repeat(600_000)), 'more than 512 KB'],
  ['too many pixels', aPng(4_000), 'larger than'],
  ['a script', svg('<script>1</script>'), 'a program'],
  ['a script of another name space', svg('<s:script>1</s:script>'), 'a program'],
  ['foreign content', svg('<foreignObject/>'), 'foreign content'],
  ['a program in an attribute', svg('<g onload="x()"/>'), 'a program'],
  [
    'a picture from elsewhere',
    svg('<image href="https://kade.example/a.png"/>'),
    'foreign content',
  ],
  ['a link', svg('<a href="https://kade.example"/>'), 'a link'],
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
