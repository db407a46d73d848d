// What `build` takes and what it refuses, and where it writes.
import { execFileSync } from 'node:child_process'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { onePixel } from '../../../fixtures/a-package.ts'
import { runEdition, type Ended } from './run-edition.ts'

let folder: string
let out: string
beforeEach(() => {
  folder = fs.mkdtempSync(path.join(os.tmpdir(), 'building-'))
  out = path.join(folder, 'uit.editie')
})
afterEach(() => fs.rmSync(folder, { recursive: true }))

function write(name: string, content: string | Buffer): string {
  const file = path.join(folder, name)
  fs.mkdirSync(path.dirname(file), { recursive: true })
  fs.writeFileSync(file, content)
  return file
}

/** A file of so many bytes that takes no room on the disk. */
function writeLarge(name: string, bytes: number): string {
  const file = write(name, '')
  fs.truncateSync(file, bytes)
  return file
}

function pipe(name: string): string {
  const file = path.join(folder, name)
  fs.mkdirSync(path.dirname(file), { recursive: true })
  execFileSync('mkfifo', [file])
  return file
}

function build(source: string, ...more: string[]): Ended {
  return runEdition('build', source, '--publisher', 'De Lamp', '-o', out, ...more)
}

function manifestOf(packed: string): Record<string, unknown> {
  const unpacked = runEdition('unpack', packed, fs.mkdtempSync(path.join(folder, 'los-')))
  return JSON.parse(unpacked.out) as Record<string, unknown>
}

const item = 'In de haven van de stad staat een kraan die niemand meer gebruikt.'
const digest = `Weekblad. De haven\n\nHavens in de kou\n\n*${item} SCMP\n`
const fields = 'title: Weekblad. De haven\ndate: 2026-11-06\nlayout: post'
const site = `---\n${fields}\n---\n\n## Havens in de kou\n\n* ${item} SCMP\n`
const sourceEdition = `---\nid: haven\nrevision: 2\nlanguage: nl\ntitle: De haven\ndate: 2026-11\n---\n\n### kraan\n\n${item}\n\nBron: SCMP\n`
const bron = (): string => path.join(folder, 'bron')
const gigabytes = 2.5 * 1024 ** 3

describe('edition build reads', () => {
  it.each([
    ['a text of 2.5 GB', () => writeLarge('a.md', gigabytes), /a\.md is larger than 20 MB\n$/u],
    ['a text of 21 MB', () => writeLarge('a.md', 21 * 1024 ** 2), /a\.md is larger than 20 MB\n$/u],
    [
      'an image of 2.5 GB',
      () => (
        writeLarge('bron/images/a.png', gigabytes),
        write('bron/a-2026-11.txt', digest),
        bron()
      ),
      /a\.png is larger than 20 MB\n$/u,
    ],
    ['a text that is a pipe', () => pipe('p.md'), /p\.md cannot be read\n$/u],
    [
      'an unpacked edition that is a pipe',
      () => (pipe('bron/edition.json'), bron()),
      /edition\.json cannot be read\n$/u,
    ],
    [
      'an image that is a folder',
      () => (fs.mkdirSync(path.join(bron(), 'images/a.png'), { recursive: true }), bron()),
      /images\/a\.png is no ordinary file\n$/u,
    ],
    [
      'a text among images',
      () => (write('bron/images/lees.txt', 'x'), bron()),
      /images\/lees\.txt has a name that no package may hold[^\n]*\n$/u,
    ],
    ['a package', () => write('x.editie', 'PK'), /x\.editie is a package: [^\n]*unpack[^\n]*\n$/u],
    [
      'a source edition in no UTF-8',
      () => write('a.md', Buffer.from(sourceEdition.replace('haven', 'caf\xe9'), 'latin1')),
      /a\.md is not text in UTF-8[^\n]*\n$/u,
    ],
  ])('not %s, and says so in one line', (_name, make, sentence) => {
    const ended = build(make())
    expect(ended).toMatchObject({ code: 1, out: '' })
    expect(ended.error).toMatch(/^[^\n]+\n$/u)
    expect(ended.error).toMatch(sentence)
    expect(fs.existsSync(out)).toBe(false)
  })

  it('passes over what systems keep among images and texts', () => {
    write('bron/a-2026-11.txt', digest)
    write('bron/._a-2026-11.txt', 'x')
    for (const name of ['.DS_Store', '._x.txt', 'Thumbs.db', 'desktop.ini']) {
      write(`bron/images/${name}`, 'x')
    }
    expect(build(bron())).toMatchObject({ code: 0, error: '' })
  })

  it('names an image with the name of one in the text', () => {
    const embedded = `data:image/png;base64,${onePixel.toString('base64')}`
    write('bron/a-2026-11.html', `<h1>Weekblad. Kou</h1><p>${item} SCMP<img src="${embedded}">`)
    const own = write('bron/images/001.png', onePixel)
    expect(build(bron())).toMatchObject({
      code: 1,
      error: `${own} has the name that an image in the text gets; give it another one\n`,
    })
  })

  it.each(['a.md', 'a.markdown'])('front matter of other programs as a digest: %s', (name) => {
    expect(build(write(name, site))).toMatchObject({ code: 0, error: '' })
    expect(manifestOf(out)).toMatchObject({ created: '2026-11-06', series: 'Weekblad', serial: 1 })
  })

  it.each(['haven.md', 'haven.markdown', 'haven.MD'])('a source edition named %s', (name) => {
    expect(build(write(name, sourceEdition))).toMatchObject({ code: 0, error: '' })
    expect(manifestOf(out)).toMatchObject({ edition: 'haven', serial: 2 })
  })

  it('a file with an id as a digest when that is said, and hints at it', () => {
    const file = write('a.md', site.replace('layout: post', 'id: bericht'))
    const refused = build(file)
    expect(refused.code).toBe(1)
    expect(refused.error).toMatch(/^\S+a\.md:1: [^\n]+--format markdown[^\n]+\n$/u)
    expect(build(file, '--format', 'markdown')).toMatchObject({ code: 0, error: '' })
  })

  it.each(['1e2', '0x10', '1.0', ' 3', '0', '-1', '1000000'])('no revision %j', (revision) => {
    const ended = build(write('a-2026-11.txt', digest), `--revision=${revision}`)
    expect(ended).toMatchObject({ code: 2, out: '' })
    expect(ended.error).toMatch(/^[^\n]+\n$/u)
  })

  it.each([
    ['--publisher', 'X\nY'],
    ['--publisher', 'De \u202Epmal\u202C'],
    ['--series', 'Week\u2066blad'],
    ['--series', 'Week\u0007blad'],
  ])('no name in %s with hidden characters', (option, name) => {
    const ended = build(write('a-2026-11.txt', digest), option, name)
    expect(ended).toMatchObject({ code: 2, out: '' })
    expect(ended.error).toMatch(/^[^\n]+\n$/u)
    expect(fs.existsSync(out)).toBe(false)
  })

  it('no title with hidden characters in a source, and that of a text without them', () => {
    const source = sourceEdition.replace('title: De haven', 'title: De \u202Enevah')
    expect(build(write('a.md', source)).error).toMatch(/a\.md:5: control characters[^\n]*\n$/u)
    const titled = digest.replace('De haven', 'De \u202Enevah')
    expect(build(write('a-2026-11.txt', titled)).code).toBe(0)
    const unpacked = path.join(folder, 'los')
    runEdition('unpack', out, unpacked)
    const edition = fs.readFileSync(path.join(unpacked, 'edition.json'), 'utf8')
    expect(JSON.parse(edition)).toMatchObject({ title: 'De nevah' })
  })
})

