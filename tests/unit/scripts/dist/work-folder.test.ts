import { spawn, spawnSync } from 'node:child_process'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { beforeEach, describe, expect, it } from 'vitest'
import { skipBesideLinux } from '../../skip-without.ts'
import { freshFolder, importOf, inline, node } from './run-node.ts'

const folder = freshFolder()
const out = (): string => path.join(folder(), 'dist')

/** What a run of `makeWhole` says whose work is this code. */
const whole = (work: string, around = '') =>
  `${importOf('makeWhole', 'dist/work-folder.mjs')}
   ${importOf('runMain', 'steps.mjs')}
   import fs from 'node:fs'
   ${around}
   await runMain(() => makeWhole(${JSON.stringify(path.join(folder(), 'dist'))}, async (work) => { ${work} }))`

beforeEach(skipBesideLinux)

describe('a folder that is made whole', () => {
  const older = () => {
    fs.mkdirSync(path.join(folder(), 'dist'))
    fs.writeFileSync(path.join(folder(), 'dist/older.deb'), 'older')
    fs.writeFileSync(
      path.join(folder(), 'dist/SHA256SUMS'),
      `${'0'.repeat(64)}  older.deb\n${'0'.repeat(64)}  gone.deb\n`,
    )
  }

  it('takes the place of the older one', () => {
    older()
    const { status } = node(inline(whole("fs.writeFileSync(work.result + '/new.deb', 'new')")))
    expect(status).toBe(0)
    expect(fs.readdirSync(path.join(folder(), 'dist'))).toEqual(['new.deb'])
    expect(fs.readdirSync(folder())).toEqual(['dist'])
  })

  it('leaves the older one and nothing else when the disk is full', () => {
    older()
    const { status, lines } = node(
      inline(
        whole(
          "fs.writeFileSync(work.result + '/new.deb', 'half'); fs.writeFileSync('/dev/full', 'x')",
        ),
      ),
    )
    expect(status).toBe(1)
    expect(lines).toEqual([expect.stringMatching(/^leeslamp: the disk is full/)])
    expect(fs.readdirSync(path.join(folder(), 'dist'))).toEqual(['SHA256SUMS', 'older.deb'])
    expect(fs.readdirSync(folder())).toEqual(['dist'])
  })

  it('says the same when it was a tool that met the full disk', () => {
    const { status, lines } = node(
      inline(whole("await work.must('sh failed', 'sh', ['-c', 'cat /etc/passwd > /dev/full'])")),
    )
    expect(status).toBe(1)
    expect(lines).toEqual([expect.stringMatching(/^leeslamp: the disk is full/)])
    expect(fs.readdirSync(folder())).toEqual([])
  })

  it('leaves nothing half made when it is stopped', async () => {
    older()
    const work = `fs.writeFileSync(work.result + '/new.deb', 'half'); console.log('on it'); await work.must('sleep failed', 'sleep', ['60'])`
    const child = spawn(process.execPath, inline(whole(work)), {
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    const said = new Promise<string>((resolve) => {
      let all = ''
      child.stderr.on('data', (data: Buffer) => (all += data.toString()))
      child.on('close', () => {
        resolve(all)
      })
    })
    await new Promise((resolve) => child.stdout.once('data', resolve))
    child.kill('SIGINT')
    expect(await said).toMatch(/^leeslamp: stopped; .* is as it was\.\n$/)
    expect(child.exitCode).toBe(1)
    expect(fs.readdirSync(path.join(folder(), 'dist'))).toEqual(['SHA256SUMS', 'older.deb'])
    expect(fs.readdirSync(folder())).toEqual(['dist'])
  })

  /** What lies in the way, and what is said of it. */
  const inTheWay: readonly (readonly [string, () => void, string])[] = [
    [
      'a file',
      () => {
        fs.writeFileSync(out(), 'mine')
      },
      'is no folder',
    ],
    [
      'a link to a folder',
      () => {
        fs.symlinkSync(os.tmpdir(), out())
      },
      'is no folder',
    ],
    [
      'a file among those of a build',
      () => {
        older()
        fs.writeFileSync(path.join(out(), 'mine'), '')
      },
      'holds what no build made (mine)',
    ],
    [
      'a folder among them',
      () => {
        older()
        fs.mkdirSync(path.join(out(), 'gone.deb'))
      },
      'holds what no build made (gone.deb)',
    ],
    [
      'a folder that no list is in',
      () => {
        fs.mkdirSync(out())
        fs.writeFileSync(path.join(out(), 'a.deb'), '')
      },
      'holds what no build made (a.deb)',
    ],
  ]
  it.each(inTheWay)('never takes the place of %s', (_what, lay, sentence) => {
    lay()
    const { status, lines } = node(inline(whole("console.error('worked')")))
    expect(status).toBe(1)
    expect(lines).toEqual([expect.stringContaining(sentence)])
  })

  it('looks again before it takes the place', () => {
    const lay = `fs.mkdirSync(${JSON.stringify(path.join(folder(), 'dist/mine'))}, { recursive: true })`
    const { status, lines } = node(inline(whole(lay)))
    expect(status).toBe(1)
    expect(lines).toEqual([expect.stringContaining('holds what no build made (mine)')])
    expect(fs.readdirSync(folder())).toEqual(['dist'])
    expect(fs.readdirSync(out())).toEqual(['mine'])
  })

  it('says in one sentence where it cannot be made', () => {
    fs.writeFileSync(path.join(folder(), 'dist'), '')
    const code = whole('').replace('/dist"', '/dist/below/it"')
    const { status, lines } = node(inline(code))
    expect(status).toBe(1)
    expect(lines).toEqual([
      expect.stringMatching(/^leeslamp: .* cannot be made, nothing was made \(ENOTDIR.*\)\.$/u),
    ])
  })

  it('leaves no folder that it made on the way', () => {
    const code = whole("throw new Error('no')").replace('/dist"', '/a/b/dist"')
    expect(node(inline(code)).status).toBe(1)
    expect(fs.readdirSync(folder())).toEqual([])
  })

  it('puts away what one that was killed left, and nothing that is named otherwise', () => {
    const dead = spawnSync('true').pid
    const kept = [`dist.partial-${String(process.pid)}-aaaaaa`, 'dist.partial-mine']
    for (const name of [`dist.partial-${String(dead)}-aaaaaa`, ...kept])
      fs.mkdirSync(path.join(folder(), name))
    expect(node(inline(whole(''))).status).toBe(0)
    expect(fs.readdirSync(folder())).toEqual(['dist', ...kept])
  })

  describe('gives its tools', () => {
    const secrets = {
      LEESLAMP_GPG_PASSPHRASE: 'een geheime zin',
      LEESLAMP_MINISIGN_KEY: 'untrusted comment: x\nRWRTY0IyGeheimeSleutel',
      CSC_LINK: 'R2VoZWltIGNlcnRpZmljYWF0',
      APPLE_APP_SPECIFIC_PASSWORD: 'abcd-"efgh"',
      NPM_TOKEN: 'npm_geheim',
    }
    it('none of what signs', () => {
      const { lines } = node(
        inline(whole("await work.must('env failed', 'sh', ['-c', 'env; exit 1'])")),
        secrets,
      )
      expect(lines.join('\n')).toContain('PATH=')
      for (const name of Object.keys(secrets).slice(0, 4))
        expect(lines.join('\n')).not.toContain(name)
    })

    it.each([
      ['as it is', (value: string) => value],
      ['as JSON', (value: string) => JSON.stringify(value).slice(1, -1)],
      ['in base 64', (value: string) => Buffer.from(value).toString('base64')],
      ['in an address', encodeURIComponent],
    ])('no way to tell it: one that prints a secret %s', (_how, write) => {
      const printed = Object.values(secrets).map(write)
      const code = whole(
        `await work.must('printf failed', 'sh', ['-c', 'printf "%s\\\\n" "$@"; exit 1', 'sh', ...${JSON.stringify(printed)}])`,
      )
      const said = node(inline(code), secrets).lines.join('\n')
      expect(said.match(/\*\*\*/gu)?.length).toBeGreaterThanOrEqual(5)
      for (const secret of [...printed, 'RWRTY0IyGeheimeSleutel'])
        expect(said).not.toContain(secret)
      // Without the secrets in the environment all of it would be there to read.
      const open = node(inline(code)).lines.join('\n')
      for (const secret of printed) expect(open).toContain(secret)
    })
  })
})

it('lists the sums of all files by name, as sha256sum reads them', () => {
  for (const name of ['b.txt', 'a.txt']) fs.writeFileSync(path.join(folder(), name), name)
  node(
    inline(
      `${importOf('finishRelease', 'dist/finish-release.mjs')}
       await finishRelease(${JSON.stringify(folder())})`,
    ),
  )
  const list = fs.readFileSync(path.join(folder(), 'SHA256SUMS'), 'utf8')
  expect(list).toMatch(
    /^\S{64} {2}CONTENTS\.json\n[0-9a-f]{64} {2}a\.txt\n[0-9a-f]{64} {2}b\.txt\n$/,
  )
  const check = () =>
    spawnSync('sha256sum', ['--check', '--quiet', 'SHA256SUMS'], { cwd: folder() })
  expect(check().status).toBe(0)
  fs.appendFileSync(path.join(folder(), 'b.txt'), '!')
  expect(check().status).not.toBe(0)
})
