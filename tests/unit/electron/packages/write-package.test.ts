import { spawnSync } from 'node:child_process'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import {
  readPackage,
  type PackageFile,
} from '../../../../electron/services/packages/read-package.ts'
import { writePackage } from '../../../../electron/services/packages/write-package.ts'
import { aDatedEdition, onePixel } from '../../../fixtures/a-package.ts'
import { aPicturedEdition } from '../../../fixtures/pictures.ts'

const notes = {
  edition: 'weekblad-2026-11',
  language: 'en',
  sections: [{ section: 'havens', watch: 'Kijk naar de havens.' }],
  items: [],
}
const input = {
  publisher: 'Uitgeverij De Lamp',
  edition: aDatedEdition(),
  notes,
  images: [{ path: 'images/kraan.png', bytes: onePixel }],
}

describe('writing an edition package', () => {
  it('gives what reading takes, file by file', async () => {
    const files: PackageFile[] = []
    const read = await readPackage(await writePackage(input), {
      programVersion: '0.1.0',
      onFile: (file) => void files.push(file),
    })
    expect(read.ok && read.value.edition).toEqual(input.edition)
    expect(read.ok && read.value.notes).toEqual(notes)
    expect(read.ok && read.value.manifest).toMatchObject({
      format: 'leeslamp-edition/1',
      publisher: 'Uitgeverij De Lamp',
      keyId: null,
      series: 'Weekblad',
      edition: 'weekblad-2026-11',
      serial: 1,
      created: '2026-11',
    })
    expect(files.map(({ path: name }) => name)).toEqual([
      'edition.json',
      'notes.json',
      'images/kraan.png',
    ])
    expect(Buffer.from(files[2]?.bytes ?? []).equals(onePixel)).toBe(true)
  })

  it('gives an edition with pictures a later format, which goes the whole way round', async () => {
    const { edition, images } = aPicturedEdition()
    const pictured = { publisher: 'De Lamp', edition, notes: null, images }
    const files: PackageFile[] = []
    const read = await readPackage(await writePackage(pictured), {
      programVersion: '0.1.0',
      onFile: (file) => void files.push(file),
    })
    expect(read.ok && read.value.manifest.format).toBe('leeslamp-edition/2')
    expect(read.ok && read.value.edition).toEqual(edition)
    expect(files.slice(1).map((file) => ({ ...file, bytes: Buffer.from(file.bytes) }))).toEqual(
      images,
    )
  })

  it('gives an edition with a number a format that programs of before leave alone', async () => {
    const edition = aDatedEdition({ number: '2024/12' })
    const read = await readPackage(await writePackage({ ...input, edition }), {
      programVersion: '0.1.0',
    })
    expect(read.ok && read.value.manifest.format).toBe('leeslamp-edition/3')
    expect(read.ok && read.value.edition).toEqual(edition)
  })

  it('puts the manifest first, and the name of the format first in it', async () => {
    const bytes = await writePackage(input)
    expect(bytes.subarray(30, 43).toString()).toBe('manifest.json')
    expect(bytes.subarray(43, 80).toString()).toMatch(/^\{\s+"format": "leeslamp-edition\/1"/)
  })

  it('gives the same bytes whatever the order of images and fields, and in every time zone', async () => {
    const edition = aDatedEdition()
    const reversed = Object.fromEntries(Object.entries(edition).reverse()) as typeof edition
    const images = [{ path: 'images/a.png', bytes: onePixel }, ...input.images]
    const one = await writePackage({ ...input, images })
    const other = await writePackage({ ...input, edition: reversed, images: [...images].reverse() })
    expect(other.equals(one)).toBe(true)

    const script = `
      import { writePackage } from './electron/services/packages/write-package.ts'
      const bytes = await writePackage(JSON.parse(process.argv[1]))
      process.stdout.write(bytes.toString('base64'))`
    const withoutImages = { ...input, images: [] }
    const expected = (await writePackage(withoutImages)).toString('base64')
    for (const TZ of ['Asia/Tokyo', 'America/Los_Angeles']) {
      const { stdout } = spawnSync(
        process.execPath,
        ['--input-type=module', '-e', script, JSON.stringify(withoutImages)],
        { cwd: path.resolve(), env: { ...process.env, TZ }, encoding: 'utf8' },
      )
      expect(stdout).toBe(expected)
    }
  })

  it('refuses an edition without a date', async () => {
    await expect(
      writePackage({ ...input, edition: aDatedEdition({ date: null }) }),
    ).rejects.toThrow()
  })
})
