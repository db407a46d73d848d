// The screen as a measuring instrument: an X server whose pictures lie in a file, so that the bench sees what the reader
// would see, when they would see it, without a word from the program.
import { spawn } from 'node:child_process'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { clock } from './clock.ts'

const size = { width: 1600, height: 1200 }
const bytesPerPixel = 4

/** A part of the screen, in pixels. */
export interface Region {
  readonly left: number
  readonly top: number
  readonly width: number
  readonly height: number
}

/** What stood in a region from `time` (ms) on. */
export interface Picture {
  readonly time: number
  readonly pixels: Buffer
}

export interface Screen {
  readonly display: string
  /** The region as it is now: its rows over the whole width of the screen, four bytes a pixel (blue, green, red, unused). */
  read(region: Region): Buffer
  stop(): Promise<void>
}

/** Starts an X server of its own; it picks a free display number itself. */
export function startScreen(): Promise<Screen> {
  const memory = fs.existsSync('/dev/shm') ? '/dev/shm' : os.tmpdir()
  const folder = fs.mkdtempSync(path.join(memory, 'leeslamp-screen-'))
  const screen = `${String(size.width)}x${String(size.height)}x24`
  const own = ['-displayfd', '3', '-screen', '0', screen, '-fbdir', folder]
  const server = spawn('Xvfb', [...own, '-ac', '-noreset', '-nolisten', 'tcp'], {
    stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
  })
  const gone = new Promise<void>((resolve) => {
    server.once('exit', () => {
      resolve()
    })
  })
  const remove = (): void => {
    server.kill('SIGTERM')
    fs.rmSync(folder, { recursive: true, force: true })
  }
  process.once('exit', remove)
  return new Promise((resolve, reject) => {
    server.once('error', reject)
    server.once('exit', (code) => {
      reject(new Error(`the X server stopped with code ${String(code)}`))
    })
    server.stdio[3]?.once('data', (data: Buffer) => {
      const file = fs.openSync(path.join(folder, 'Xvfb_screen0'), 'r')
      const { start, stride } = readHeader(file)
      resolve({
        display: `:${data.toString().trim()}`,
        read({ top, height }) {
          const rows = Buffer.allocUnsafe(height * stride)
          fs.readSync(file, rows, 0, rows.length, start + top * stride)
          return rows
        },
        async stop() {
          server.kill('SIGTERM')
          await gone
          remove()
        },
      })
    })
  })
}

/** The file is an X window dump (X11/XWDFile.h): a header of big-endian numbers, a colour map, then the rows. */
function readHeader(file: number): { start: number; stride: number } {
  const header = Buffer.alloc(100)
  fs.readSync(file, header, 0, header.length, 0)
  const field = (index: number): number => header.readUInt32BE(index * 4)
  const [headerSize, bitsPerPixel, stride, colours] = [field(0), field(11), field(12), field(19)]
  if (bitsPerPixel !== bytesPerPixel * 8) throw new Error('the screen has an unknown pixel format')
  return { start: headerSize + colours * 12, stride }
}

/**
 * Looks at a region every `period` ms and keeps each picture that differs from the one before, until something has come
 * and nothing has changed for `rest` ms; after `patience` ms in any case.
 */
export async function watchRegion(
  screen: Screen,
  region: Region,
  { period, rest, patience }: { period: number; rest: number; patience: number },
): Promise<readonly Picture[]> {
  const start = clock()
  const pictures: Picture[] = [{ time: start, pixels: screen.read(region) }]
  let time = start
  let changed = start
  while (time < start + patience && (pictures.length === 1 || time < changed + rest)) {
    await wait(period)
    time = clock()
    const pixels = screen.read(region)
    if (pictures.at(-1)?.pixels.equals(pixels) === true) continue
    pictures.push({ time, pixels })
    changed = time
  }
  return pictures
}

/** Where the text of a region stands: the pixels that differ clearly from the colour most of the region has. */
function inkOf(pixels: Buffer, region: Region): readonly number[] {
  const stride = pixels.length / region.height
  const greens: number[] = []
  const places: number[] = []
  for (let row = 0; row < region.height; row++) {
    for (let column = region.left; column < region.left + region.width; column++) {
      const place = row * stride + column * bytesPerPixel
      places.push(place)
      greens.push(pixels[place + 1] ?? 0)
    }
  }
  const ground = greens.toSorted((a, b) => a - b)[Math.floor(greens.length / 2)] ?? 0
  return places.filter((_place, index) => Math.abs((greens[index] ?? 0) - ground) > 64)
}

/**
 * When the text that stands in the region at the end was first all but complete there, in ms.
 * @throws Error when there is no text in the region at the end
 */
export function readableSince(pictures: readonly Picture[], region: Region): number {
  const last = pictures.at(-1)
  if (last === undefined) throw new Error('nothing was seen')
  const ink = inkOf(last.pixels, region)
  if (ink.length < 200) throw new Error(`no text was seen: ${String(ink.length)} pixels of it`)
  const complete = pictures.find(({ pixels }) => {
    const there = ink.filter((place) => pixels[place + 1] === last.pixels[place + 1])
    return there.length >= ink.length * 0.9
  })
  return complete?.time ?? last.time
}
