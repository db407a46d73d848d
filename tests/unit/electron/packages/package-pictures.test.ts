import { describe, expect, it } from 'vitest'
import { fitPictures, haveRoom } from '../../../../electron/services/packages/package-pictures.ts'
import { readPackage } from '../../../../electron/services/packages/read-package.ts'
import { writePackage } from '../../../../electron/services/packages/write-package.ts'
import { aGif, aPicturedEdition, aPng, aPngHead, pictureOf } from '../../../fixtures/pictures.ts'

const { edition, images } = aPicturedEdition()
const [haven, kraan] = images as [(typeof images)[0], (typeof images)[0]]
const fault = (bytes: Uint8Array) => ({ ...haven, bytes })

describe('the images of an edition', () => {
  it('fit it when each of its pictures is among them', () => {
    expect(fitPictures(edition, images)).toBe(true)
    expect(fitPictures(edition, [...images, { path: 'images/003.png', bytes: aPng(9, 9) }])).toBe(
      true,
    )
  })

  it.each([
    ['one is missing', [kraan]],
    ['one is another', [fault(aPng(601, 400)), kraan]],
    ['one is no image', [haven, kraan, { path: 'images/003.png', bytes: Buffer.from('<svg/>') }]],
    ['one has the name of another kind', [{ ...haven, path: 'images/001.jpg' }, kraan]],
    ['one is a GIF of no picture', [haven, kraan, { path: 'images/3.gif', bytes: aGif(9, 9) }]],
  ])('do not fit it when %s', (_, given) => {
    expect(fitPictures(edition, given)).toBe(false)
  })

  it('do not fit it when one moves, or is not as large as the edition says', () => {
    const moving = aPng(600, 400, { frames: 1 })
    const { file } = pictureOf(haven.bytes)
    const lie = pictureOf(haven.bytes, { file: file && { ...file, width: 6_000 } })
    expect(fitPictures({ ...edition, pictures: [pictureOf(moving)] }, [fault(moving), kraan])).toBe(
      false,
    )
    expect(fitPictures({ ...edition, pictures: [lie] }, images)).toBe(false)
  })
})

describe('the pictures of a package', () => {
  it('have room in the window, or it is turned away', async () => {
    const large = [aPngHead(5_000, 4_000), aPngHead(4_000, 5_000), aPngHead(100, 100)]
    const packed = (count: number) => {
      const some = large.slice(0, count)
      const pictures = some.map((bytes) => pictureOf(bytes))
      return {
        edition: { ...edition, sections: [], pictures },
        images: some.map((bytes, index) => ({ path: `images/00${index}.png`, bytes })),
      }
    }
    const read = async (count: number) => {
      const bytes = await writePackage({ publisher: 'De Lamp', notes: null, ...packed(count) })
      return readPackage(bytes, { programVersion: '0.1.0' })
    }
    expect(haveRoom(packed(2).edition)).toBe(true)
    expect(haveRoom(packed(3).edition)).toBe(false)
    expect(await read(2)).toMatchObject({ ok: true })
    expect(await read(3)).toEqual({ ok: false, reason: 'too-complex' })
  })
})
