// The verbs build and unpack, each in a process of its own as they are used.
import { spawnSync } from 'node:child_process'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { aDatedEdition, onePixel, packageParts } from '../../../fixtures/a-package.ts'
import { hostilePackages } from '../../../fixtures/hostile/hostile-packages.ts'
import { makeZip } from '../../../fixtures/hostile/make-zip.ts'
import { writePackage } from '../../../../electron/services/packages/write-package.ts'
import { aPicturedEdition } from '../../../fixtures/pictures.ts'
import { skipBesideLinux } from '../../skip-without.ts'
import { quiet, tool } from './run-edition.ts'
import { bounds } from '../../../bounds.ts'

interface Ended {
  readonly code: number | null
  readonly out: string
  readonly error: string
}

function run(verb: 'build' | 'unpack' | 'import', ...args: string[]): Ended {
  const { status, stdout, stderr } = spawnSync(process.execPath, [tool, verb, ...args], {
    encoding: 'utf8',
    env: quiet,
    timeout: bounds.program,
  })
  return { code: status, out: stdout, error: stderr }
}

let folder: string
beforeEach(() => {
  folder = fs.mkdtempSync(path.join(os.tmpdir(), 'packing-'))
})
afterEach(() => fs.rmSync(folder, { recursive: true }))

function write(name: string, content: string | Buffer): string {
  const file = path.join(folder, name)
  fs.mkdirSync(path.dirname(file), { recursive: true })
  fs.writeFileSync(file, content)
  return file
}

function writeFolder(files: Record<string, string>): string {
  for (const [name, content] of Object.entries(files)) write(path.join('bron', name), content)
  return path.join(folder, 'bron')
}

function listing(where: string): string[] {
  return fs.readdirSync(where, { recursive: true, encoding: 'utf8' }).sort()
}

const digest =
  'Weekblad. De haven\n\nHavens in de kou\n\n*In de haven van de stad staat een kraan die niemand meer gebruikt. SCMP\n'
const by = ['--publisher', 'De Lamp']

