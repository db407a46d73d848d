import fs from 'node:fs'
import path from 'node:path'
import { expect, it } from 'vitest'

const folder = path.join(import.meta.dirname, '../../../resources/icons')
const read = (name: string) => fs.readFileSync(path.join(folder, name))

/** Width and height as a PNG says them in its first block. */
function pngSize(png: Buffer): string {
  expect(png.subarray(1, 4).toString()).toBe('PNG')
  return `${String(png.readUInt32BE(16))}x${String(png.readUInt32BE(20))}`
}

it('has a picture of every size, and each is as large as its name says', () => {
  const sizes = [16, 24, 32, 48, 64, 128, 256, 512, 1024]
  for (const size of sizes.map((one) => `${String(one)}x${String(one)}`))
    expect(pngSize(read(`${size}.png`))).toBe(size)
})

it('has an icon file for Windows whose entries lead to pictures of the sizes they name', () => {
  const icon = read('icon.ico')
  const found = Array.from({ length: icon.readUInt16LE(4) }, (_, index) => {
    const entry = 6 + 16 * index
    const start = icon.readUInt32LE(entry + 12)
    const size = pngSize(icon.subarray(start, start + icon.readUInt32LE(entry + 8)))
    expect(size.startsWith(`${String(icon.readUInt8(entry) || 256)}x`)).toBe(true)
    return size
  })
  expect(found).toEqual(['16x16', '24x24', '32x32', '48x48', '64x64', '128x128', '256x256'])
})

it('has an icon file for macOS that is one chain of pictures, up to the largest', () => {
  const icon = read('icon.icns')
  expect(icon.subarray(0, 4).toString()).toBe('icns')
  expect(icon.readUInt32BE(4)).toBe(icon.length)
  const found: string[] = []
  for (let at = 8; at < icon.length; at += icon.readUInt32BE(at + 4))
    found.push(pngSize(icon.subarray(at + 8)))
  expect(found.at(-1)).toBe('1024x1024')
  expect(new Set(found).size).toBe(7)
})
