import { describe, expect, it } from 'vitest'
import { readTextFile } from '../../../../electron/services/import/read-text-file.ts'
import type { TextFormat } from '../../../../electron/services/import/imported-text.ts'
import { parseDigest } from '../../../../src/core/edition/parse-digest.ts'
import { wordParagraph, wordParts } from '../../../fixtures/hostile/hostile-word-files.ts'
import { makeZip } from '../../../fixtures/hostile/make-zip.ts'

const long = 'en daarom blijft zij de komende jaren staan waar zij staat, zegt de gemeente'
const heading = 'Havens in de kou'
const items = [
  `In de haven van de stad staat een kraan die niemand meer gebruikt, ${long}.\u00A0 GT, CNN`,
  `De tweede kraan is 1,87 meter hoger & ‘wit’, ${long} SCMP`,
]
const text = ['Weekblad. De haven', '', heading, '', ...items.map((item) => `* ${item}`)].join('\n')

const files: readonly (readonly [TextFormat, Buffer])[] = [
  ['text', Buffer.from(text)],
  ['text', Buffer.from(`\uFEFF${text}`, 'utf16le')],
  ['markdown', Buffer.from(text)],
  ['markdown', Buffer.from(text.replace(heading, `## ${heading}`))],
  [
    'html',
    Buffer.from(
      `<article><h1>Weekblad. De haven</h1><h2>${heading}</h2><ul>` +
        items.map((item) => `<li><p>${item.replace('&', '&amp;')}</p></li>`).join('\n') +
        '</ul></article>',
    ),
  ],
  [
    'docx',
    makeZip(
      wordParts(
        text
          .replace('&', '&amp;')
          .split('\n')
          .map((line) => wordParagraph(line, line === heading ? 'Heading2' : ''))
          .join(''),
      ),
    ),
  ],
]

describe('the same digest in another format', () => {
  it.each(files)('gives the same edition: %s', async (format, bytes) => {
    const read = await readTextFile({ bytes, format, encoding: null, name: null })
    const name = { fileName: 'weekblad-2026-11.txt' }
    const expected = parseDigest(text, name)
    expect(expected.ok && expected.edition.sections[0]?.items).toHaveLength(2)
    const parsed = read.ok ? parseDigest(read.value.text, name) : null
    if (!expected.ok || parsed?.ok !== true) throw new Error('no edition')
    expect(parsed.edition).toEqual(expected.edition)
    // The same remarks; a line is one of the text that the format became.
    const bare = (remarks: typeof parsed.remarks) =>
      remarks.map(({ kind, quote }) => ({ kind, quote }))
    expect(bare(parsed.remarks)).toEqual(bare(expected.remarks))
  })
})
