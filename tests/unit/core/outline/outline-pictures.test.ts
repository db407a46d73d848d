import { describe, expect, it } from 'vitest'
import type { Block } from '../../../../src/core/document/source-document.ts'
import { mostPictures } from '../../../../src/core/edition/picture.ts'
import { readPictures } from '../../../../src/core/outline/outline-pictures.ts'

const picture = (index: number, label = ''): Extract<Block, { kind: 'picture' }> => ({
  ...{ kind: 'picture', line: index + 1, depth: 0, label, address: null },
  file: { sha256: String(index).padStart(64, '0'), kind: 'jpg', width: 90, height: 70 },
})

describe('the pictures of an item', () => {
  it('are told of when they are more than it can have', () => {
    const blocks = Array.from({ length: mostPictures + 2 }, (_, index) =>
      picture(index, index > mostPictures ? 'De kade' : ''),
    )
    const { field, remarks } = readPictures(blocks)
    expect(field.pictures).toHaveLength(mostPictures)
    expect(remarks).toEqual([
      { line: mostPictures + 1, kind: 'image-left-out', quote: 'image/jpeg' },
      { line: mostPictures + 2, kind: 'image-left-out', quote: 'De kade: image/jpeg' },
    ])
  })

  it('count once when they stand there twice', () => {
    const blocks = Array.from({ length: 3 * mostPictures }, (_, index) => picture(index % 50))
    const { field, remarks } = readPictures(blocks)
    expect(field.pictures).toHaveLength(mostPictures)
    expect(remarks).toEqual([])
  })
})
