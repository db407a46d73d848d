// The store's folder, or the permission to use it, is taken away: before the store is opened and while it is open.
import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeEach, describe, expect, it } from 'vitest'
import { openReaderDataStore } from '../../../../electron/services/reader-data/reader-data-store.ts'
import { realFiles } from '../../../../electron/services/store/durable-files.ts'
import type { AccessReport } from './access-worker.ts'
import { skipBesideLinux } from '../../skip-without.ts'
import { runOnSmallDisk } from './small-disk.ts'
import { program } from '../../program.ts'

beforeEach(skipBesideLinux)

const worker = program('access-worker')

function tryCase(name: string, mode = ''): AccessReport {
  if (name.startsWith('mounted')) {
    return parse(runOnSmallDisk({ kilobytes: 512 }, [worker], [name, mode]))
  }
  const place = mkdtempSync(join(tmpdir(), 'leeslamp-access-'))
  try {
    const run = spawnSync(process.execPath, [worker, place, name, mode], { encoding: 'utf8' })
    if (run.status !== 0) throw new Error(run.stderr)
    return parse(run.stdout)
  } finally {
    rmSync(place, { recursive: true, force: true })
  }
}

function parse(output: string): AccessReport {
  return JSON.parse(output) as AccessReport
}

const readOnly = { ok: false, reason: 'read-only' }
const failed = { ok: false, reason: 'failed' }

describe('a store whose folder cannot be written in', () => {
  it.each([
    ['folder without permission to write', 'read-only-folder', 2],
    ['mounted read-only', 'read-only-folder', 2],
    ['folder without any permission', 'no-permission', 0],
    ['folder that is not there', 'folder-missing', 0],
  ])('opens read-only: %s', (name, finding, entries) => {
    const report = tryCase(name)
    expect(report).toMatchObject({ access: 'read-only', entries, write: readOnly })
    expect(report.findings).toContain(finding)
  })

  it('opens read-only with what an older snapshot and the journals hold, when one may not be read', () => {
    const report = tryCase('snapshot without permission to read')
    expect(report).toMatchObject({ access: 'read-only', entries: 2, write: readOnly })
    expect(report.findings).toContain('no-permission')
  })

  it('goes on once it can be written in again, without a restart', () => {
    for (const name of ['mounted read-only while open', 'permission lost while open']) {
      const report = tryCase(name)
      expect(report).toMatchObject({ access: 'writable', entries: 2, write: readOnly })
      expect(report.writeAfterwards).toEqual({ ok: true })
    }
  })

  it.each(['folder removed while open', 'folder moved while open'])('says so: %s', (name) => {
    const report = tryCase(name)
    expect(report).toMatchObject({ access: 'read-only', entries: 2, write: failed })
    expect(report.findings).toContain('folder-missing')
    expect(report.isFolderThere).toBe(false)
  })

  it('twin that does not look whether its folder is still there: acknowledges what is gone', () => {
    const place = mkdtempSync(join(tmpdir(), 'leeslamp-access-'))
    const folder = join(place, 'store')
    const files = { ...realFiles, identity: () => 'the same' }
    const store = openReaderDataStore({ folder, files })
    store.put('note:1', 'een')
    rmSync(place, { recursive: true })
    expect(store.put('note:2', 'twee')).toEqual({ ok: true })
  })

  it.each([
    'folder without permission to write',
    'folder without any permission',
    'mounted read-only',
    'mounted read-only while open',
    'permission lost while open',
  ])('twin in which nothing is taken away: %s', (name) => {
    expect(tryCase(name, 'powerful')).toMatchObject({ access: 'writable', write: { ok: true } })
  })
})
