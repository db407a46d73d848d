import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { createPicturesCalls } from '../../../../electron/services/calls/pictures-calls.ts'
import { aGif } from '../../../fixtures/pictures.ts'

let folder = ''
beforeEach(() => {
  folder = fs.mkdtempSync(path.join(os.tmpdir(), 'leeslamp-pictures-'))
})
afterEach(() => {
  fs.rmSync(folder, { recursive: true })
})

const bytes = aGif(80, 60)

function theCalls(file: string | null, found: Uint8Array | null = bytes) {
  const asked: string[] = []
  const calls = createPicturesCalls({
    picture: () => Promise.resolve(found),
    askWhereToSavePicture: (name, kind) => {
      asked.push(`${name}.${kind}`)
      return Promise.resolve(file)
    },
    copyPictureAt: (x, y) => asked.push(`copy ${String(x)} ${String(y)}`),
  })
  return { calls, asked }
}

describe('saving a picture', () => {
  it('writes its very bytes, and proposes an ending that fits them', async () => {
    const file = path.join(folder, 'kraan.gif')
    const { calls, asked } = theCalls(file)
    expect(await calls.save('a'.repeat(64), 'kraan')).toEqual({ ok: true, file })
    expect(asked).toEqual(['kraan.gif'])
    expect(fs.readFileSync(file)).toEqual(bytes)
    expect(fs.readdirSync(folder)).toEqual(['kraan.gif'])
  })

  it('writes nothing when the reader changes their mind, or the picture is gone', async () => {
    expect(await theCalls(null).calls.save('a'.repeat(64), 'kraan')).toEqual({
      ...{ ok: false, reason: 'cancelled' },
    })
    for (const gone of [null, Buffer.from('no picture')]) {
      const { calls, asked } = theCalls(path.join(folder, 'kraan.gif'), gone)
      expect(await calls.save('a'.repeat(64), 'kraan')).toEqual({ ok: false, reason: 'failed' })
      expect(asked).toEqual([])
    }
    expect(fs.readdirSync(folder)).toEqual([])
  })
})

describe('copying a picture', () => {
  it('is done where the page shows it', async () => {
    const { calls, asked } = theCalls(null)
    await calls.copyAt(12.5, 7)
    expect(asked).toEqual(['copy 12.5 7'])
  })
})
