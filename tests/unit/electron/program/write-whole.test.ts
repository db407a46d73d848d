import fs from 'node:fs/promises'
import path from 'node:path'
import { afterEach, expect, it, vi } from 'vitest'
import { partOf, writeWhole } from '../../../../electron/services/program/write-whole.ts'
import { aStorePlace } from '../a-store.ts'

const place = aStorePlace()
afterEach(() => {
  vi.restoreAllMocks()
})

it('has all of an export on the disk before it takes the place of an older file', async () => {
  const file = place.file('kranten.md')
  await fs.writeFile(file, 'ouder')
  const steps: string[] = []
  const open = fs.open
  vi.spyOn(fs, 'open').mockImplementation(async (...given) => {
    const handle = await open(...given)
    for (const name of ['writeFile', 'sync', 'close'] as const) {
      const own = handle[name].bind(handle) as (...all: unknown[]) => Promise<void>
      handle[name] = (async (...all: unknown[]) => {
        await own(...all)
        steps.push(name)
      }) as never
    }
    return handle
  })
  const rename = fs.rename
  vi.spyOn(fs, 'rename').mockImplementation(async (...given) => {
    expect(await fs.readFile(file, 'utf8')).toBe('ouder')
    await rename(...given)
    steps.push('rename')
  })
  expect(await writeWhole(file, 'nieuwer')).toEqual({ ok: true, file })
  expect(steps).toEqual(['writeFile', 'sync', 'close', 'rename'])
  expect(await fs.readFile(file, 'utf8')).toBe('nieuwer')
})

it('leaves the older file, and nothing beside it, when it is ended or cannot be written', async () => {
  const file = place.file('kranten.md')
  await fs.writeFile(file, 'ouder')
  expect(await writeWhole(file, 'nieuwer', AbortSignal.abort())).toEqual({
    ok: false,
    reason: 'cancelled',
  })
  vi.spyOn(fs, 'rename').mockRejectedValue(Object.assign(new Error('full'), { code: 'ENOSPC' }))
  expect(await writeWhole(file, 'nieuwer')).toEqual({ ok: false, reason: 'disk-full' })
  expect(await fs.readFile(file, 'utf8')).toBe('ouder')
  expect(await fs.readdir(path.dirname(partOf(file)))).toEqual(['kranten.md'])
})
