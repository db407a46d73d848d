// A source edition is one for every verb, and what only looks like one is a digest.
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { openEditionLibrary } from '../../../../electron/services/library/edition-library.ts'
import { runEdition } from './run-edition.ts'

let folder: string
beforeEach(() => {
  folder = fs.mkdtempSync(path.join(os.tmpdir(), 'bron-'))
})
afterEach(() => fs.rmSync(folder, { recursive: true }))

function write(name: string, content: string): string {
  const file = path.join(folder, name)
  fs.writeFileSync(file, content)
  return file
}

const item = 'In de haven van de stad staat een kraan die niemand meer gebruikt.'
const head = '---\nid: haven\nrevision: 2\nlanguage: nl\ntitle: De haven\ndate: 2026-11\n---\n'
const source = `${head}\n## Aan de kade {#kade}\n\n### kraan: Oud ijzer\n\n${item}\n\nBron: SCMP\n`
const notes = `---\nedition: haven\nlanguage: en\n---\n\n## kade\n\nWaar let je op: Kijk.\n\n### kraan\n\nGist: A crane.\n`

describe('a source edition', () => {
  it('is parsed as it is', () => {
    const ended = runEdition('parse', write('haven.md', source))
    expect(ended).toMatchObject({ code: 0, error: '' })
    expect(JSON.parse(ended.out)).toMatchObject({
      title: 'De haven',
      sections: [
        {
          heading: 'Aan de kade',
          items: [{ title: 'Oud ijzer', text: item, sources: ['SCMP'] }],
        },
      ],
      remarks: [],
    })
  })

  it('is clean without mistakes, and else every one is named, by line', () => {
    const file = write('haven.md', source)
    write('haven.notes.md', notes)
    expect(runEdition('lint', file)).toEqual({ code: 0, out: '', error: '' })
    write('haven.md', source.replace('Bron: SCMP\n', '').replace('date: 2026-11', 'date: 2026-13'))
    const ended = runEdition('lint', file)
    expect(ended).toMatchObject({ code: 1, error: '' })
    expect(ended.out).toMatch(
      /^\S+haven\.md:6: a date is [^\n]+\n\S+haven\.md:11: item "kraan" names no sources[^\n]+\n$/u,
    )
  })

  it('is looked over with its notes', () => {
    const file = write('haven.md', source)
    write('haven.notes.md', notes)
    expect(runEdition('lint', file)).toEqual({ code: 0, out: '', error: '' })
    write('haven.notes.md', notes.replace('### kraan', '### krana'))
    const ended = runEdition('lint', file)
    expect(ended.code).toBe(1)
    expect(ended.out).toMatch(/^\S+haven\.notes\.md:6: [^\n]+\n\S+haven\.notes\.md:10: /u)
  })

  it('has the mistakes in its notes told beside its own', () => {
    const file = write('haven.md', source.replace('Bron: SCMP\n', ''))
    write('haven.notes.md', notes.replace('Gist: A crane.', 'Gist:'))
    const ended = runEdition('lint', file)
    expect(ended).toMatchObject({ code: 1, error: '' })
    expect(ended.out).toMatch(/^\S+haven\.md:11: [^\n]+\n\S+haven\.notes\.md:\d+: [^\n]+\n$/u)
  })

  it('is said to be without notes, which is no mistake', () => {
    const file = write('haven.md', source)
    const out = path.join(folder, 'haven.editie')
    const build = ['build', file, '--publisher', 'Havenbedrijf', '-o', out]
    expect(runEdition('lint', file)).toEqual({
      code: 0,
      out: `${file}: no notes (haven.notes.md is not there)\n`,
      error: '',
    })
    expect(runEdition(...build).out).toContain(': haven, 1 items, without notes, ')
    write('haven.notes.md', notes)
    expect(runEdition(...build).out).toContain(': haven, 1 items, with notes, ')
  })

  it.each([['lint'], ['build', '--publisher', 'Havenbedrijf', '-o', 'uit.editie']])(
    'is asked for where its notes were given to %s',
    (verb, ...options) => {
      const file = write('haven.notes.md', notes)
      expect(runEdition(verb, file, ...options)).toEqual({
        code: 1,
        out: '',
        error: `${file} holds notes: name the edition beside it\n`,
      })
    },
  )

  it('is a digest where it has a mistake, or only an id, as notes of other programs have', () => {
    const slipped = write('haven.md', source.replace('{#kade}', ''))
    const noted = write('notitie.md', `---\nid: 2030-11\ntitle: De brug\n---\n\n* ${item} SCMP\n`)
    for (const file of [slipped, noted]) {
      const ended = runEdition('parse', file)
      expect(ended).toMatchObject({ code: 0, error: '' })
      const { remarks } = JSON.parse(ended.out) as { remarks: { kind: string }[] }
      expect(remarks.map(({ kind }) => kind)).toContain('unseen-words')
      expect(runEdition('lint', file).code).toBe(1)
    }
  })

  it('is not clean when it holds what no edition may have, also in UTF-16', () => {
    write('lang.notes.md', notes)
    const long = write('lang.md', source.replace('Oud ijzer', 'o'.repeat(2_001)))
    const ended = runEdition('lint', long)
    expect(ended.code).toBe(1)
    expect(ended.out).toMatch(/^\S+lang\.md:11: title: [^\n]+\n$/u)
    const wide = path.join(folder, 'breed.md')
    fs.writeFileSync(wide, Buffer.from(`\uFEFF${source.replace('{#kade}', '')}`, 'utf16le'))
    expect(runEdition('lint', wide).out).toMatch(/^\S+breed\.md:9: a section begins with /u)
  })

  it('has a hundred mistakes told, and is read up to a length that none has', () => {
    const wrong = write('fout.md', `${head}\n${'#\n'.repeat(1_000)}`)
    write('fout.notes.md', notes)
    expect(runEdition('lint', wrong).out.trimEnd().split('\n')).toHaveLength(100)
    const endless = write('eindeloos.md', `${head}\n${'#\n'.repeat(600_000)}`)
    const ended = runEdition('lint', endless)
    expect(ended).toMatchObject({ code: 1, out: '' })
    expect(ended.error).toMatch(/^[^\n]+eindeloos\.md [^\n]+\n$/u)
  })

  it('is a digest when that is said', () => {
    const ended = runEdition('parse', write('haven.md', source), '--format', 'markdown')
    const { remarks } = JSON.parse(ended.out) as { remarks: { quote: string }[] }
    expect(remarks.map(({ quote }) => quote).join()).toContain('revision: 2')
  })

  it('comes into the library with its own ids, and what has a mistake as a digest', () => {
    const library = path.join(folder, 'bibliotheek')
    const text = 'Boven de rivier hangt sinds maandag een brug waar geen weg naartoe gaat.'
    const other = write('ander.md', `---\nid: De brug\ntitle: De brug\n---\n\n* ${text} SCMP\n`)
    const ended = runEdition('import', write('haven.md', source), other, '--library', library)
    expect(ended).toMatchObject({ code: 0, error: '' })
    const opened = openEditionLibrary({ folder: library })
    const kept = opened.open('haven')
    if (!kept.ok) throw new Error(kept.reason)
    expect(kept.bundle.edition).toMatchObject({
      date: { value: '2026-11', inferred: false },
      title: 'De haven',
      sections: [{ id: 'kade', items: [{ id: 'kraan' }] }],
    })
    expect(opened.list().entries).toHaveLength(2)
    opened.close()
  })
})
