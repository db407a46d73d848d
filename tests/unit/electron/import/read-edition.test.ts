import { describe, expect, it } from 'vitest'
import { parseDocument, readEdition } from '../../../../electron/services/import/read-edition.ts'
import type { DocumentFile } from '../../../../electron/services/documents/read-document.ts'
import { documentOfText, documentText } from '../../../../src/core/document/source-document.ts'

const markdown = `---
title: De haven
layout: post
---

* In de haven staat een kraan. <!-- nog nazien --> [Niemand](/kraan "Kraan") gebruikt hem. SCMP
`

describe('words of a Markdown file that its reader does not see', () => {
  it('are quoted in remarks on their lines, also when the text is parsed anew', async () => {
    const bytes = Buffer.from(markdown)
    const file = { bytes, format: 'markdown', encoding: null, name: 'haven-2026-11.md' } as const
    const read = await readEdition(file)
    if (!read.ok) throw new Error(read.reason)
    const { document, remarks, edition, isDigest, ranks, alike } = read.value
    const parsed = { edition, remarks, isDigest, ranks, alike }
    expect(remarks.filter(({ kind }) => kind === 'unseen-words')).toEqual([
      { line: 3, kind: 'unseen-words', quote: 'layout: post' },
      { line: 6, kind: 'unseen-words', quote: '<!-- nog nazien -->' },
      { line: 6, kind: 'unseen-words', quote: 'Kraan' },
    ])
    expect(edition.sections[0]?.items[0]?.text).toBe(
      'In de haven staat een kraan. Niemand gebruikt hem.',
    )
    expect(parseDocument(document, file.name)).toEqual({ ok: true, value: parsed })
  })
})

describe('what stands around the pages of a file', () => {
  const text = documentOfText('Havenblad. De kraan\n\n* In de haven staat een kraan. SCMP\n')
  const around = (quote: string) => ({
    ...text,
    leftOut: [{ line: 1, kind: 'around' as const, quote }],
  })

  it.each([
    ['Havenblad · dinsdag 3 november 2026', 'haven.docx', '2026-11-03'],
    ['3 november 2026', 'haven-2026-10-01.docx', '2026-11-03'],
    ['Blad 1 van 2', 'haven-2026-10-01.docx', '2026-10-01'],
    ['Blad 1 van 2', 'haven.docx', null],
  ])('is quoted, and may tell the date: %s, %s', (quote, name, date) => {
    const read = parseDocument(around(quote), name)
    if (!read.ok) throw new Error(read.reason)
    expect(read.value.edition.date?.value ?? null).toBe(date)
    expect(read.value.remarks).toContainEqual({ line: 1, kind: 'page-furniture', quote })
  })
})

describe('a text in the source format of editions', () => {
  const source = `---
id: haven
revision: 3
language: nl-BE
title: De haven
---

### kraan

In de haven staat een kraan.

Bron: SCMP
`
  const read = async (file: Pick<DocumentFile, 'format' | 'name'>, text = source) => {
    const found = await readEdition({ bytes: Buffer.from(text), encoding: null, ...file })
    if (!found.ok) throw new Error(found.reason)
    return found.value
  }

  it('is read as it is by the name of its file or pasted, and parsed anew to the same', async () => {
    for (const file of [
      { format: null, name: 'haven.md' },
      { format: 'text', name: null },
    ] as const) {
      const { document, edition, remarks, isDigest, ranks, alike } = await read(file)
      const parsed = { edition, remarks, isDigest, ranks, alike }
      expect(edition).toMatchObject({ id: 'haven', revision: 3, language: 'nl-BE' })
      expect(edition.sections[0]?.items[0]).toMatchObject({ id: 'kraan', sources: ['SCMP'] })
      expect(remarks).toEqual([])
      expect(documentText(document)).toBe(source.trimEnd())
      expect(parseDocument(document, file.name)).toEqual({ ok: true, value: parsed })
    }
  })

  it.each([
    ['by a format that was asked for', 'markdown', source],
    ['with a mistake', null, source.replace('id: haven', 'id: De haven')],
    ['with a title that no edition may have', null, source.replace('De haven', 'h'.repeat(2_001))],
  ] as const)('is a digest %s', async (_name, format, text) => {
    const { edition, remarks } = await read({ format, name: 'haven.md' }, text)
    expect(edition).toMatchObject({ revision: 1, language: 'nl' })
    expect(remarks.map(({ quote }) => quote).join()).toContain('revision: 3')
  })
})

describe('an address on a line of its own', () => {
  it('belongs to the text above it, and to none of another item', async () => {
    const text = `De haven

De kraan staat stil
Niemand weet wanneer de kraan in de haven weer draait, zegt de havenmeester.
https://haven.example/kraan

De brug gaat open
Vanaf maandag vaart alles weer door, ook de schepen met een hoge mast.
`
    const bytes = Buffer.from(text)
    const read = await readEdition({ bytes, format: 'text', encoding: null, name: 'haven.txt' })
    if (!read.ok) throw new Error(read.reason)
    const items = read.value.edition.sections.flatMap((section) => section.items)
    const address = 'https://haven.example/kraan'
    expect(items.map(({ links }) => links)).toEqual([[{ label: address, address }], undefined])
  })
})
