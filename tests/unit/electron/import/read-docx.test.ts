import { describe, expect, it } from 'vitest'
import { readDocx } from '../../../../electron/services/import/read-docx.ts'
import { onePixel } from '../../../fixtures/a-package.ts'
import {
  relationship,
  wordLink,
  wordParagraph,
  wordParts,
  wordPicture,
} from '../../../fixtures/hostile/hostile-word-files.ts'
import { makeZip } from '../../../fixtures/hostile/make-zip.ts'

describe('a Word file', () => {
  it('gives paragraphs, headings and no-break spaces', async () => {
    const body =
      wordParagraph('Titel', 'Heading1') + wordParagraph('Een zin.\u00A0 SCMP') + wordParagraph('')
    const read = await readDocx(makeZip(wordParts(body)))
    expect(read.text).toBe('Titel\n\nEen zin.\u00A0 SCMP')
    expect(read.headings).toEqual([{ line: 1, level: 1 }])
  })

  it('keeps links and embedded images as data', async () => {
    const link = makeZip([
      ...wordParts(wordLink),
      relationship('hyperlink', 'https://x.nl/', 'External'),
    ])
    expect((await readDocx(link)).links).toEqual([
      { line: 1, label: 'hier', address: 'https://x.nl/' },
    ])
    const image = makeZip([
      ...wordParts(wordParagraph('Tekst') + wordPicture('embed')),
      relationship('image', 'media/a.png'),
      { name: 'word/media/a.png', data: onePixel },
    ])
    const { images } = await readDocx(image)
    expect(images).toMatchObject([{ line: 1, kind: 'png' }])
    expect(Buffer.from(images[0]?.bytes ?? []).equals(onePixel)).toBe(true)
  })

  it('takes archives whose sizes stand after the files, as some writers make them', async () => {
    const parts = wordParts(wordParagraph('Tekst')).map((file) => ({ ...file, sizesFollow: true }))
    expect((await readDocx(makeZip(parts))).text).toBe('Tekst')
  })

  it('never opens what lies outside the file', async () => {
    const body = wordParagraph('Tekst') + wordPicture('link')
    const target = import.meta.url
    const file = makeZip([...wordParts(body), relationship('image', target, 'External')])
    const read = await readDocx(file).then(
      ({ images }) => images,
      (error: Error) => error.message,
    )
    expect([[], 'not-a-word-file']).toContainEqual(read)
  })
})
