import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import {
  documentSource,
  type KeptSource,
} from '../../../../electron/services/library/kept-source.ts'
import { withChecksumLine } from '../../../../electron/services/store/store-checksum.ts'
import type { KeptLooks } from '../../../../src/core/document/kept-looks.ts'
import { documentOfText } from '../../../../src/core/document/source-document.ts'
import type { EditionBundle } from '../../../../src/core/edition/edition.ts'
import { libraryProvenance } from '../../../fixtures/make-library.ts'
import { aLibraryPlace, blik, put, titles } from '../a-library.ts'

const place = aLibraryPlace()

describe('format 1', () => {
  // As it was written until 24 November 2026.
  const kept =
    '{"format":1,"provenance":{"origin":"own","publisher":null,"reviewed":true,"added":"2024-07-06T08:00:00.000Z"},' +
    '"bundle":{"edition":{"id":"blik-27","revision":1,"language":"nl","series":null,"date":null,"title":"Blik","lede":null,' +
    '"figure":null,"sections":[{"id":"water","heading":"Water","items":[{"id":"een","title":null,"text":"Een.","sources":[]}]}]},' +
    '"notes":null,"hyphenation":{}}}'
  const catalogue =
    '{"format":1,"entries":[{"id":"blik-27","revision":1,"series":null,"date":null,"title":"Oud","contents":"Water",' +
    '"items":1,"sketch":"","origin":"own","publisher":null,"reviewed":true,"added":"2024-07-06T08:00:00.000Z"}],"damaged":[]}'

  it('is read as an edition without a source and without images', () => {
    writeFileSync(place.at('blik-27@1.json'), withChecksumLine(Buffer.from(kept)))
    writeFileSync(place.at('catalogue.json'), withChecksumLine(Buffer.from(catalogue)))
    const library = place.open()
    expect(library.open('blik-27')).toMatchObject({
      ok: true,
      source: null,
      images: null,
      bundle: { edition: { title: 'Blik' } },
    })
    expect(library.list().damaged).toEqual([])
    expect(library.list().entries).toMatchObject([{ title: 'Blik', sha256: null, issue: null }])
    expect(library.images('blik-27')).toEqual([])
  })

  it('may hold nothing that came with format 2', () => {
    const mixed = kept.replace('"bundle"', '"source":null,"bundle"')
    writeFileSync(place.at('blik-27@1.json'), withChecksumLine(Buffer.from(mixed)))
    expect(place.open().open('blik-27')).toEqual({ ok: false, reason: 'damaged' })
  })
})

describe('the format that is written', () => {
  const formatOf = (questions: object): unknown => {
    const library = place.open()
    library.add(blik(), { ...libraryProvenance, ...questions })
    library.close()
    const [first = ''] = readFileSync(place.at('blik-27@1.json'), 'utf8').split('\n')
    return (JSON.parse(first) as { format: unknown }).format
  }

  it('is that of the program before, unless the edition tells of open questions', () => {
    expect(formatOf({})).toBe(2)
  })

  it('is one that the program before leaves alone when the edition tells of open questions', () => {
    expect(formatOf({ reviewed: false, questions: 2 })).toBe(3)
    expect(place.open().list().entries).toMatchObject([{ questions: 2 }])
  })
})

