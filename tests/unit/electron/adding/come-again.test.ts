// Editions that are damaged, removed, or come again.
import fs from 'node:fs'
import { describe, expect, it } from 'vitest'
import { withChecksumLine } from '../../../../electron/services/store/store-checksum.ts'
import { quoteOf } from '../../../../src/core/annotations/annotation.ts'
import { aBookmark, aNote } from '../../core/reader-data/reader-records.ts'
import { anAdding, digest, fog, sluice, textsOf } from './an-adding.ts'

const adding = anAdding()
const { place, proofOf, keep } = adding

describe('an edition whose file is damaged', () => {
  it('is put back by its file, under the id that the reader’s notes know', async () => {
    fs.writeFileSync(place.file('a-2024-07-05.txt'), digest(sluice, fog))
    await adding.imports.keepFile(place.file('a-2024-07-05.txt'))
    const [before] = adding.library.list().entries
    const bundle = adding.library.open(before?.id ?? '')
    if (!bundle.ok) throw new Error(bundle.reason)
    const file = place.file(`library/${before?.id ?? ''}@1.json`)
    const bytes = fs.readFileSync(file)
    bytes[200] = (bytes[200] ?? 0) ^ 1
    fs.writeFileSync(file, bytes)
    expect(await adding.imports.keepFile(place.file('a-2024-07-05.txt'))).toEqual({
      ok: true,
      isNew: true,
    })
    const { entries, damaged } = adding.library.list()
    expect(damaged).toEqual([])
    expect(entries).toMatchObject([{ id: before?.id, revision: 2 }])
    const again = adding.library.open(before?.id ?? '')
    if (!again.ok) throw new Error(again.reason)
    expect(again.bundle.edition.sections).toEqual(bundle.bundle.edition.sections)
    expect(fs.readdirSync(place.file('library/removed'))).toHaveLength(1)
  })

  it('is left alone when a newer program wrote it, or another title has its id', async () => {
    fs.writeFileSync(place.file('a-2024-07-05.txt'), digest(sluice, fog))
    await adding.imports.keepFile(place.file('a-2024-07-05.txt'))
    const [before] = adding.library.list().entries
    const file = place.file(`library/${before?.id ?? ''}@1.json`)
    const body = fs.readFileSync(file, 'utf8').replace(/^\{"format":\d+/u, '{"format":99')
    fs.writeFileSync(
      file,
      withChecksumLine(Buffer.from(body.slice(0, body.lastIndexOf('\n', body.length - 2)))),
    )
    expect(adding.library.open(before?.id ?? '')).toMatchObject({
      ok: false,
      reason: 'newer-format',
    })
    expect(await adding.imports.keepFile(place.file('a-2024-07-05.txt'))).toEqual({
      ok: true,
      isNew: true,
    })
    expect(adding.library.list().damaged).toMatchObject([
      { id: before?.id, reason: 'newer-format' },
    ])
    expect(adding.library.list().entries).toMatchObject([{ id: `${before?.id ?? ''}-2` }])
  })
})

describe('undoing a removal', () => {
  it('brings back what was removed, also when another edition of the same title came and went', async () => {
    fs.writeFileSync(place.file('a.txt'), digest(sluice))
    fs.writeFileSync(place.file('b.txt'), digest(fog))
    const only = (): string => {
      const [entry, ...others] = adding.library.list().entries
      expect(others).toEqual([])
      return entry?.id ?? ''
    }
    await adding.imports.keepFile(place.file('a.txt'))
    const first = only()
    adding.library.remove(first)
    await adding.imports.keepFile(place.file('b.txt'))
    const second = only()
    expect(second).not.toBe(first)
    adding.library.remove(second)
    for (const [id, text] of [
      [second, fog],
      [first, sluice],
    ] as const) {
      expect(adding.library.restore(id)).toEqual({ ok: true })
      const opened = adding.library.open(id)
      if (!opened.ok) throw new Error(opened.reason)
      expect(textsOf(opened.bundle)).toEqual([text])
    }
  })

  it('is not needed for a file that comes in anew: its edition keeps the id that notes know', async () => {
    fs.writeFileSync(place.file('a.txt'), digest(sluice, fog))
    await adding.imports.keepFile(place.file('a.txt'))
    const [before] = adding.library.list().entries
    adding.library.remove(before?.id ?? '')
    expect(await adding.imports.keepFile(place.file('a.txt'))).toEqual({ ok: true, isNew: true })
    expect(adding.library.list().entries).toMatchObject([{ id: before?.id, revision: 2 }])
  })
})

describe('an edition that was removed for good', () => {
  /** As when the thirty days are over. */
  async function keepAndForget(name: string, text: string): Promise<string> {
    fs.writeFileSync(place.file(name), text)
    await adding.imports.keepFile(place.file(name))
    const [{ id = '' } = {}] = adding.library.list().entries
    adding.library.remove(id)
    fs.rmSync(place.file('library/removed'), { recursive: true })
    return id
  }
  async function idOf(name: string, text: string): Promise<string> {
    fs.writeFileSync(place.file(name), text)
    expect(await adding.imports.keepFile(place.file(name))).toEqual({ ok: true, isNew: true })
    return adding.library.list().entries[0]?.id ?? ''
  }
  function annotate(edition: string): void {
    const about = { edition, quote: quoteOf(sluice) }
    adding.reader.put(aBookmark(about))
    adding.reader.put(aNote(about))
  }

  it('leaves its id to no other edition while bookmarks or notes bear it', async () => {
    const id = await keepAndForget('a.txt', digest(sluice, fog))
    annotate(id)
    expect(await idOf('b.txt', digest(`${fog} Verderop was het helder.`, fog))).toBe(`${id}-2`)
  })

  it('has it again when it comes in anew', async () => {
    const id = await keepAndForget('a.txt', digest(sluice, fog))
    annotate(id)
    expect(await idOf('b.txt', `${digest(sluice, fog)}\n`)).toBe(id)
  })

  it('leaves it to another one when nothing is kept of it', async () => {
    const id = await keepAndForget('a.txt', digest(sluice, fog))
    annotate(`${id}-elders`)
    expect(await idOf('b.txt', digest(fog))).toBe(id)
  })
})

describe('a file that comes again', () => {
  it('is known by its bytes, and a mending stays', async () => {
    const proof = await proofOf('a.txt', digest(sluice, fog))
    await keep(proof.id, { ...proof.edition, title: 'Nevel' })
    const { id } = proof.edition
    fs.copyFileSync(place.file('a.txt'), place.file('kopie.txt'))
    const paths = [place.file('kopie.txt')]
    const known = { ok: true, kind: 'known', file: 'kopie.txt', edition: id, title: 'Nevel' }
    expect(await adding.imports.add({ kind: 'files', paths })).toEqual(known)
    expect(await adding.imports.keepFile(place.file('kopie.txt'))).toEqual({
      ok: true,
      isNew: false,
    })
    expect(adding.library.open(id)).toMatchObject({
      bundle: { edition: { revision: 1, title: 'Nevel' } },
    })
  })

  it('is known after a newer one took its place, so that the same files change nothing twice', async () => {
    fs.writeFileSync(place.file('a-2024-07-05.txt'), digest(sluice, fog))
    fs.writeFileSync(place.file('b-2024-07-05.txt'), digest(sluice, `${fog} Verbeterd.`))
    const both = ['a-2024-07-05.txt', 'b-2024-07-05.txt'].map((name) => place.file(name))
    const add = (): Promise<unknown> => adding.imports.add({ kind: 'files', paths: both })
    expect(await add()).toMatchObject({ summary: { kept: 2, known: 0 } })
    for (let count = 0; count < 3; count++)
      expect(await add()).toMatchObject({ summary: { kept: 0, known: 2 } })
    expect(adding.library.list().entries).toMatchObject([{ revision: 2 }])
    adding.reopenLibrary()
    fs.rmSync(place.file('library/catalogue.json'))
    expect(adding.library.list().entries[0]?.earlier).toHaveLength(1)
  })

  it('is known by the words it was made of too, when many come in', async () => {
    const proof = await proofOf('a.txt', digest(sluice, fog))
    await keep(proof.id, { ...proof.edition, title: 'Nevel' })
    fs.writeFileSync(place.file('a-met-eind.txt'), `${digest(sluice, fog)}\n\n`)
    expect(await adding.imports.keepFile(place.file('a-met-eind.txt'))).toEqual({
      ok: true,
      isNew: false,
    })
    expect(adding.library.list().entries).toMatchObject([{ revision: 1, title: 'Nevel' }])
  })

  it('comes in again when its edition was removed, and so does pasted text', async () => {
    const first = await proofOf('a.txt', digest(sluice))
    await keep(first.id, first.edition)
    adding.library.remove(first.edition.id)
    expect(await proofOf('a.txt', digest(sluice))).toMatchObject({ replaces: null })
    const pasted = { kind: 'text', text: digest(fog) } as const
    const outcome = await adding.imports.add(pasted)
    if (!outcome.ok || outcome.kind !== 'proof') throw new Error('no proof')
    await keep(outcome.proof.id, outcome.proof.edition)
    expect(await adding.imports.add(pasted)).toMatchObject({ ok: true, kind: 'known', file: null })
  })
})
