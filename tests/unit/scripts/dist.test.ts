import { spawn, spawnSync } from 'node:child_process'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { beforeEach, describe, expect, it } from 'vitest'

const scripts = path.join(import.meta.dirname, '../../../scripts')
const importOf = (name: string, file: string) =>
  `import { ${name} } from ${JSON.stringify(pathToFileURL(path.join(scripts, file)).href)}`
/** The tools that are tried here are those of Linux. */
const isLinux = process.platform === 'linux'
let folder = ''

beforeEach(() => {
  folder = fs.mkdtempSync(path.join(os.tmpdir(), 'leeslamp-dist-'))
  return () => {
    fs.rmSync(folder, { recursive: true, force: true })
  }
})

function node(args: readonly string[], env: NodeJS.ProcessEnv = {}) {
  const { status, stderr } = spawnSync(process.execPath, args, {
    encoding: 'utf8',
    env: { ...process.env, ...env },
  })
  return { status, lines: stderr.trim().split('\n') }
}

const dist = (args: readonly string[], env: NodeJS.ProcessEnv = {}) =>
  node([path.join(scripts, 'dist.mjs'), '--out', path.join(folder, 'dist'), ...args], env)

/** What a run of `makeWhole` says whose work is this code. */
const whole = (work: string, around = '') =>
  `${importOf('makeWhole', 'dist/work-folder.mjs')}
   ${importOf('runMain', 'steps.mjs')}
   import fs from 'node:fs'
   ${around}
   await runMain(() => makeWhole(${JSON.stringify(path.join(folder, 'dist'))}, async (work) => { ${work} }))`

const inline = (code: string) => ['--input-type=module', '-e', code]

