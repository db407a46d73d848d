import fs from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { besidePage } from '../../../../electron/services/documents/beside-page.ts'
import {
  findPageFolder,
  readPageFolder,
} from '../../../../electron/services/documents/page-folder.ts'
import { aStorePlace } from '../a-store.ts'

const place = aStorePlace()

/** A page with a folder of that name beside it. */
function aPage(folder: string, files: Readonly<Record<string, string | Buffer>>): string {
  const page = place.file('Dorpsblad 12.html')
  fs.writeFileSync(page, '<p>Mist.</p>')
  fs.mkdirSync(place.file(folder), { recursive: true })
  for (const [name, content] of Object.entries(files))
    fs.writeFileSync(path.join(place.file(folder), name), content)
  return page
}

async function found(page: string): Promise<readonly string[]> {
  const folder = await findPageFolder(page)
  const read = folder === null ? [] : await readPageFolder(page, folder)
  return read.map((one) => one.path)
}

describe('the folder of a saved page', () => {
  it.each(['_files', '_bestanden', '-Dateien', '.files'])(
    'is called as the page is, with %s',
    async (ending) => {
      const page = aPage(`Dorpsblad 12${ending}`, {
        'kraan.png': 'een',
        'brug.JPG': 'twee',
        foto: 'drie',
      })
      expect(await found(page)).toEqual([
        `Dorpsblad 12${ending}/brug.JPG`,
        `Dorpsblad 12${ending}/foto`,
        `Dorpsblad 12${ending}/kraan.png`,
      ])
    },
  )

  it('has no scripts, styles, pages and further folders', async () => {
    const page = aPage('Dorpsblad 12_files', { 'a.js': '', 'b.css': '', 'c.html': '', 'd.svg': '' })
    fs.mkdirSync(path.join(place.file('Dorpsblad 12_files'), 'e.png'))
    expect(await findPageFolder(page)).toBeNull()
  })

  it('is that of no other page', async () => {
    expect(await findPageFolder(aPage('Dorpsblad 13_files', { 'kraan.png': 'een' }))).toBeNull()
    expect(await findPageFolder(place.file('nergens/Dorpsblad.html'))).toBeNull()
  })

  it('is no link, and neither is a picture in it', async () => {
    fs.mkdirSync(place.file('elders'))
    fs.writeFileSync(place.file('elders/geheim.png'), 'geheim')
    const page = aPage('Dorpsblad 12_files', { 'kraan.png': 'een' })
    fs.symlinkSync(place.file('elders/geheim.png'), place.file('Dorpsblad 12_files/brug.png'))
    expect(await found(page)).toEqual(['Dorpsblad 12_files/kraan.png'])
    const folder = await findPageFolder(page)
    if (folder === null) throw new Error('there is no folder')
    // A picture, or the whole folder, may become a link after it was found.
    fs.rmSync(place.file('Dorpsblad 12_files/kraan.png'))
    fs.symlinkSync(place.file('elders/geheim.png'), place.file('Dorpsblad 12_files/kraan.png'))
    expect(await readPageFolder(page, folder)).toEqual([])
    fs.rmSync(place.file('Dorpsblad 12_files'), { recursive: true })
    fs.symlinkSync(place.file('elders'), place.file('Dorpsblad 12_files'))
    expect(await findPageFolder(page)).toBeNull()
    expect(await readPageFolder(page, { ...folder, pictures: ['geheim.png'] })).toEqual([])
  })

  it('is read as far as two hundred pictures, and 64 MB', async () => {
    const many = Array.from({ length: 300 }, (_, at) => [
      `${String(at).padStart(3, '0')}.png`,
      'een',
    ])
    const page = aPage('Dorpsblad 12_files', Object.fromEntries(many) as Record<string, string>)
    expect(await found(page)).toHaveLength(200)
    const large = Buffer.alloc(40 * 1024 * 1024)
    const other = aPage('Dorpsblad 12_files', { '000.png': large, '001.png': large })
    const read = await found(other)
    expect(read).toContain('Dorpsblad 12_files/000.png')
    expect(read).not.toContain('Dorpsblad 12_files/001.png')
    expect(read).toContain('Dorpsblad 12_files/002.png')
  })
})

describe('a picture beside a page', () => {
  const bytes = Buffer.from('een')
  const find = besidePage([{ path: 'Dorpsblad 12_files/kraan.png', bytes }])

  it.each([
    './Dorpsblad%2012_files/kraan.png',
    'Dorpsblad 12_files/kraan.png',
    ' Dorpsblad%2012_files/kraan.png?w=600#top ',
  ])('is found by %s', (source) => {
    expect(find(source)).toBe(bytes)
  })

  it.each([
    '../Dorpsblad 12_files/kraan.png',
    '/Dorpsblad 12_files/kraan.png',
    'file:///Dorpsblad 12_files/kraan.png',
    'https://krant.example/Dorpsblad 12_files/kraan.png',
    'Dorpsblad 12_files/../Dorpsblad 12_files/kraan.png',
    'Dorpsblad 12_files/%zz.png',
    '',
  ])('is not found by %s', (source) => {
    expect(find(source)).toBeNull()
  })
})
