// Pictures on their whole way: out of a package into a proof, the library and the open edition, and out again.
import fs from 'node:fs'
import { beforeEach, describe, expect, it } from 'vitest'
import { openFile } from '../../../../electron/services/editions/edition-file.ts'
import {
  createOpenEdition,
  type OpenEdition,
} from '../../../../electron/services/editions/open-edition.ts'
import { hyphenateIn } from '../../../../electron/services/editions/hyphenate-edition.ts'
import { exportPackage } from '../../../../electron/services/library/export-package.ts'
import { writePackage } from '../../../../electron/services/packages/write-package.ts'
import { pictureFiles } from '../../../../src/core/edition/picture.ts'
import { aPicturedEdition, aPng, pictureOf } from '../../../fixtures/pictures.ts'
import { anAdding } from './an-adding.ts'

const adding = anAdding()
const { place, proofOf, keep } = adding
const { edition, images } = aPicturedEdition()
const [haven, kraan] = pictureFiles(edition).map(({ sha256 }) => sha256) as [string, string]
const unknown = '0'.repeat(64)

/** The package with these pictures. */
const packed = await writePackage({ publisher: 'De Lamp', edition, notes: null, images })
const packageName = 'haven.editie'

beforeEach(() => {
  fs.writeFileSync(place.file(packageName), packed)
})

function opened(file: string | null = null): OpenEdition {
  return createOpenEdition({
    ...{ bundled: null, file, last: null, broughtDown: null, first: () => Promise.resolve(null) },
    library: adding.library,
    openFile(one) {
      const { cage } = adding
      return openFile(one, { cage, programVersion: '0.1.0', hyphenate: hyphenateIn(cage) })
    },
    ...{ addNotice: () => undefined, onShow: () => undefined },
  })
}

async function kept(): Promise<OpenEdition> {
  const proof = await proofOf(packageName, packed)
  const outcome = await keep(proof.id, proof.edition)
  if (!outcome.ok) throw new Error(outcome.reason)
  const open = opened()
  open.show(outcome.bundle, true)
  return open
}

const imagesFile = (): string => {
  const name = fs.readdirSync(place.file('library')).find((one) => one.endsWith('.images'))
  return place.file(`library/${name ?? ''}`)
}

describe('the pictures of a proof', () => {
  it('are given by their hashes for as long as it is open, and no others', async () => {
    const proof = await proofOf(packageName, packed)
    expect(proof.edition).toEqual(edition)
    expect(adding.imports.picture(haven)).toEqual(images[0]?.bytes)
    expect(adding.imports.picture(kraan)).toEqual(images[1]?.bytes)
    expect(adding.imports.picture(unknown)).toBeNull()
    adding.imports.drop(proof.id)
    expect(adding.imports.picture(haven)).toBeNull()
  })
})

describe('the pictures of the open edition', () => {
  it('are given by their hashes, and no others', async () => {
    const open = await kept()
    expect(await open.picture(haven)).toEqual(images[0]?.bytes)
    expect(await open.picture(kraan)).toEqual(images[1]?.bytes)
    expect(await open.picture(unknown)).toBeNull()
    expect(adding.imports.picture(haven)).toBeNull()
  })

  it('are not given for an edition that is not open', async () => {
    await kept()
    expect(await opened().picture(haven)).toBeNull()
  })

  it('are given for an edition that is found in the library, also after it is removed', async () => {
    await kept()
    const open = opened()
    const bundle = await open.find('weekblad-2026-11')
    if (bundle === null) throw new Error('not found')
    open.show(bundle, true)
    adding.library.remove('weekblad-2026-11')
    expect(await open.picture(kraan)).toEqual(images[1]?.bytes)
  })

  it('are given for a file that is only read', async () => {
    const open = opened(place.file(packageName))
    expect(await open.picture(haven)).toEqual(images[0]?.bytes)
    expect(await open.picture(unknown)).toBeNull()
  })

  it('are lost, and nothing throws, when their file is damaged or gone', async () => {
    const open = await kept()
    const file = imagesFile()
    const intact = fs.readFileSync(file)
    expect(await open.picture(haven)).not.toBeNull()
    for (const at of [200, intact.length - 5]) {
      const bytes = Buffer.from(intact)
      bytes[at] = (bytes[at] ?? 0) ^ 1
      fs.writeFileSync(file, bytes)
    }
    expect(await open.picture(kraan)).toBeNull()
    expect(await opened().picture(haven)).toBeNull()
    fs.rmSync(file)
    expect(await open.picture(haven)).toBeNull()
    const anew = await opened().find('weekblad-2026-11')
    expect(anew).not.toBeNull()
  })
})

describe('an image of a package that is no picture of its edition', () => {
  const more = aPng(120, 90)
  const hash = pictureOf(more).file?.sha256 ?? ''
  const name = 'haven-en-meer.editie'

  beforeEach(async () => {
    const all = [...images, { path: 'images/003.png', bytes: more }]
    const bytes = await writePackage({ publisher: 'De Lamp', edition, notes: null, images: all })
    fs.writeFileSync(place.file(name), bytes)
  })

  it('is given for no proof', async () => {
    const proof = await proofOf(name, fs.readFileSync(place.file(name)))
    expect(adding.imports.picture(haven)).not.toBeNull()
    expect(adding.imports.picture(hash)).toBeNull()
    adding.imports.drop(proof.id)
  })

  it('is given for no edition that is open', async () => {
    const open = opened(place.file(name))
    expect(await open.picture(haven)).not.toBeNull()
    expect(await open.picture(hash)).toBeNull()
  })
})

describe('an edition with pictures', () => {
  it('does not go out when its images are not those that it tells of', async () => {
    const bundle = await (await kept()).current()
    const out = place.file('uit.editie')
    const { signal } = new AbortController()
    const library = { ...adding.library, images: () => images.slice(1) }
    expect(bundle && (await exportPackage(library, bundle, out, signal))).toEqual({
      ok: false,
      reason: 'failed',
    })
    expect(fs.existsSync(out)).toBe(false)
  })

  it('goes out as the package that it came in as', async () => {
    const open = await kept()
    const bundle = await open.current()
    const out = place.file('uit.editie')
    const { signal } = new AbortController()
    expect(bundle && (await exportPackage(adding.library, bundle, out, signal))).toMatchObject({
      ok: true,
    })
    expect(fs.readFileSync(out)).toEqual(fs.readFileSync(place.file(packageName)))
  })

  it('brings new captions with the same words', async () => {
    await kept()
    const [section] = edition.sections
    const items = section?.items.map((item) => ({
      ...item,
      pictures: item.pictures?.map((one) => ({ ...one, caption: 'De nieuwe kraan.' })),
    }))
    const next = { ...edition, revision: 2, sections: [{ ...section, items }] }
    const bytes = await writePackage({
      ...{ publisher: 'De Lamp', edition: next as typeof edition, notes: null, images },
    })
    fs.writeFileSync(place.file('haven-2.editie'), bytes)
    expect(await adding.imports.keepFile(place.file('haven-2.editie'))).toEqual({
      ok: true,
      isNew: true,
    })
  })
})