describe('edition build writes', () => {
  it.each(['a-2026-11.txt', 'a.md', 'a.notes.md', 'images/kaart.png', 'link.editie'])(
    'over none of its inputs: %s',
    (name) => {
      const source = name === 'a.md' || name === 'a.notes.md' ? 'a.md' : 'a-2026-11.txt'
      write(`bron/${source}`, source === 'a.md' ? sourceEdition : digest)
      if (name === 'a.notes.md') {
        const gist = 'Gist: A crane.\n'
        const watch = '## vooraan\n\nWaar let je op: Kijk.\n'
        write(
          `bron/${name}`,
          `---\nedition: haven\nlanguage: en\n---\n\n${watch}\n### kraan\n\n${gist}`,
        )
      }
      write('bron/images/kaart.png', onePixel)
      out = path.join(bron(), name)
      if (name === 'link.editie') fs.symlinkSync(path.join(bron(), source), out)
      const before = fs.readFileSync(out)
      const ended = build(bron())
      expect(ended).toMatchObject({
        code: 1,
        out: '',
        error: `${out} is what it is made of, and would be lost\n`,
      })
      expect(fs.readFileSync(out)).toEqual(before)
    },
  )

  it.each([
    ['a folder', () => fs.mkdirSync(out)],
    ['a pipe', () => pipe('uit.editie')],
    ['a link to a folder', () => fs.symlinkSync(folder, out)],
    ['a link to nothing', () => fs.symlinkSync(path.join(folder, 'weg'), out)],
    ['a link to a pipe', () => fs.symlinkSync(pipe('p'), out)],
  ])('not over %s', (_name, make) => {
    make()
    const before = fs.lstatSync(out).ino
    const ended = build(write('a-2026-11.txt', digest))
    expect(ended).toMatchObject({ code: 1, error: `${out} is no ordinary file\n` })
    expect(fs.lstatSync(out).ino).toBe(before)
  })

  it('behind a link, over an older package', () => {
    const older = write('ouder.editie', 'x')
    fs.symlinkSync(older, out)
    expect(build(write('a-2026-11.txt', digest)).code).toBe(0)
    expect(fs.lstatSync(out).isSymbolicLink()).toBe(true)
    expect(manifestOf(older)).toMatchObject({ publisher: 'De Lamp' })
  })

  it('and leaves a file OUT.partial alone', () => {
    const mine = write('uit.editie.partial', 'mijn tekst')
    expect(build(write('a-2026-11.txt', digest)).code).toBe(0)
    expect(fs.readFileSync(mine, 'utf8')).toBe('mijn tekst')
  })
})