describe.runIf(isLinux)('npm run dist', () => {
  it('says in one line that the official Electron is missing, before anything is fetched or made', () => {
    const { status, lines } = dist(['--target', 'tar.gz'], { ELECTRON_EXEC_PATH: '/no/electron' })
    expect(status).toBe(1)
    expect(lines).toHaveLength(1)
    expect(lines[0]).toMatch(/official Electron is not here, nothing was made/)
    expect(fs.readdirSync(folder)).toEqual([])
  })

  it('says in one line which tools are missing and how to get them', () => {
    const { status, lines } = dist(['--target', 'deb,rpm'], { PATH: folder })
    expect(status).toBe(1)
    expect(lines).toEqual([
      'leeslamp: dpkg-deb, rpmbuild, rpm2cpio, cpio missing, nothing was made. Install it with: sudo apt-get install dpkg rpm rpm2cpio cpio',
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
})

describe.runIf(isLinux)('a folder that is made whole', () => {
  const older = () => {
    fs.mkdirSync(path.join(folder, 'dist'))
    fs.writeFileSync(path.join(folder, 'dist/older.deb'), 'older')
  }

  it('takes the place of the older one', () => {
    older()
    const { status } = node(inline(whole("fs.writeFileSync(work.result + '/new.deb', 'new')")))
    expect(status).toBe(0)
    expect(fs.readdirSync(path.join(folder, 'dist'))).toEqual(['new.deb'])
    expect(fs.readdirSync(folder)).toEqual(['dist'])
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
    expect(fs.readdirSync(path.join(folder, 'dist'))).toEqual(['older.deb'])
    expect(fs.readdirSync(folder)).toEqual(['dist'])
  })

  it('says the same when it was a tool that met the full disk', () => {
    const { status, lines } = node(
      inline(whole("await work.must('sh failed', 'sh', ['-c', 'cat /etc/passwd > /dev/full'])")),
    )
    expect(status).toBe(1)
    expect(lines).toEqual([expect.stringMatching(/^leeslamp: the disk is full/)])
    expect(fs.readdirSync(folder)).toEqual([])
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
    expect(fs.readdirSync(path.join(folder, 'dist'))).toEqual(['older.deb'])
    expect(fs.readdirSync(folder)).toEqual(['dist'])
  })
})

it.runIf(isLinux)('lists the sums of all files by name, as sha256sum reads them', () => {
  for (const name of ['b.txt', 'a.txt']) fs.writeFileSync(path.join(folder, name), name)
  node(
    inline(
      `${importOf('finishRelease', 'dist/finish-release.mjs')}
       await finishRelease(${JSON.stringify(folder)})`,
    ),
  )
  const list = fs.readFileSync(path.join(folder, 'SHA256SUMS'), 'utf8')
  expect(list).toMatch(
    /^\S{64} {2}CONTENTS\.json\n[0-9a-f]{64} {2}a\.txt\n[0-9a-f]{64} {2}b\.txt\n$/,
  )
  const check = () => spawnSync('sha256sum', ['--check', '--quiet', 'SHA256SUMS'], { cwd: folder })
  expect(check().status).toBe(0)
  fs.appendFileSync(path.join(folder, 'b.txt'), '!')
  expect(check().status).not.toBe(0)
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

describe.runIf(isLinux)('the launcher', () => {
  /** What it says in a tree with a program that tells its arguments, started by an ordinary user. */
  function launch(args: readonly string[], settings: Record<string, string>, mode: number) {
    fs.chmodSync(folder, 0o755)
    const lib = path.join(folder, 'lib/leeslamp')
    fs.mkdirSync(path.join(folder, 'bin'))
    fs.mkdirSync(lib, { recursive: true })
    const launcher = path.join(folder, 'bin/leeslamp')
    const text = fs.readFileSync(path.join(scripts, '../resources/linux/leeslamp.sh'), 'utf8')
    fs.writeFileSync(launcher, text.replace('/proc/sys', path.join(folder, 'sys')))
    fs.chmodSync(launcher, 0o755)
    fs.writeFileSync(path.join(lib, 'leeslamp'), '#!/bin/sh\necho "$@"\n', { mode: 0o755 })
    fs.writeFileSync(path.join(lib, 'chrome-sandbox'), '')
    fs.chmodSync(path.join(lib, 'chrome-sandbox'), mode)
    for (const [name, value] of Object.entries(settings)) {
      fs.mkdirSync(path.dirname(path.join(folder, 'sys', name)), { recursive: true })
      fs.writeFileSync(path.join(folder, 'sys', name), `${value}\n`)
    }
    const ordinary = process.getuid?.() === 0 ? { uid: 65534, gid: 65534 } : {}
    return spawnSync(launcher, args, {
      ...ordinary,
      encoding: 'utf8',
    })
  }

  it('starts the program with what it was given, and adds nothing', () => {
    expect(launch(['--lang=en', 'a b.editie'], {}, 0o755).stdout).toBe('--lang=en a b.editie\n')
  })

  it('tells Chromium that the command for editions needs no display', () => {
    expect(launch(['edition', 'lint', '--help'], {}, 0o755).stdout).toBe(
      '--ozone-platform=headless --disable-gpu --log-level=3 -- edition lint --help\n',
    )
  })

  it.each([
    ['kernel/unprivileged_userns_clone', '0'],
    ['user/max_user_namespaces', '0'],
    ['kernel/apparmor_restrict_unprivileged_userns', '1'],
  ])('says in one sentence what to do where %s is %s', (name, value) => {
    const { status, stdout, stderr } = launch([], { [name]: value }, 0o755)
    expect(status).toBe(1)
    expect(stdout).toBe('')
    expect(stderr).toMatch(/^leeslamp: this system .*install the deb or rpm package.*\n$/)
    expect(stderr).toContain(`${name.replace('/', '.')}=`)
  })

  it('starts there all the same when root has blessed the helper of the sandbox', () => {
    expect(launch(['x'], { 'user/max_user_namespaces': '0' }, 0o4755).stdout).toBe('x\n')
  })

  it('does not start as root', () => {
    fs.writeFileSync(path.join(folder, 'id'), '#!/bin/sh\necho 0\n', { mode: 0o755 })
    const launcher = path.join(scripts, '../resources/linux/leeslamp.sh')
    const { status, stderr } = spawnSync('sh', [launcher], {
      encoding: 'utf8',
      env: { PATH: `${folder}:${process.env.PATH ?? ''}` },
    })
    expect(status).toBe(1)
    expect(stderr).toMatch(/^leeslamp: Leeslamp does not run as root.*\n$/)
  })
})
