import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { firstFrame } from '../../../../src/core/edition/first-frame.ts'
import { readImageFacts } from '../../../../src/core/edition/image-kind.ts'
import { aGif, aPng, aWebp, riff, riffChunk, webpPixels } from '../../../fixtures/pictures.ts'

describe('a picture that moves', () => {
  it.each([
    ['gif', aGif(9, 7, 3), aGif(9, 7)],
    ['png', aPng(9, 7, { frames: 2 }), aPng(9, 7)],
  ])('is cut to its first frame: %s', (_, moving, still) => {
    expect(Buffer.from(firstFrame(moving))).toEqual(still)
  })

  it('is cut to its first frame: webp', () => {
    const cut = Buffer.from(firstFrame(aWebp(9, 7, 3)))
    const size = Buffer.from([8, 0, 0, 6, 0, 0])
    const head = riffChunk('VP8X', Buffer.concat([Buffer.alloc(4), size]))
    expect(cut).toEqual(riff(head, webpPixels(9, 7)))
    expect(readImageFacts(cut)).toEqual({ kind: 'webp', width: 9, height: 7 })
  })

  it('keeps the profile of its colours and what of it is transparent: webp', () => {
    const size = Buffer.from([8, 0, 0, 6, 0, 0])
    const parts = [riffChunk('ALPH', Buffer.from([1, 2])), riffChunk('VP8 ', Buffer.alloc(11, 3))]
    const frame = Buffer.concat([Buffer.alloc(6), size, Buffer.alloc(4), ...parts])
    const moving = riff(
      riffChunk('VP8X', Buffer.concat([Buffer.from([0x32, 0, 0, 0]), size])),
      riffChunk('ICCP', Buffer.from([7])),
      riffChunk('ANMF', frame),
      riffChunk('ANMF', frame),
    )
    const head = riffChunk('VP8X', Buffer.concat([Buffer.from([0x30, 0, 0, 0]), size]))
    expect(Buffer.from(firstFrame(moving))).toEqual(
      riff(head, riffChunk('ICCP', Buffer.from([7])), ...parts),
    )
  })

  it('takes on the size of its frame where that is smaller than the canvas: webp', () => {
    const moving = Buffer.from(aWebp(9, 7, 2))
    moving[24] = 99
    expect(readImageFacts(moving)).toMatchObject({ width: 100 })
    expect(readImageFacts(firstFrame(moving))).toMatchObject({ width: 9, height: 7 })
  })
})

describe('what does not move', () => {
  it.each([
    ['gif', aGif(4, 4)],
    ['png', aPng(4, 4)],
    ['webp', aWebp(4, 4)],
    ['other bytes', Buffer.from('no picture at all')],
    ['a gif without an end', aGif(4, 4, 2).subarray(0, 40)],
  ])('keeps its very bytes: %s', (_, bytes) => {
    expect(firstFrame(bytes)).toBe(bytes)
  })
})

describe('any bytes', () => {
  const pictures = [aGif(5, 5, 2), aPng(5, 5, { frames: 2 }), aWebp(5, 5, 2)]

  it('end, and never grow by more than a few bytes', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...pictures),
        fc.nat(),
        fc.nat(),
        fc.integer({ min: 0, max: 255 }),
        (picture, place, length, value) => {
          const bytes = Buffer.from(picture)
          bytes[place % bytes.length] = value
          const given = bytes.subarray(0, 1 + (length % bytes.length))
          expect(firstFrame(given).length).toBeLessThan(given.length + 32)
        },
      ),
      { numRuns: 2_000 },
    )
  })

  it.each(pictures.map((one) => [one]))('give the same cut when they are cut again', (moving) => {
    const cut = firstFrame(moving)
    expect(firstFrame(cut)).toBe(cut)
  })
})
