// What the command says, and to whom: pipes that close, full disks, names made to mislead, and somebody who stops it.
import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { onePixel, packageParts } from '../../../fixtures/a-package.ts'
import { makeZip } from '../../../fixtures/hostile/make-zip.ts'
import { runOnSmallDisk } from '../faults/small-disk.ts'
import { quiet, runEdition, tool } from './run-edition.ts'
import { bounds } from '../../../bounds.ts'

let folder: string
beforeEach(() => {
  folder = fs.mkdtempSync(path.join(os.tmpdir(), 'output-'))
})
afterEach(() => fs.rmSync(folder, { recursive: true }))

function write(name: string, content: string | Buffer): string {
  const file = path.join(folder, name)
  fs.writeFileSync(file, content)
  return file
}

const item = '*In de haven van de stad staat een kraan die niemand meer gebruikt. SCMP\n'
const digest = `Weekblad. De haven\n\nHavens in de kou\n\n${item}`

/** Runs a verb with its output on a disk of 64 KB, which is full but for so much; gives what it said and left there. */
function onFullDisk(free: number, args: readonly string[]) {
  const script = `
    const { spawnSync } = require('node:child_process')
    const fs = require('node:fs')
    const [disk, tool, free, ...args] = process.argv.slice(1)
    fs.writeFileSync(disk + '/rest', Buffer.alloc(64 * 1024 - Number(free)))
    const out = fs.openSync(disk + '/out', 'w')
    const placed = args.map((arg) => arg.replace('DISK', disk))
    const ended = spawnSync(process.execPath, [tool, ...placed], { stdio: ['ignore', out, 'pipe'], encoding: 'utf8' })
    const left = fs.readdirSync(disk).sort()
    process.stdout.write(JSON.stringify({ code: ended.status, error: ended.stderr, left }))`
  const program = ['--disable-warning=ExperimentalWarning', '-e', script]
  // runOnSmallDisk names the disk after the program, and before the rest.
  const said = runOnSmallDisk({ kilobytes: 64 }, program, [tool, String(free), ...args])
  return JSON.parse(said) as { code: number; error: string; left: string[] }
}

describe('the output of the edition command', () => {
  it.each([['--help'], ['parse']])('ends quietly when nobody reads it: %s', (verb) => {
    const args = verb === 'parse' ? ['parse', write('a.txt', digest + item.repeat(4_000))] : [verb]
    const quoted = [process.execPath, tool, ...args].map((part) => `'${part}'`).join(' ')
    // The reader is gone long before Node has started, so that every write fails.
    const script = `{ ${quoted}; echo "ended with $?" >&2; } | true`
    const { stdout, stderr } = spawnSync('sh', ['-c', script], { encoding: 'utf8', env: quiet })
    expect({ stdout, stderr }).toEqual({ stdout: '', stderr: 'ended with 0\n' })
  })

  it('ends quietly when nobody reads on', () => {
    const args = ['parse', write('a.txt', digest + item.repeat(4_000))]
    const quoted = [process.execPath, tool, ...args].map((part) => `'${part}'`).join(' ')
    const ended = spawnSync('sh', ['-c', `${quoted} | head -1`], { encoding: 'utf8', env: quiet })
    expect(ended).toMatchObject({ stderr: '', stdout: '{\n' })
  })

  it.each([
    ['nothing', 0],
    ['only a part', 4_096],
  ])('fails with one line when the disk takes %s of it', (_name, free) => {
    const file = write('a.txt', digest + item.repeat(400))
    const { code, error } = onFullDisk(free, ['parse', file])
    expect(code).toBe(1)
    expect(error).toMatch(/^standard output cannot be written \(ENOSPC\)\n$/u)
  })

  it('names what a full disk does not take, and leaves nothing of it', () => {
    const text = write('a-2026-11.txt', digest + item.repeat(400))
    const built = onFullDisk(4_096, ['build', text, '--publisher', 'x', '-o', 'DISK/a.editie'])
    expect(built).toMatchObject({ code: 1, left: ['out', 'rest'] })
    expect(built.error).toMatch(/^\S+\/a\.editie cannot be written: the disk is full\n$/u)
    const packed = path.join(folder, 'a.editie')
    runEdition('build', text, '--publisher', 'x', '-o', packed)
    const unpacked = onFullDisk(4_096, ['unpack', packed, 'DISK/los'])
    expect(unpacked).toMatchObject({ code: 1, left: ['out', 'rest'] })
    expect(unpacked.error).toMatch(/^edition\.json cannot be written into \S+\/los \(ENOSPC\)\n$/u)
  })

  it('writes out what a name holds to look like another line', () => {
    const named = write('a\nb\u001B[31m\u202Etxt.exe.txt', '')
    const { error } = runEdition('parse', named)
    expect(error).toBe(`${folder}/a\\nb\\u{1b}[31m\\u{202e}txt.exe.txt is empty\n`)
  })
})

describe('edition unpack, when it is stopped', () => {
  it.each(['SIGINT', 'SIGTERM'] as const)('leaves nothing after %s', async (signal) => {
    const bytes = Buffer.concat([onePixel, Buffer.alloc(8 * 1024 * 1024)])
    const more = Array.from({ length: 10 }, (_none, at) => ({ path: `images/${at}.png`, bytes }))
    const file = write('x.editie', makeZip(packageParts({ more })))
    const child = spawn(process.execPath, [tool, 'unpack', file, path.join(folder, 'los')], {
      env: quiet,
      stdio: 'ignore',
    })
    const ended = once(child, 'exit')
    while (
      child.exitCode === null &&
      !fs.readdirSync(folder).some((name) => name.includes('partial'))
    )
      await setTimeout(bounds.look)
    child.kill(signal)
    expect(await ended).toEqual([null, signal])
    expect(fs.readdirSync(folder)).toEqual(['x.editie'])
  })
})

describe('edition build, when it is stopped', () => {
  /** The disk takes a minute to take the package. */
  const onSlowDisk = `data:text/javascript,
    import fs from 'node:fs/promises'
    const open = fs.open
    fs.open = async (file, ...how) => {
      const handle = await open(file, ...how)
      if (file.endsWith('.part')) handle.sync = () => new Promise((done) => setTimeout(done, 60_000))
      return handle
    }`.replace(/\n\s*/gu, '%0A')

  it.each(['SIGINT', 'SIGTERM'] as const)('leaves nothing after %s', async (signal) => {
    const text = write('a-2026-11.txt', digest)
    const build = ['build', text, '--publisher', 'x', '-o', path.join(folder, 'a.editie')]
    const child = spawn(process.execPath, ['--import', onSlowDisk, tool, ...build], {
      env: quiet,
      stdio: 'ignore',
    })
    const ended = once(child, 'exit')
    while (child.exitCode === null && fs.readdirSync(folder).length === 1)
      await setTimeout(bounds.look)
    child.kill(signal)
    expect(await ended).toEqual([null, signal])
    expect(fs.readdirSync(folder)).toEqual(['a-2026-11.txt'])
  })
})
