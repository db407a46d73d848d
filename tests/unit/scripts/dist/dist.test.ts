import { spawn, spawnSync } from 'node:child_process'
import fs from 'node:fs'
import { createRequire } from 'node:module'
import os from 'node:os'
import path from 'node:path'
import { beforeEach, describe, expect, it } from 'vitest'
import { skipBesideLinux } from '../../skip-without.ts'
import { freshFolder, importOf, inline, node, scripts } from './run-node.ts'

const folder = freshFolder()

const dist = (args: readonly string[], env: NodeJS.ProcessEnv = {}) =>
  node([path.join(scripts, 'dist.mjs'), '--out', path.join(folder(), 'dist'), ...args], env)

describe('npm run dist', () => {
  beforeEach(skipBesideLinux)

  it('takes no Electron that is named for the official one, whatever lies beside it', () => {
    const { version } = createRequire(import.meta.url)('electron/package.json') as {
      version: string
    }
    const named = fs.mkdtempSync(path.join(os.tmpdir(), 'leeslamp-named-'))
    const file = path.join(named, 'electron')
    fs.writeFileSync(file, '#!/bin/sh\nexit 0\n', { mode: 0o755 })
    fs.writeFileSync(path.join(named, 'version'), version)
    const { status, lines } = dist(['--target', 'tar.gz'], { ELECTRON_EXEC_PATH: file })
    fs.rmSync(named, { recursive: true })
    expect(status).toBe(1)
    expect(lines).toEqual([
      expect.stringMatching(
        /^leeslamp: nothing shows that .* is the official one, nothing was made/u,
      ),
    ])
    expect(fs.readdirSync(folder())).toEqual([])
  })

  it('says in one line which tools are missing and how to get them', () => {
    const { status, lines } = dist(['--target', 'deb,rpm'], { PATH: folder() })
    expect(status).toBe(1)
    expect(lines).toEqual([
      'leeslamp: dpkg-deb, rpmbuild, rpm2cpio, cpio missing, nothing was made. Install it with: sudo apt-get install dpkg rpm rpm2cpio cpio',
    ])
  })

  it('looks for what signs, and tries it, before anything is fetched or made', () => {
    const env = { LEESLAMP_GPG_KEY: '/no/key', LEESLAMP_MINISIGN_KEY: '/no/key' }
    expect(dist(['--target', 'rpm'], { ...env, PATH: folder() }).lines).toEqual([
      'leeslamp: rpmbuild, rpm2cpio, cpio, gpg, gpgconf, minisign, rpmsign missing, nothing was made. Install it with: sudo apt-get install rpm rpm2cpio cpio gnupg minisign',
    ])
    expect(dist(['--target', 'tar.gz'], env).lines).toEqual([
      'leeslamp: the file that LEESLAMP_GPG_KEY names cannot be read; nothing was signed and nothing was kept.',
    ])
  })

  it('names the targets that there are when it is asked for another', () => {
    const { status, lines } = dist(['--target', 'snap'])
    expect(status).toBe(1)
    expect(lines).toEqual([expect.stringMatching(/^leeslamp: snap cannot be made on this system/)])
  })

  it('says in one line that an option is none', () => {
    const { status, lines } = dist(['--no-sandbox'])
    expect(status).toBe(1)
    expect(lines).toHaveLength(1)
  })

  it('says what it can be asked for, and makes nothing', () => {
    const asked = spawnSync(process.execPath, [path.join(scripts, 'dist.mjs'), '--help'], {
      encoding: 'utf8',
    })
    expect(asked).toMatchObject({ status: 0, stderr: '' })
    for (const option of ['target', 'organisation', 'out', 'quick', 'allow-development-runtime'])
      expect(asked.stdout).toContain(`--${option}`)
    expect(fs.readdirSync(folder())).toEqual([])
  })

  it('never takes the place of what it did not make', () => {
    const out = path.join(folder(), 'dist')
    fs.mkdirSync(out)
    fs.writeFileSync(path.join(out, 'notes.txt'), 'mine')
    const { status, lines } = dist(['--allow-development-runtime'])
    expect(status).toBe(1)
    expect(lines).toEqual([
      `leeslamp: ${out} holds what no build made (notes.txt); nothing was made. Name another folder with --out.`,
    ])
    expect(fs.readdirSync(out)).toEqual(['notes.txt'])
  })

  it('says in one line that another one is at work', () => {
    const { status, lines } = node(
      inline(
        `${importOf('alone', 'dist/lock.mjs')}
         import { spawnSync } from 'node:child_process'
         await alone(() => {
           const other = spawnSync(process.execPath, ${JSON.stringify([path.join(scripts, 'dist.mjs'), '--target', 'tar.gz'])}, { stdio: 'inherit' })
           process.exitCode = other.status
         })`,
      ),
    )
    expect(status).toBe(1)
    expect(lines).toEqual([
      'leeslamp: installers are being made in this checkout already, nothing was made. Wait until that is done.',
    ])
  })

  it('can be started again after one that was killed', async () => {
    const code = `${importOf('alone', 'dist/lock.mjs')}
      await alone(() => { console.log('on it'); return new Promise(() => setInterval(() => 0, 1000)) })`
    const child = spawn(process.execPath, inline(code), { stdio: ['ignore', 'pipe', 'ignore'] })
    await new Promise((resolve) => child.stdout.once('data', resolve))
    child.kill('SIGKILL')
    await new Promise((resolve) => child.once('exit', resolve))
    const { lines } = dist(['--target', 'tar.gz'], { ELECTRON_EXEC_PATH: '/no/electron' })
    expect(lines).toEqual([expect.stringMatching(/nothing shows that .* is the official one/u)])
  })
})

it('takes the moment of all files from SOURCE_DATE_EPOCH, and refuses one that is no number', () => {
  const asked = (value: string) =>
    node(
      inline(
        `${importOf('sourceDate', 'dist/source-date.mjs')}
         ${importOf('runMain', 'steps.mjs')}
         await runMain(() => { console.error(sourceDate()) })`,
      ),
      { SOURCE_DATE_EPOCH: value },
    )
  expect(asked('1700000000').lines).toEqual(['1700000000'])
  expect(asked('yesterday')).toMatchObject({ status: 1 })
})
