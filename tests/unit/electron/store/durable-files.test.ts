import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import {
  realFiles,
  renameTemporary,
  writeTemporary,
  writeWhole,
} from '../../../../electron/services/store/durable-files.ts'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'leeslamp-files-'))
})
afterEach(() => rmSync(folder, { recursive: true }))

describe('durable files', () => {
  it('write everything, however little the system takes at a time', () => {
    const path = join(folder, 'a')
    const descriptor = realFiles.create(path)
    const slow: typeof realFiles = {
      ...realFiles,
      write: (target, bytes, position) => realFiles.write(target, bytes.subarray(0, 3), position),
    }
    writeWhole(slow, descriptor, Buffer.from('een hele zin'), 0)
    writeWhole(slow, descriptor, Buffer.from('kleine'), 4)
    realFiles.close(descriptor)
    expect(readFileSync(path, 'utf8')).toBe('een kleinein')
  })

  it('take a write of nothing for a full disk', () => {
    const full = { ...realFiles, write: () => 0 }
    expect(() => writeWhole(full, 0, Buffer.from('x'), 0)).toThrow(
      expect.objectContaining({ code: 'ENOSPC' }),
    )
  })

  it('leave the old file as it was when the new one cannot be written', () => {
    writeFileSync(join(folder, 'a'), 'old')
    const full = { ...realFiles, write: () => 0 }
    expect(() => writeTemporary(full, folder, 'a', Buffer.from('new'))).toThrow()
    expect(readdirSync(folder)).toEqual(['a'])
    writeTemporary(realFiles, folder, 'a', Buffer.from('new'))
    expect(readFileSync(join(folder, 'a'), 'utf8')).toBe('old')
    renameTemporary(realFiles, folder, 'a')
    realFiles.syncFolder(folder)
    expect(readFileSync(join(folder, 'a'), 'utf8')).toBe('new')
  })

  it('are the same file under a name and a descriptor until the name is another’s', () => {
    const path = join(folder, 'a')
    const descriptor = realFiles.create(path)
    expect(realFiles.identity(path)).toBe(realFiles.identity(descriptor))
    writeFileSync(join(folder, 'b'), '')
    realFiles.rename(join(folder, 'b'), path)
    expect(realFiles.identity(path)).not.toBe(realFiles.identity(descriptor))
    realFiles.close(descriptor)
  })
})
