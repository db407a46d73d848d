import { describe, expect, it } from 'vitest'
import { gifSize, pngSize, webpSize } from '../../../../src/core/edition/image-sizes.ts'
import { aGifBeyondItsScreen } from '../../../fixtures/hostile/hostile-images.ts'
import { aGif, aPng, aWebp } from '../../../fixtures/pictures.ts'

const size = { width: 30, height: 20 }

describe('the size of an image', () => {
  it.each([
    ['gif', gifSize, aGif(30, 20)],
    ['gif that moves', gifSize, aGif(30, 20, 3)],
    ['gif that is cut off', gifSize, aGif(30, 20).subarray(0, -9)],
    ['png', pngSize, aPng(30, 20)],
    ['png with another one behind its end', pngSize, Buffer.concat([aPng(30, 20), aPng(8, 8)])],
    ['webp', webpSize, aWebp(30, 20)],
    ['webp that moves', webpSize, aWebp(30, 20, 3)],
  ])('is what it says where its parts agree: %s', (_, sizeOf, bytes) => {
    expect(sizeOf(bytes)).toEqual(size)
  })

  it('holds the screen of a GIF and all of its frames', () => {
    expect(gifSize(aGifBeyondItsScreen())).toEqual({ width: 20_000, height: 20_000 })
    const bytes = aGif(30, 20)
    const frame = bytes.indexOf(Buffer.from([0x2c, 0, 0, 0, 0]))
    bytes.writeUInt16LE(5, frame + 1)
    bytes.writeUInt16LE(7, frame + 3)
    expect(gifSize(bytes)).toEqual({ width: 35, height: 27 })
  })

  it('is that of the canvas of a WebP whose first frame is smaller', () => {
    const bytes = Buffer.from(aWebp(30, 20, 2))
    bytes.writeUInt8(99, 24)
    expect(webpSize(bytes)).toEqual({ width: 100, height: 20 })
  })
})
