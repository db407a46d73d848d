import { describe, expect, it } from 'vitest'
import {
  createPictureRoom,
  mostEditionPixels,
  mostOwnPictures,
} from '../../../../src/core/edition/picture-room.ts'

const picture = (sha256: string, width = 10, height = 10) => ({ sha256, width, height })

describe('the room for pictures', () => {
  it('is for so many pictures, each once', () => {
    const room = createPictureRoom()
    for (let index = 0; index < mostOwnPictures; index += 1)
      expect(room.take(picture(String(index)))).toBe(true)
    expect(room.take(picture('een andere'))).toBe(false)
    expect(room.take(picture('0'))).toBe(true)
  })

  it('is for so many pixels, and a smaller picture still finds a place', () => {
    const room = createPictureRoom()
    expect(room.take(picture('haven', 10_000, mostEditionPixels / 10_000 - 1))).toBe(true)
    expect(room.take(picture('brug', 10_001, 1))).toBe(false)
    expect(room.take(picture('kerk', 10_000, 1))).toBe(true)
    expect(room.take(picture('plein', 1, 1))).toBe(false)
    expect(room.take(picture('haven', 10_000, mostEditionPixels / 10_000 - 1))).toBe(true)
  })
})
