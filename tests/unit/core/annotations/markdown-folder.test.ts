import fc from 'fast-check'
import { bundleOf } from '../search/an-edition.ts'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import type { Annotation } from '../../../../src/core/annotations/annotation.ts'
import {
  editionOfFile,
  exportMarkdownFolder,
  ownLine,
  renewFile,
  type EditionFile,
} from '../../../../src/core/annotations/markdown-folder.ts'
import type { Edition } from '../../../../src/core/edition/edition.ts'
import { aBookmark, aHighlight, aNote } from '../reader-data/reader-records.ts'

const edition: Edition = {
  ...{ id: 'reeks-2024-07-05', revision: 1, language: 'nl', series: 'Reeks: zomer' },
  ...{ date: { value: '2024-07-05', inferred: false }, title: 'Wind: "sterk" #1', lede: null },
  figure: null,
  sections: [
    {
      ...{ id: 'begin', heading: null },
      items: [
        { id: 'i1', title: null, text: 'De haven ligt stil.', sources: ['VP'] },
        { id: 'i2', title: null, text: `Een regel.\n\n${ownLine}\n\nEn nog een.`, sources: [] },
      ],
    },
  ],
}
const here = { edition: edition.id }

function written(records: readonly Annotation[], editions = [edition]): readonly EditionFile[] {
  return exportMarkdownFolder(records, {
    bundles: editions.map(bundleOf),
    texts: new Map(),
    language: 'nl',
  })
}

/** What another reader of YAML finds at the head of a file. */
function headOf({ content }: EditionFile): Record<string, unknown> {
  return parse(content.split('---\n')[1] ?? '') as Record<string, unknown>
}

describe('a folder of Markdown', () => {
  it('has a file for each edition, the last first, named by date and title', () => {
    const files = written([aBookmark({ edition: 'weg-2023' }), aBookmark({ ...here, item: 'i1' })])
    expect(files.map(({ edition, name }) => [edition, name])).toEqual([
      ['reeks-2024-07-05', '2024-07-05 Wind sterk 1'],
      ['weg-2023', 'weg-2023'],
    ])
  })

  it('tells in front matter what the file is about, with ids that stay', () => {
    const [file] = written([
      aHighlight({ ...here, item: 'i1', tags: ['haven', 'vaste stof'] }),
      aNote({ ...here, item: 'i1', tags: ['haven'] }),
    ])
    if (file === undefined) throw new Error('no file')
    const head = headOf(file)
    expect(head).toMatchObject({
      leeslamp: 'reeks-2024-07-05',
      title: 'Wind: "sterk" #1',
      series: 'Reeks: zomer',
      date: '2024-07-05',
      tags: ['haven', 'vaste-stof'],
    })
    const ids = head.annotations as string[]
    expect(ids).toHaveLength(2)
    for (const id of ids) {
      expect(id).toMatch(/^(?:highlight-[0-9a-f]{16}|note-[0-9a-f]{8})$/u)
      expect(file.content).toContain(`\n\n^${id}\n`)
    }
  })

  it('ends with the line below which it is the reader’s, and has no such line before', () => {
    const [file] = written([aBookmark({ ...here, item: 'i2' })])
    expect(file?.content.endsWith(`\n\n${ownLine}\n`)).toBe(true)
    expect(file?.content.match(new RegExp(`^${ownLine}$`, 'gmu'))).toHaveLength(1)
    expect(file?.content).toContain(`\n\\${ownLine}\n`)
  })

  it('is read by YAML whatever the title and the tags are', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme', maxLength: 200 }),
        fc.string({ minLength: 1 }),
        (title, tag) => {
          const context = { title, section: null, number: 1 }
          const [file] = written([aBookmark({ context, tags: [tag] })], [])
          if (file === undefined) throw new Error('no file')
          expect(headOf(file).title).toBe(title)
          expect(editionOfFile(file.content)).toBe(headOf(file).leeslamp)
          expect(Buffer.byteLength(`${file.name} (99).md`)).toBeLessThan(256)
          expect(file.name).toMatch(/^[^\p{C}\\/:*?"<>|#^[\]]+$/u)
        },
      ),
    )
  })
})

describe('a file of an earlier export', () => {
  const [file] = written([aBookmark({ ...here, item: 'i1' })])
  const content = file?.content ?? ''

  it.each([
    ['ours', content, 'reeks-2024-07-05'],
    ['with other line ends', content.replaceAll('\n', '\r\n'), 'reeks-2024-07-05'],
    ['cut off in its front matter', content.slice(0, 60), 'reeks-2024-07-05'],
    ['as another program writes it', '---\ntags: []\nleeslamp: weg-2023\n---\n', 'weg-2023'],
    ['without front matter', 'leeslamp: weg-2023\n', null],
    ['with the word in its text', '---\ntags: []\n---\nleeslamp: weg-2023\n', null],
    ['of another program', '---\ntitle: Iets\n---\n', null],
  ])('that is %s tells its edition', (_, text, id) => {
    expect(editionOfFile(text)).toBe(id)
  })

  it('keeps every letter below the line, and stays the same when nothing changed', () => {
    fc.assert(
      fc.property(fc.string(), (own) => {
        const existing = `${content}${own}`
        expect(renewFile(existing, content)).toBe(existing)
        const [next] = written([aBookmark({ ...here, item: 'i2' })])
        const renewed = renewFile(existing, next?.content ?? '')
        expect(renewed).toBe(`${next?.content ?? ''}${own}`)
      }),
    )
  })

  it('is not renewed when the line is gone', () => {
    expect(renewFile(content.replace(ownLine, 'eigen'), content)).toBeNull()
  })
})