describe('the format of an edition with pictures', () => {
  const pictures = [
    { file: null, label: 'Kraan', caption: null, address: 'https://beeld.example/k' },
  ]
  const written = (): { format: number } => {
    const [first = ''] = readFileSync(place.at('blik-27@1.json'), 'utf8').split('\n')
    return JSON.parse(first) as { format: number }
  }

  it.each([
    ['of the edition', (): EditionBundle => withPictures({ pictures })],
    [
      'of an item',
      (): EditionBundle => {
        const { sections } = blik().edition
        const first = sections.map((section) => ({
          ...section,
          items: section.items.map((item) => ({ ...item, pictures })),
        }))
        return withPictures({ sections: first })
      },
    ],
  ])('is one that the program before leaves alone: %s', (_, make) => {
    put(place.open(), make())
    expect(written().format).toBe(4)
    expect(place.reopen().open('blik-27')).toMatchObject({ ok: true, bundle: make() })
    expect(place.open().list().damaged).toEqual([])
  })

  it('is also that of the catalogue, so that the program before makes its own', () => {
    put(place.open(), withPictures({ pictures }))
    place.reopen().close()
    const catalogue = readFileSync(place.at('catalogue.json'), 'utf8')
    expect(catalogue).toMatch(/^\{"format":5,/u)
    const [older = ''] = catalogue.replace('{"format":5,', '{"format":3,').split('\n')
    writeFileSync(place.at('catalogue.json'), withChecksumLine(Buffer.from(older)))
    expect(titles(place.open())).toEqual(['Blik'])
  })

  function withPictures(change: Partial<EditionBundle['edition']>): EditionBundle {
    const { edition, ...bundle } = blik()
    return { ...bundle, edition: { ...edition, ...change } }
  }
})

describe('the format of an edition whose file tells how its blocks look', () => {
  const edition = blik()
  const written = (): { format: number } => {
    const [first = ''] = readFileSync(place.at('blik-27@1.json'), 'utf8').split('\n')
    return JSON.parse(first) as { format: number }
  }
  const sourceWith = (looks: KeptLooks | null): KeptSource =>
    documentSource(
      documentOfText('Een.\nTwee.'),
      looks,
      'blik.html',
      'ab'.repeat(32),
      edition.edition,
    )

  it.each([
    ['one that the program before leaves alone', 5, { looks: [['p', 'vet']], blocks: [0, -1] }],
    ['as before where it tells none', 4, null],
  ] as [string, number, KeptLooks | null][])('is %s', (_, format, looks) => {
    const source = sourceWith(looks)
    place.open().add(edition, libraryProvenance, { source, images: [] })
    expect(written().format).toBe(format)
    expect(place.reopen().open('blik-27')).toMatchObject({ ok: true, source })
  })

  it('is that one, too, where an edition was read by the form of its series', () => {
    const formed = '2026-12-01T10:00:00.000Z'
    place.open().add(edition, { ...libraryProvenance, reviewed: false, formed })
    expect(written().format).toBe(5)
    expect(place.reopen().list().entries).toMatchObject([{ formed }])
  })

  it('is damaged where what it tells is none of that', () => {
    place.open().add(edition, libraryProvenance, {
      source: sourceWith({ looks: [['p', 'vet']], blocks: [0, -1] }),
      images: [],
    })
    const [first = ''] = readFileSync(place.at('blik-27@1.json'), 'utf8').split('\n')
    const wrong = first.replace('"blocks":[0,-1]', '"blocks":[0,-2]')
    expect(wrong).not.toBe(first)
    writeFileSync(place.at('blik-27@1.json'), withChecksumLine(Buffer.from(wrong)))
    expect(place.reopen().open('blik-27')).toEqual({ ok: false, reason: 'damaged' })
  })
})

describe('the format of an edition with a number', () => {
  it('is one that the program before leaves alone, and its entry tells the number', () => {
    const { edition, ...others } = blik()
    const bundle = { ...others, edition: { ...edition, number: '2024/12' } }
    put(place.open(), bundle)
    expect(readFileSync(place.at('blik-27@1.json'), 'utf8')).toMatch(/^\{"format":5,/u)
    expect(place.reopen().open('blik-27')).toMatchObject({ ok: true, bundle })
    expect(place.reopen().list().entries).toMatchObject([{ number: '2024/12' }])
  })
})

describe('damage', () => {
  it('is told for every byte of an edition file, and by the list too', () => {
    put(place.open(), blik())
    place.reopen().close()
    const path = place.at('blik-27@1.json')
    const intact = readFileSync(path)
    for (let index = 0; index < intact.length; index++) {
      const bytes = Buffer.from(intact)
      bytes[index] = (bytes[index] ?? 0) ^ (1 << (index % 8))
      writeFileSync(path, bytes)
      const library = place.open()
      expect(library.open('blik-27')).toEqual({ ok: false, reason: 'damaged' })
      expect(library.list()).toEqual({
        entries: [],
        damaged: [{ id: 'blik-27', revision: 1, title: 'Blik', reason: 'damaged' }],
      })
      library.close()
      expect(readFileSync(path)).toEqual(bytes)
    }
    writeFileSync(path, intact)
    const library = place.open()
    expect(library.open('blik-27')).toMatchObject({ ok: true })
    expect(library.list().damaged).toEqual([])
    expect(titles(library)).toEqual(['Blik'])
  })

  it('is told for every shorter file', () => {
    put(place.open(), blik())
    place.reopen().close()
    const path = place.at('blik-27@1.json')
    const intact = readFileSync(path)
    for (let length = 0; length < intact.length; length += 7) {
      writeFileSync(path, intact.subarray(0, length))
      expect(place.reopen().open('blik-27')).toEqual({ ok: false, reason: 'damaged' })
    }
  })

  it('is a file under the name of another edition', () => {
    put(place.open(), blik())
    const bytes = readFileSync(place.at('blik-27@1.json'))
    writeFileSync(place.at('blik-28@1.json'), bytes)
    writeFileSync(place.at('blik-27@3.json'), bytes)
    const library = place.reopen()
    expect(library.open('blik-28')).toEqual({ ok: false, reason: 'damaged' })
    expect(library.open('blik-27')).toEqual({ ok: false, reason: 'damaged' })
  })

  it('is not what a newer program wrote', () => {
    const path = place.at('blik-27@1.json')
    const newer = withChecksumLine(Buffer.from('{"format":6,"text":"anders"}'))
    writeFileSync(path, newer)
    const library = place.open()
    expect(library.list().damaged).toEqual([
      { id: 'blik-27', revision: 1, title: null, reason: 'newer-format' },
    ])
    expect(library.open('blik-27')).toEqual({ ok: false, reason: 'newer-format' })
    expect(put(library, blik())).toEqual({ ok: false, reason: 'not-newer' })
    expect(place.reopen().list().damaged).toHaveLength(1)
    expect(readFileSync(path)).toEqual(newer)
  })

  it('can be removed, brought back, and replaced by a newer revision', () => {
    writeFileSync(place.at('blik-27@1.json'), 'kapot')
    const library = place.open()
    expect(library.list().damaged).toHaveLength(1)
    expect(library.remove('blik-27')).toEqual({ ok: true })
    expect(library.list().damaged).toEqual([])
    expect(library.restore('blik-27')).toEqual({ ok: true })
    expect(library.list().damaged).toHaveLength(1)
    expect(put(library, blik(2))).toMatchObject({ ok: true })
    expect(library.list().damaged).toEqual([])
    expect(titles(place.reopen())).toEqual(['Blik'])
  })

  it('is not a file that the disk does not give now, which is read again the next time', () => {
    put(place.open(), blik())
    rmSync(place.at('blik-27@1.json'))
    place.reopen().list()
    mkdirSync(place.at('blik-27@1.json'))
    const library = place.reopen()
    expect(library.list().damaged).toEqual([
      { id: 'blik-27', revision: 1, title: null, reason: 'unreadable' },
    ])
    expect(library.open('blik-27')).toEqual({ ok: false, reason: 'failed' })
    library.close()
    rmSync(place.at('blik-27@1.json'), { recursive: true })
    expect(place.reopen().list()).toEqual({
      entries: [],
      damaged: [{ id: 'blik-27', revision: 1, title: null, reason: 'missing' }],
    })
  })
})
