import { describe, expect, it } from 'vitest'
import { readDocx as readFile } from '../../../../electron/services/documents/read-docx.ts'
import { onePixel } from '../../../fixtures/a-package.ts'
import {
  relationship,
  wordLink,
  wordParagraph,
  wordParts,
  wordPicture,
} from '../../../fixtures/hostile/hostile-word-files.ts'
import { makeZip } from '../../../fixtures/hostile/make-zip.ts'
import { flat } from './flat.ts'

const readDocx = async (bytes: Uint8Array) => flat(await readFile(bytes))

describe('a Word file', () => {
  it('gives paragraphs, headings and no-break spaces', async () => {
    const body =
      wordParagraph('Titel', 'Heading1') + wordParagraph('Een zin.\u00A0 SCMP') + wordParagraph('')
    const read = await readDocx(makeZip(wordParts(body)))
    expect(read.text).toBe('Titel\n\nEen zin.\u00A0 SCMP')
    expect(read.headings).toEqual([{ line: 1, level: 1 }])
  })

  it('tells how large its words are, and so what is set as a heading without a style', async () => {
    const sized = (text: string, halfPoints: number): string =>
      `<w:p><w:r><w:rPr><w:sz w:val="${String(halfPoints)}"/></w:rPr><w:t>${text}</w:t></w:r></w:p>`
    const text = 'De kade is dicht tot de herfst, omdat de muur eronder zakt.'
    const body = [sized('Kade dicht', 32), sized(text, 22), sized('Brug open', 32), sized(text, 22)]
    const { document } = await readFile(makeZip(wordParts(body.join(''))))
    expect(document.blocks.map(({ kind, look }) => [kind, look?.style])).toEqual([
      ['heading', expect.stringContaining('16pt')],
      ['paragraph', expect.stringContaining('11pt')],
      ['heading', expect.stringContaining('16pt')],
      ['paragraph', expect.stringContaining('11pt')],
    ])
  })

  it('says no numbers of lists, which go on behind a break in a way that is not known', async () => {
    const entry = (text: string): string =>
      `<w:p><w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr></w:pPr><w:r><w:t>${text}</w:t></w:r></w:p>`
    const level = '<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/></w:lvl>'
    const numbering =
      '<w:numbering xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">' +
      `<w:abstractNum w:abstractNumId="0">${level}</w:abstractNum>` +
      '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num></w:numbering>'
    const body = entry('Zoek het gat.') + wordParagraph('Dat blaast.') + entry('Plak het dicht.')
    const { document } = await readFile(
      makeZip([...wordParts(body), { name: 'word/numbering.xml', data: Buffer.from(numbering) }]),
    )
    expect(document.blocks).toMatchObject([
      { kind: 'item', runs: [{ text: 'Zoek het gat.' }] },
      { kind: 'paragraph' },
      { kind: 'item', runs: [{ text: 'Plak het dicht.' }] },
    ])
    expect(document.blocks.filter((block) => 'number' in block)).toEqual([])
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
    const { pictures } = await readDocx(image)
    expect(pictures).toMatchObject([{ kind: 'png', width: 1, height: 1 }])
    expect(Buffer.from(pictures[0]?.bytes ?? []).equals(onePixel)).toBe(true)
  })

  it('takes archives whose sizes stand after the files, as some writers make them', async () => {
    const parts = wordParts(wordParagraph('Tekst')).map((file) => ({ ...file, sizesFollow: true }))
    expect((await readDocx(makeZip(parts))).text).toBe('Tekst')
  })

  it('has the title of its document for its first heading, in every language of Word', async () => {
    const styles = {
      name: 'word/styles.xml',
      data:
        '<w:styles xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">' +
        '<w:style w:type="paragraph" w:styleId="Titel"><w:name w:val="Title"/></w:style>' +
        '<w:style w:type="paragraph" w:styleId="Kop1"><w:name w:val="heading 1"/></w:style></w:styles>',
    }
    const body =
      wordParagraph('Havenblad', 'Titel') +
      wordParagraph('Een inleiding.') +
      wordParagraph('Kade', 'Kop1')
    const parts = [...wordParts(body), styles, relationship('styles', 'styles.xml')]
    const read = await readDocx(makeZip(parts))
    expect(read.text).toBe('Havenblad\n\nEen inleiding.\n\nKade')
    expect(read.headings).toEqual([
      { line: 1, level: 1 },
      { line: 5, level: 1 },
    ])
  })

  it('has headings in styles of any name: with a place in the outline, or made after one that has', async () => {
    const style = (id: string, content: string): string =>
      `<w:style w:type="paragraph" w:styleId="${id}"><w:name w:val="${id}"/>${content}</w:style>`
    const outline = (level: number): string =>
      `<w:pPr><w:outlineLvl w:val="${String(level)}"/></w:pPr>`
    const own = '<w:style w:type="paragraph" w:styleId="Kop2"><w:name w:val="heading 2"/></w:style>'
    const styles = {
      name: 'word/styles.xml',
      data:
        '<w:styles xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">' +
        own +
        style('Rubriek', outline(0)) +
        style('Bericht', '<w:basedOn w:val="Kop2"/>') +
        style('Kader', `<w:basedOn w:val="Kop2"/>${outline(9)}`) +
        style('Kringen', '<w:basedOn w:val="Kringen"/>') +
        '</w:styles>',
    }
    const body = ['Rubriek', 'Bericht', 'Kader', 'Kringen', 'Nergens']
      .map((id) => wordParagraph(id, id))
      .join('')
    const parts = [...wordParts(body), styles, relationship('styles', 'styles.xml')]
    expect((await readDocx(makeZip(parts))).headings).toEqual([
      { line: 1, level: 1 },
      { line: 3, level: 2 },
    ])
  })

  it('loses no word of a field, of a turn of direction, or on either side of a line end', async () => {
    const run = (text: string): string => `<w:r><w:t xml:space="preserve">${text}</w:t></w:r>`
    const body =
      `<w:p>${run('Figuur ')}<w:fldSimple w:instr=" IF 1 > 2 ">${run('7')}</w:fldSimple></w:p>` +
      `<w:p><w:bdo w:val='ltr'>${run('Heen')}</w:bdo><w:dir>${run(' en weer')}</w:dir></w:p>` +
      `<w:p>${run('Boven')}<w:r><w:cr/></w:r>${run('onder')}</w:p>`
    expect((await readDocx(makeZip(wordParts(body)))).text).toBe(
      'Figuur 7\n\nHeen en weer\n\nBoven\nonder',
    )
  })

  it('loses no word of a formula', async () => {
    const formula =
      '<m:oMathPara><m:oMath><m:sSup><m:e><m:r><m:rPr><m:sty m:val="p"/></m:rPr><m:t>E=mc</m:t></m:r></m:e>' +
      '<m:sup><m:r><m:t xml:space="preserve">2</m:t></m:r></m:sup></m:sSup></m:oMath></m:oMathPara>'
    const body = `<w:p><w:r><w:t xml:space="preserve">Zo: </w:t></w:r>${formula}</w:p>`
    expect((await readDocx(makeZip(wordParts(body)))).text).toBe('Zo: E=mc^2')
  })

  it('shows fractions and brackets of a formula on the line', async () => {
    const run = (text: string): string => `<m:r><m:t>${text}</m:t></m:r>`
    const half = `<m:f><m:num>${run('1')}</m:num><m:den>${run('2')}</m:den></m:f>`
    const body = `<w:p><m:oMath>${run('f')}<m:d><m:e>${half}</m:e></m:d></m:oMath></w:p>`
    expect((await readDocx(makeZip(wordParts(body)))).text).toBe('f(1/2)')
  })

  it.each([
    ['a picture', wordPicture('embed'), []],
    ['a link that leads nowhere', wordLink, ['hier']],
    ['a tag that is not closed', '<w:p><w:r><w:t>Blad 1</w:r></w:p>', ['Blad 1']],
    ['a nest without end', '<w:sdt>'.repeat(20_000), []],
  ])('is read with %s at the head of its pages', async (_, content, quotes) => {
    const names = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
    const header = { name: 'word/header1.xml', data: `<w:hdr ${names}>${content}</w:hdr>` }
    const read = await readDocx(makeZip([...wordParts(wordParagraph('Tekst')), header]))
    expect(read.text).toBe('Tekst')
    expect(read.leftOut.map(({ quote }) => quote)).toEqual(quotes)
  })

  it('quotes what stands around each page, once, and what somebody wrote in the margin', async () => {
    const names = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
    const mark = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
    const page = wordParagraph('Havenblad &amp; Kade') + wordParagraph('')
    const remark = `<w:comment w:id="0" w:author="A > B">${wordParagraph('Klopt dit?')}</w:comment>`
    const parts = [
      ...wordParts(wordParagraph('Tekst')),
      { name: 'word/header1.xml', data: `${mark}<w:hdr ${names}>${page}</w:hdr>` },
      { name: 'word/header2.xml', data: `<w:hdr ${names} title="a>b">${page}</w:hdr>` },
      { name: 'word/footer1.xml', data: `<w:ftr ${names}>${wordParagraph('Blad 1')}</w:ftr>\n` },
      { name: 'word/footer2.xml', data: `<w:ftr ${names}/>` },
      { name: 'word/comments.xml', data: `<w:comments ${names}>${remark}</w:comments>` },
    ]
    const read = await readDocx(makeZip(parts))
    expect(read.text).toBe('Tekst')
    expect(read.leftOut).toEqual([
      { line: 1, kind: 'around', quote: 'Havenblad & Kade' },
      { line: 1, kind: 'around', quote: 'Blad 1' },
      { line: 1, kind: 'field', quote: 'Klopt dit?' },
    ])
  })

  it('has its notes at the end, in its own words alone', async () => {
    const body =
      '<w:p><w:r><w:t>Een zin</w:t></w:r><w:r><w:footnoteReference w:id="2"/></w:r></w:p>'
    const notes = {
      name: 'word/footnotes.xml',
      data:
        '<w:footnotes xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">' +
        `<w:footnote w:id="2">${wordParagraph('Een noot.')}</w:footnote></w:footnotes>`,
    }
    const parts = [...wordParts(body), notes, relationship('footnotes', 'footnotes.xml')]
    expect((await readDocx(makeZip(parts))).text).toBe('Een zin[1]\n\n* Een noot.')
  })

  it.each([
    ['nothing', '', 'empty'],
    [
      'what Word made before 2007, or a password closes',
      '\xd0\xcf\x11\xe0'.repeat(200),
      'not-a-word-file',
    ],
    ['the beginning of an archive', 'PK\x03\x04', 'damaged-zip'],
  ])('is refused by name when it is %s', async (_, bytes, reason) => {
    await expect(readDocx(Buffer.from(bytes, 'latin1'))).rejects.toThrow(reason)
  })

  it('never opens what lies outside the file', async () => {
    const body = wordParagraph('Tekst') + wordPicture('link')
    const target = import.meta.url
    const file = makeZip([...wordParts(body), relationship('image', target, 'External')])
    const read = await readDocx(file).then(
      ({ pictures }) => pictures,
      (error: Error) => error.message,
    )
    expect([[], 'not-a-word-file']).toContainEqual(read)
  })
})
