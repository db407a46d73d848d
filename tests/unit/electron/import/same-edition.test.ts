import { describe, expect, it } from 'vitest'
import { readEdition } from '../../../../electron/services/import/read-edition.ts'
import type { DocumentFormat } from '../../../../electron/services/documents/formats.ts'
import { wordParagraph, wordParts } from '../../../fixtures/hostile/hostile-word-files.ts'
import { makeZip } from '../../../fixtures/hostile/make-zip.ts'

const long = 'en daarom blijft zij de komende jaren staan waar zij staat, zegt de gemeente'
const heading = 'Havens in de kou'
const items = [
  `In de haven van de stad staat een kraan die niemand meer gebruikt, ${long}.\u00A0 GT, CNN`,
  `De tweede kraan is 1,87 meter hoger & ‘wit’, ${long} SCMP`,
]
const text = ['Weekblad. De haven', '', heading, '', ...items.map((item) => `* ${item}`)].join('\n')

const files: readonly (readonly [DocumentFormat, Buffer])[] = [
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
    const read = await readEdition({ bytes, format, encoding: null, name: 'weekblad-2026-11.txt' })
    if (!read.ok) throw new Error(read.reason)
    const { edition } = read.value
    expect(edition).toMatchObject({
      id: 'weekblad-de-haven-2026-11',
      title: 'De haven',
      lede: null,
    })
    expect(edition.sections.map((section) => section.heading)).toEqual([heading])
    expect(edition.sections[0]?.items).toMatchObject([
      { text: `${items[0]?.split('\u00A0')[0] ?? ''}`, sources: ['GT', 'CNN'] },
      { text: items[1]?.replace(' SCMP', ''), sources: ['SCMP'] },
    ])
  })
})
