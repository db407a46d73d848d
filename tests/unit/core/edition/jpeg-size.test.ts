import { describe, expect, it } from 'vitest'
import { jpegSize } from '../../../../src/core/edition/jpeg-size.ts'
import { aJpeg, jpegEnd, jpegFrame, jpegScan } from '../../../fixtures/hostile/hostile-images.ts'
import { costOfTenfold, mostCost } from '../../cost-ratio.ts'

const size = { width: 300, height: 200 }
const frame = jpegFrame(300, 200)

describe('the size of a JPEG', () => {
  it.each([
    ['with one scan', aJpeg(frame, jpegScan, jpegEnd)],
    ['with several', aJpeg(jpegFrame(300, 200, 0xc2), jpegScan, jpegScan, jpegScan, jpegEnd)],
    ['with fill bytes before each marker', aJpeg(Buffer.alloc(5, 0xff), frame, jpegScan, jpegEnd)],
    [
      'with another picture behind its end',
      aJpeg(frame, jpegScan, jpegEnd, aJpeg(jpegFrame(9, 9))),
    ],
    ['that breaks off in its pixels', aJpeg(frame, jpegScan)],
    ['that breaks off behind its frame', aJpeg(frame)],
  ])('is that of its frame: one %s', (_, bytes) => {
    expect(jpegSize(bytes)).toEqual(size)
  })

  it.each([
    ['whose frame is cut off', aJpeg(frame).subarray(0, -5)],
    ['without a frame', aJpeg(jpegEnd, frame)],
    ['that begins twice', aJpeg(aJpeg(frame))],
    ['that is nothing but fill bytes', Buffer.concat([aJpeg(), Buffer.alloc(99, 0xff)])],
  ])('is not known of one %s', (_, bytes) => {
    expect(jpegSize(bytes)).toBeNull()
  })

  it.each([
    ['fill bytes', (times: number) => Buffer.alloc(times * 20_000, 0xff)],
    ['pixels', (times: number) => Buffer.alloc(times * 20_000, 'ff00', 'hex')],
    ['marks', (times: number) => Buffer.alloc(times * 20_000, 'ffd3', 'hex')],
  ])('takes time in proportion: %s', (_, bytes) => {
    const read = (times: number): unknown => jpegSize(aJpeg(frame, jpegScan, bytes(times)))
    expect(costOfTenfold(read)).toBeLessThan(mostCost)
  })
})
