import { spawnSync } from 'node:child_process'
import fs from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { freshFolder, scripts } from './run-node.ts'

const folder = freshFolder()

describe.runIf(process.platform === 'linux')('the launcher', () => {
  /** What it says in a tree with a program that tells its arguments, started by an ordinary user. */
  function launch(args: readonly string[], settings: Record<string, string>, mode: number) {
    fs.chmodSync(folder(), 0o755)
    const lib = path.join(folder(), 'lib/leeslamp')
    fs.mkdirSync(path.join(folder(), 'bin'))
    fs.mkdirSync(lib, { recursive: true })
    const launcher = path.join(folder(), 'bin/leeslamp')
    const text = fs.readFileSync(path.join(scripts, '../resources/linux/leeslamp.sh'), 'utf8')
    fs.writeFileSync(launcher, text.replace('/proc/sys', path.join(folder(), 'sys')))
    fs.chmodSync(launcher, 0o755)
    fs.writeFileSync(path.join(lib, 'leeslamp'), '#!/bin/sh\necho "$@"\n', { mode: 0o755 })
    fs.writeFileSync(path.join(lib, 'chrome-sandbox'), '')
    fs.chmodSync(path.join(lib, 'chrome-sandbox'), mode)
    for (const [name, value] of Object.entries(settings)) {
      fs.mkdirSync(path.dirname(path.join(folder(), 'sys', name)), { recursive: true })
      fs.writeFileSync(path.join(folder(), 'sys', name), `${value}\n`)
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
    fs.writeFileSync(path.join(folder(), 'id'), '#!/bin/sh\necho 0\n', { mode: 0o755 })
    const launcher = path.join(scripts, '../resources/linux/leeslamp.sh')
    const { status, stderr } = spawnSync('sh', [launcher], {
      encoding: 'utf8',
      env: { PATH: `${folder()}:${process.env.PATH ?? ''}` },
    })
    expect(status).toBe(1)
    expect(stderr).toMatch(/^leeslamp: Leeslamp does not run as root.*\n$/)
  })
})
