// Real files; those of Linux under /proc say that they are empty and have text all the same, as a file that grows meanwhile.
import { execFileSync } from 'node:child_process'
import fs from 'node:fs'
import path from 'node:path'
import { describe, expect, it, vi } from 'vitest'
import { readWholeFile } from '../../../../electron/services/documents/read-whole-file.ts'
import { skipBesideLinux } from '../../skip-without.ts'
import { aStorePlace } from '../a-store.ts'

const place = aStorePlace()

/** A file in the place with so many bytes. */
function written(bytes: number): string {
  const file = place.file('een.txt')
  fs.mkdirSync(path.dirname(file), { recursive: true })
  fs.writeFileSync(file, Buffer.alloc(bytes, 'a'))
  return file
}

describe('all of a file', () => {
  it.each([0, 1, 99, 100])('comes when it has %i bytes and 100 are allowed', async (bytes) => {
    const read = await readWholeFile(written(bytes), 100)
    expect(read).toEqual({ ok: true, value: Buffer.alloc(bytes, 'a') })
  })

  it('does not come when it has more', async () => {
    const refused = { ok: false, reason: 'file-too-large' }
    expect(await readWholeFile(written(101), 100)).toEqual(refused)
  })

  it('does not come when it is not there, or is no file', async () => {
    const { file } = place
    expect(await readWholeFile(file('weg.txt'), 100)).toEqual({ ok: false, reason: 'not-found' })
    const folder = path.dirname(written(1))
    expect(await readWholeFile(folder, 100)).toEqual({ ok: false, reason: 'not-permitted' })
  })

  it('does not come from a device or a pipe, and is not waited for', async (context) => {
    skipBesideLinux(context)
    const pipe = place.file('pijp.txt')
    fs.mkdirSync(path.dirname(pipe), { recursive: true })
    execFileSync('mkfifo', [pipe])
    for (const file of ['/dev/zero', '/dev/null', pipe])
      expect(await readWholeFile(file, 100), file).toEqual({ ok: false, reason: 'not-permitted' })
  })

  it('does not come when the file became a device just before it was opened', async (context) => {
    skipBesideLinux(context)
    const file = written(1)
    const found = await fs.promises.stat(file)
    vi.spyOn(fs.promises, 'stat').mockResolvedValue(found)
    expect(await readWholeFile('/dev/zero', 100)).toEqual({ ok: false, reason: 'not-permitted' })
    vi.restoreAllMocks()
  })

  it('comes also when it has more than it said', async (context) => {
    skipBesideLinux(context)
    const grows = '/proc/cpuinfo'
    expect(fs.statSync(grows).size).toBe(0)
    const read = await readWholeFile(grows, 10_000_000)
    expect(read.ok && read.value.length).toBeGreaterThan(100)
    const refused = { ok: false, reason: 'file-too-large' }
    expect(await readWholeFile(grows, 100)).toEqual(refused)
  })
})