describe('edition build', () => {
  it('makes a package of a text that unpack takes apart', () => {
    const out = path.join(folder, 'uit.editie')
    const built = run('build', write('weekblad-2026-11.txt', digest), ...by, '-o', out)
    expect(built).toMatchObject({ code: 0, error: '' })
    const target = path.join(folder, 'los')
    const unpacked = run('unpack', out, target)
    expect(unpacked).toMatchObject({ code: 0, error: '' })
    expect(JSON.parse(unpacked.out)).toMatchObject({
      publisher: 'De Lamp',
      created: '2026-11',
      serial: 1,
    })
    expect(listing(target)).toEqual(['edition.json'])
    expect(listing(folder)).toEqual([
      'los',
      'los/edition.json',
      'uit.editie',
      'weekblad-2026-11.txt',
    ])
  })

  it('packs an edition with pictures again as it was, and not without one of them', async () => {
    const pictured = { publisher: 'De Lamp', notes: null, ...aPicturedEdition() }
    const out = write('haven.editie', await writePackage(pictured))
    const target = path.join(folder, 'los')
    expect(run('unpack', out, target).code).toBe(0)
    const again = path.join(folder, 'weer.editie')
    expect(run('build', target, ...by, '-o', again)).toMatchObject({ code: 0, error: '' })
    expect(fs.readFileSync(again).equals(fs.readFileSync(out))).toBe(true)
    fs.rmSync(path.join(target, 'images/002.gif'))
    const failed = run('build', target, ...by, '-o', path.join(folder, 'niet.editie'))
    expect(failed).toMatchObject({ code: 1, out: '' })
    expect(failed.error).toContain('gives a package that')
    expect(fs.existsSync(path.join(folder, 'niet.editie'))).toBe(false)
  })

  it('keeps the links of a page, in bytes that unpack and build give again', () => {
    const page = `<h1>Weekblad. De haven</h1><p>In de haven staat een <a href="https://kade.nl/kraan">kraan</a>. SCMP</p>`
    const [out, again, target] = ['uit.editie', 'nog.editie', 'los'].map((name) =>
      path.join(folder, name),
    ) as [string, string, string]
    const built = run('build', write('weekblad-2026-11.html', page), ...by, '-o', out)
    expect(built).toMatchObject({ code: 0, error: '' })
    expect(run('unpack', out, target).code).toBe(0)
    expect(JSON.parse(fs.readFileSync(path.join(target, 'edition.json'), 'utf8'))).toMatchObject({
      sections: [{ items: [{ links: [{ label: 'kraan', address: 'https://kade.nl/kraan' }] }] }],
    })
    expect(run('build', target, ...by, '-o', again)).toMatchObject({ code: 0, error: '' })
    expect(fs.readFileSync(again).equals(fs.readFileSync(out))).toBe(true)
  })

  it('takes series, date and revision, and gives another date another id', () => {
    const text = write('bericht.txt', digest)
    const manifests = ['2026-11-06', '2026-11-13'].map((date) => {
      const out = path.join(folder, `${date}.editie`)
      const options = ['--series', 'Dagblad', '--date', date, '--revision', '3', '-o', out]
      expect(run('build', text, ...by, ...options)).toMatchObject({ code: 0, error: '' })
      return JSON.parse(run('unpack', out, path.join(folder, date)).out) as Record<string, unknown>
    })
    expect(manifests[0]).toMatchObject({ series: 'Dagblad', created: '2026-11-06', serial: 3 })
    expect(manifests.map(({ edition }) => edition)).toEqual([
      'weekblad-de-haven-2026-11-06',
      'weekblad-de-haven-2026-11-13',
    ])
  })

  it('takes the names of publisher and series without the spaces around them', () => {
    const out = path.join(folder, 'uit.editie')
    const names = ['--publisher', ' De Lamp ', '--series', 'Havenblad ']
    const source = write('havenblad-2024-07-05.txt', digest)
    expect(run('build', source, ...names, '-o', out)).toMatchObject({ code: 0, error: '' })
    expect(JSON.parse(run('unpack', out, path.join(folder, 'los')).out)).toMatchObject({
      publisher: 'De Lamp',
      series: 'Havenblad',
    })
  })

  it('takes a source edition with its notes, and gives the same bytes from what it unpacks to', () => {
    const source = 'resources/editions/techtrends-2024-07.md'
    const [one, other] = ['een', 'twee'].map((name) => path.join(folder, `${name}.editie`))
    const target = path.join(folder, 'los')
    expect(run('build', source, ...by, '-o', one as string).code).toBe(0)
    expect(run('unpack', one as string, target).code).toBe(0)
    expect(listing(target)).toEqual(['edition.json', 'notes.json'])
    expect(run('build', target, ...by, '-o', other as string).code).toBe(0)
    expect(fs.readFileSync(other as string).equals(fs.readFileSync(one as string))).toBe(true)
  })

  it('takes a folder with a web page and images, and images in the page', () => {
    const page = `<body><nav>Menu</nav><h1>Weekblad. De haven</h1><ul><li>In de haven staat al jaren een kraan. SCMP</ul>
      <img src="data:image/png;base64,${onePixel.toString('base64')}">`
    write('bron/weekblad-2026-11.html', page)
    write('bron/images/kraan.png', onePixel)
    const out = path.join(folder, 'uit.editie')
    expect(run('build', path.join(folder, 'bron'), ...by, '-o', out).error).toBe('')
    const target = path.join(folder, 'los')
    run('unpack', out, target)
    expect(listing(target)).toEqual([
      'edition.json',
      'images',
      'images/001.png',
      'images/kraan.png',
    ])
  })

  it('asks for an encoding when the text is not in UTF-8, and takes it', () => {
    const text = write(
      'weekblad-2026-11.txt',
      Buffer.from(digest.replace('kou', 'caf\u00e9'), 'latin1'),
    )
    const out = path.join(folder, 'uit.editie')
    const refused = run('build', text, ...by, '-o', out)
    expect(refused.code).toBe(1)
    expect(refused.error).toMatch(/^\S+ is not text in UTF-8.*--encoding windows-1252\n$/u)
    expect(run('build', text, ...by, '-o', out, '--encoding', 'windows-1252').code).toBe(0)
  })

  it.each([
    ['a file that is not there', () => ['/nowhere/x.txt', ...by]],
    ['a text without a date', () => [write('bericht.txt', digest), ...by]],
    ['a file of another kind', () => [write('bericht-2026-11.json', digest), ...by]],
    ['a text without items', () => [write('bericht-2026-11.txt', 'Weekblad'), ...by]],
    ['an empty text', () => [write('bericht-2026-11.txt', ''), ...by]],
    ['a folder without a text', () => [folder, ...by]],
    ['a folder with two texts', () => [writeFolder({ 'a.txt': 'b', 'b.txt': 'c' }), ...by]],
    ['a source edition with a mistake', () => [write('x.md', '---\nid: X\n---\n'), ...by]],
    [
      'an image that is none',
      () => [writeFolder({ 'images/a.png': 'x', 'a-2026-11.txt': digest }), ...by],
    ],
    [
      'a publisher of 300 letters',
      () => [write('bericht-2026-11.txt', digest), '--publisher', 'x'.repeat(300)],
    ],
    ['an unpacked edition that is not valid', () => [writeFolder({ 'edition.json': '{}' }), ...by]],
  ])('fails with one line, code 1 and no file for %s', (_name, args) => {
    const out = path.join(folder, 'uit.editie')
    const ended = run('build', ...args(), '-o', out)
    expect(ended).toMatchObject({ code: 1, out: '' })
    expect(ended.error).toMatch(/^[^\n]+\n$/u)
    expect(listing(folder).filter((name) => name.includes('uit'))).toEqual([])
  })

  it('takes a file of another kind when its format is said', () => {
    const out = path.join(folder, 'uit.editie')
    const built = run(
      'build',
      write('bericht-2026-11.json', digest),
      ...by,
      '-o',
      out,
      '--format',
      'text',
    )
    expect(built).toMatchObject({ code: 0, error: '' })
  })

  it.for([
    ['build', ['-o', '/proc/nergens/y/uit.editie', ...by]],
    ['import', ['--library', '/proc/nergens/y/boeken']],
  ] as const)('ends where no folder can be made: %s', ([verb, options], context) => {
    skipBesideLinux(context)
    const ended = run(verb, write('bericht-2026-11.txt', digest), ...options)
    expect(ended).toMatchObject({ code: 1, out: '' })
    expect(ended.error).toMatch(/^\/proc\/nergens [^\n]+\n$/u)
  })

  it.each([
    [[]],
    [['a.txt', 'b.txt', ...by, '-o', 'x']],
    [['a.txt', '-o', 'x']],
    [['a.txt', ...by]],
    [['a.txt', ...by, '-o', 'x', '--date', 'gisteren']],
    [['a.txt', ...by, '-o', 'x', '--revision', '0']],
    [['a.txt', ...by, '-o', 'x', '--format', 'pdf']],
    [['a.txt', ...by, '-o', 'x', '--evil']],
  ])('ends with code 2 for %j', (args) => {
    const ended = run('build', ...args)
    expect(ended).toMatchObject({ code: 2, out: '' })
    expect(ended.error).toMatch(/^[^\n]+\n$/u)
  })
})

