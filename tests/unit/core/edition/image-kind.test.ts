import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readImageFacts, readImageHeader } from '../../../../src/core/edition/image-kind.ts'
import { hostileImages } from '../../../fixtures/hostile/hostile-images.ts'

const png = [
  0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10, 0, 0, 0, 13, 0x49, 0x48, 0x44, 0x52, 0, 0, 1, 0, 0, 0, 0,
  9,
]
const jpeg = [0xff, 0xd8, 0xff, 0xe0, 0, 4, 1, 2, 0xff, 0xc2, 0, 11, 8, 0, 9, 1, 0, 3]
const riff = [...Buffer.from('RIFF\0\0\0\0WEBP')]
const lossy = [...riff, ...Buffer.from('VP8 \0\0\0\0'), 0, 0, 0, 0x9d, 1, 0x2a, 0, 1, 9, 0]
const lossless = [...riff, ...Buffer.from('VP8L\0\0\0\0'), 0x2f, 0xff, 0x00, 0x02, 0]
const extended = [...riff, ...Buffer.from('VP8X\0\0\0\0'), 0, 0, 0, 0, 0xff, 0, 0, 8, 0, 0]
const gif = [...Buffer.from('GIF89a'), 0, 1, 9, 0]

describe('what an image is', () => {
  it.each([
    ['png', png],
    ['jpg', jpeg],
    ['webp', lossy],
    ['webp', lossless],
    ['webp', extended],
    ['gif', gif],
    ['gif', gif.with(4, 0x37)],
  ])('is told by its bytes: %s, 256 by 9', (kind, bytes) => {
    expect(readImageFacts(Uint8Array.from(bytes))).toEqual({ kind, width: 256, height: 9 })
  })

  it('is nothing for other bytes, for no pixels and for far too many', () => {
    expect(readImageFacts(Buffer.from('GIF89a'))).toBeNull()
    expect(readImageFacts(Buffer.from('<svg xmlns="http://www.w3.org/2000/svg">'))).toBeNull()
    expect(readImageFacts(Uint8Array.from(png.with(19, 0).with(18, 0)))).toBeNull()
    expect(readImageFacts(Uint8Array.from(png.with(16, 0x7f)))).toBeNull()
  })

  it('is told to be too large when it has more than 40 million pixels', () => {
    const wide = (width: number, height: number): Uint8Array => {
      const bytes = Buffer.from(png)
      bytes.writeUInt32BE(width, 16)
      bytes.writeUInt32BE(height, 20)
      return bytes
    }
    expect(readImageHeader(wide(8_000, 5_000))).toMatchObject({ width: 8_000, height: 5_000 })
    for (const [width, height] of [
      [8_001, 5_000],
      [30_000, 30_000],
      [0xffffffff, 0xffffffff],
    ] as const) {
      expect(readImageHeader(wide(width, height))).toBe('too-large')
      expect(readImageFacts(wide(width, height))).toBeNull()
    }
    expect(readImageHeader(Buffer.from('%PDF-1.7'))).toBeNull()
  })

  it.each(hostileImages())('goes by what a window makes room for: $name', ({ bytes, told }) => {
    expect(readImageHeader(bytes)).toBe(told)
    expect(readImageFacts(bytes)).toBeNull()
  })

  it('ends for all bytes and all beginnings', () => {
    const beginning = fc.constantFrom(png, jpeg, lossy, lossless, extended, gif)
    fc.assert(
      fc.property(beginning, fc.nat(30), fc.uint8Array(), (start, length, rest) => {
        const facts = readImageFacts(Uint8Array.from([...start.slice(0, length), ...rest]))
        expect(facts === null || facts.width * facts.height > 0).toBe(true)
      }),
    )
  })
})
