import { describe, expect, it } from 'vitest'
import { parseText, readTextEdition } from '../../../../electron/services/import/parse-text.ts'

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
    const read = await readTextEdition(file)
    if (!read.ok) throw new Error(read.reason)
    const { remarks, imported, edition } = read.value
    expect(remarks.filter(({ kind }) => kind === 'unseen-words')).toEqual([
      { line: 3, kind: 'unseen-words', quote: 'layout: post' },
      { line: 6, kind: 'unseen-words', quote: '<!-- nog nazien -->' },
      { line: 6, kind: 'unseen-words', quote: 'Kraan' },
    ])
    expect(edition.sections[0]?.items[0]?.text).toBe(
      'In de haven staat een kraan. Niemand gebruikt hem.',
    )
    expect(parseText(imported, file.name)).toEqual({ ok: true, value: { edition, remarks } })
  })
})