describe('edition unpack', () => {
  it('writes nothing at all when the last file is wrong', () => {
    const more = [
      { path: 'images/a.png', bytes: onePixel },
      { path: 'images/b.png', bytes: Buffer.from('no image') },
    ]
    const file = write('x.editie', makeZip(packageParts({ edition: aDatedEdition(), more })))
    const ended = run('unpack', file, path.join(folder, 'los'))
    expect(ended).toMatchObject({ code: 1, out: '' })
    expect(ended.error).toMatch(/^\S+ holds an image that is no PNG[^\n]+\n$/u)
    expect(listing(folder)).toEqual(['x.editie'])
  })

  it('takes an empty folder, and refuses one with a file in it', () => {
    const file = write('x.editie', makeZip(packageParts({})))
    const target = path.join(folder, 'los')
    fs.mkdirSync(target)
    expect(run('unpack', file, target).code).toBe(0)
    const again = run('unpack', file, target)
    expect(again).toMatchObject({ code: 1, out: '' })
    expect(again.error).toMatch(/not a new or empty folder\n$/u)
    expect(listing(target)).toEqual(['edition.json'])
  })

  it('writes nothing for names that lead elsewhere', () => {
    for (const { make } of hostilePackages().slice(0, 4)) {
      const file = write('x.editie', make())
      expect(run('unpack', file, path.join(folder, 'los')).code).toBe(1)
      expect(listing(folder)).toEqual(['x.editie'])
    }
  })

  it('names what it was given when there is no place for the folder, or the package is a folder or a pipe', () => {
    const file = write('x.editie', makeZip(packageParts({})))
    const nowhere = path.join(folder, 'weg', 'los')
    expect(run('unpack', file, nowhere)).toEqual({
      code: 1,
      out: '',
      error: `${nowhere} cannot be made (ENOENT)\n`,
    })
    const pipe = path.join(folder, 'pijp.editie')
    spawnSync('mkfifo', [pipe])
    for (const other of [folder, pipe])
      expect(run('unpack', other, path.join(folder, 'los')).error).toBe(
        `${other} is no ordinary file\n`,
      )
  })

  it('ends with code 2 without a folder, and 1 without a package', () => {
    expect(run('unpack', 'x.editie').code).toBe(2)
    expect(run('unpack', 'x.editie', '').code).toBe(2)
    expect(run('unpack', '/nowhere/x.editie', path.join(folder, 'los')).code).toBe(1)
    expect(listing(folder)).toEqual([])
  })
})
