import { createHash } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { readPicture } from '../../../../electron/services/documents/read-picture.ts'
import { hostileImages } from '../../../fixtures/hostile/hostile-images.ts'
import { aGif, aPng, aPngHead, aWebp } from '../../../fixtures/pictures.ts'

describe('a picture in a file', () => {
  it('has its kind, its size and the hash of its bytes', () => {
    const bytes = aPng(90, 70)
    expect(readPicture(bytes)).toEqual({
      ...{ kind: 'png', width: 90, height: 70, bytes },
      sha256: createHash('sha256').update(bytes).digest('hex'),
    })
  })

  it.each([
    ['gif', aGif(90, 70, 3), aGif(90, 70)],
    ['png', aPng(90, 70, { frames: 3 }), aPng(90, 70)],
  ])('is known by its first frame when it moves: %s', (_, moving, still) => {
    expect(readPicture(moving)).toEqual({
      ...readPicture(still),
      bytes: readPicture(moving)?.bytes,
    })
  })

  it('has the size of its first frame when it moves: webp', () => {
    expect(readPicture(aWebp(90, 70, 3))).toMatchObject({ kind: 'webp', width: 90, height: 70 })
  })

  it('is none when it is something else, or too large to be shown', () => {
    const huge = aPngHead(30_000, 30_000)
    for (const bytes of [huge, Buffer.from('<svg/>'), Buffer.alloc(0)])
      expect(readPicture(bytes)).toBeNull()
  })

  it('is none when its first frame is too large, whatever its canvas says', () => {
    const moving = Buffer.from(aWebp(90, 70, 2))
    const frame = moving.indexOf('ANMF')
    moving.fill(0xff, frame + 14, frame + 20)
    expect(readPicture(moving)).toBeNull()
  })

  it.each(hostileImages())('is none when its head tells another size: $name', ({ bytes }) => {
    expect(readPicture(bytes)).toBeNull()
  })
})
