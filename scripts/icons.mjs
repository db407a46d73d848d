// `node scripts/icons.mjs` draws resources/icons/ anew from resources/icon.svg: a PNG in each size, and the icon files of
// Windows and macOS, which hold PNGs themselves. What it makes is kept with the sources, so that a build needs no drawing program.
import { spawnSync } from 'node:child_process'
import fs from 'node:fs'
import path from 'node:path'
import { root, runMain, SetupError } from './steps.mjs'

const sizes = [16, 24, 32, 48, 64, 128, 256, 512, 1024]
/** The types of an .icns file by the pixels of their PNG (Apple's Icon Services; the @2x ones are the same pictures). */
const macTypes = [
  ['icp4', 16],
  ['icp5', 32],
  ['ic11', 32],
  ['icp6', 64],
  ['ic12', 64],
  ['ic07', 128],
  ['ic08', 256],
  ['ic13', 256],
  ['ic09', 512],
  ['ic14', 512],
  ['ic10', 1024],
]
const windowsSizes = [16, 24, 32, 48, 64, 128, 256]

function draw(size) {
  const drawing = path.join(root, 'resources/icon.svg')
  const args = ['--width', String(size), '--height', String(size), drawing]
  const { status, stdout } = spawnSync('rsvg-convert', args)
  if (status !== 0)
    throw new SetupError(
      'the icons need rsvg-convert; nothing was changed. Install it with: sudo apt-get install librsvg2-bin',
    )
  return stdout
}

/** An .ico file: a directory of 16 bytes a picture, then the PNGs. In one byte a side of 256 is written as 0. */
function windowsIcon(pictures) {
  const head = Buffer.alloc(6 + 16 * pictures.length)
  head.writeUInt16LE(1, 2)
  head.writeUInt16LE(pictures.length, 4)
  let offset = head.length
  pictures.forEach(({ size, png }, index) => {
    const entry = 6 + 16 * index
    head.writeUInt8(size % 256, entry)
    head.writeUInt8(size % 256, entry + 1)
    head.writeUInt16LE(1, entry + 4)
    head.writeUInt16LE(32, entry + 6)
    head.writeUInt32LE(png.length, entry + 8)
    head.writeUInt32LE(offset, entry + 12)
    offset += png.length
  })
  return Buffer.concat([head, ...pictures.map(({ png }) => png)])
}

/** An .icns file: blocks of a type, a length that counts its own eight bytes, and a PNG. */
function macIcon(blocks) {
  const block = (type, data) => {
    const head = Buffer.alloc(8)
    head.write(type, 'latin1')
    head.writeUInt32BE(data.length + 8, 4)
    return Buffer.concat([head, data])
  }
  return block('icns', Buffer.concat(blocks.map(({ type, png }) => block(type, png))))
}

await runMain(() => {
  const folder = path.join(root, 'resources/icons')
  const drawn = new Map(sizes.map((size) => [size, draw(size)]))
  const write = (name, data) => fs.writeFileSync(path.join(folder, name), data)
  fs.mkdirSync(folder, { recursive: true })
  for (const [size, png] of drawn) write(`${size}x${size}.png`, png)
  write('icon.ico', windowsIcon(windowsSizes.map((size) => ({ size, png: drawn.get(size) }))))
  write('icon.icns', macIcon(macTypes.map(([type, size]) => ({ type, png: drawn.get(size) }))))
})
