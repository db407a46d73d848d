import { spawnSync } from 'node:child_process'
import fs from 'node:fs'
import path from 'node:path'
import { beforeEach, describe, expect, it } from 'vitest'
import { skipBesideLinux } from '../../skip-without.ts'
import { freshFolder, scripts } from './run-node.ts'

const folder = freshFolder()

beforeEach(skipBesideLinux)

describe('the launcher', () => {
  interface Place {
    /** Settings of the kernel. */
    readonly settings?: Readonly<Record<string, string>>
    /** Whether root has blessed the helper of the sandbox. */
    readonly isBlessed?: boolean
    readonly env?: NodeJS.ProcessEnv
    /** What stands for the program; else one that tells its arguments and a little of its environment. */
    readonly program?: Buffer
    /** Programs of the system that stand before its own. */
    readonly tools?: Readonly<Record<string, string>>
    /** What the kernel tells of the process, instead of what it is. */
    readonly status?: string
    /** How it is called, from the folder above; else by its whole path. */
    readonly by?: readonly string[]
  }

  /** What it says there, started by an ordinary user. */
  function launch(args: readonly string[], place: Place = {}) {
    const { settings = {}, isBlessed = false, env = { DISPLAY: ':7' }, program, tools = {} } = place
    const { status, by } = place
    const put = (name: string, data: string | Buffer, mode = 0o755): string => {
      const file = path.join(folder(), name)
      fs.mkdirSync(path.dirname(file), { recursive: true })
      fs.writeFileSync(file, data)
      fs.chmodSync(file, mode)
      return file
    }
    fs.chmodSync(folder(), 0o755)
    const text = fs.readFileSync(path.join(scripts, '../resources/linux/leeslamp.sh'), 'utf8')
    const told = status === undefined ? '/proc/self/status' : put('status', status)
    const launcher = put(
      'bin/leeslamp',
      text.replace('/proc/sys', path.join(folder(), 'sys')).replace('/proc/self/status', told),
    )
    put(
      'lib/leeslamp/leeslamp',
      program ?? '#!/bin/sh\necho "$@"\necho "$DISPLAY" "$FONTCONFIG_FILE" >&2\n',
    )
    put('lib/leeslamp/chrome-sandbox', '', isBlessed ? 0o4755 : 0o755)
    for (const [name, value] of Object.entries(settings)) put(`sys/${name}`, `${value}\n`)
    for (const [name, script] of Object.entries(tools))
      put(`tools/${name}`, `#!/bin/sh\n${script}\n`)
    const ordinary = process.getuid?.() === 0 ? { uid: 65534, gid: 65534 } : {}
    const { PATH = '' } = process.env
    const [command = '', ...rest] = by ?? [launcher]
    return spawnSync(command, [...rest, ...args], {
      ...ordinary,
      cwd: folder(),
      encoding: 'utf8',
      env: { PATH: `${path.join(folder(), 'tools')}:${PATH}`, ...env },
    })
  }

  it('starts the program with what it was given, and adds nothing', () => {
    const { stdout, stderr } = launch(['--lang=en', 'a b.editie'])
    expect(stdout).toBe('--lang=en a b.editie\n')
    expect(stderr).toBe(':7 \n')
  })

  it('keeps display and fonts from the command for editions, and tells Chromium so', () => {
    const { stdout, stderr } = launch(['edition', 'lint', '--help'])
    expect(stdout).toBe('--ozone-platform=headless --log-level=3 -- edition lint --help\n')
    expect(stderr).toBe(` ${folder()}/lib/leeslamp/resources/no-fonts.conf\n`)
    expect(launch(['edition'], { env: {} }).status).toBe(0)
  })

  /** A program that wants a library that no system has. */
  const lacking = (): Buffer => {
    const bytes = fs.readFileSync('/usr/bin/true')
    bytes.write('libq', bytes.indexOf('libc.so.6'))
    return bytes
  }

  it.each<[string, Place, RegExp]>([
    ...(
      [
        ['kernel/unprivileged_userns_clone', '0'],
        ['user/max_user_namespaces', '0'],
        ['kernel/apparmor_restrict_unprivileged_userns', '1'],
      ] as const
    ).map(([name, value]): [string, Place, RegExp] => [
      `${name} is ${value}`,
      { settings: { [name]: value } },
      new RegExp(
        `this system .*install the deb or rpm package.*: sysctl -w ${name.replace('/', '.')}=`,
      ),
    ]),
    [
      'a container makes no namespaces',
      { tools: { unshare: 'exit 1' } },
      /no program can make the namespaces/,
    ],
    [
      'a library is missing',
      { program: lacking() },
      /lacks libraries that Leeslamp needs \(libq\.so\.6\)/,
    ],
    ['no display is named', { env: {} }, /there is no display here/],
    [
      'there is no temporary folder',
      { env: { TMPDIR: '/nowhere' } },
      /\/nowhere cannot be written.*TMPDIR/,
    ],
  ])('says in one sentence what to do where %s', (_where, place, sentence) => {
    const { status, stdout, stderr } = launch([], place)
    expect(status).toBe(1)
    expect(stdout).toBe('')
    expect(stderr).toMatch(/^leeslamp: [^\n]+\n$/)
    expect(stderr).toMatch(sentence)
  })

  it('starts without namespaces all the same when root has blessed the helper of the sandbox', () => {
    const settings = { 'user/max_user_namespaces': '0' }
    const tools = { unshare: 'exit 1' }
    expect(launch(['x'], { settings, tools, isBlessed: true }).stdout).toBe('x\n')
  })

  it('needs nothing but the shell where root has blessed the helper, as in a package', () => {
    const env = { DISPLAY: ':7', PATH: path.join(folder(), 'none') }
    expect(launch(['x'], { env, isBlessed: true })).toMatchObject({
      stdout: 'x\n',
      stderr: ':7 \n',
    })
  })

  it('starts where the system has no way to try a namespace', () => {
    const env = { DISPLAY: ':7', PATH: path.join(folder(), 'few') }
    fs.mkdirSync(env.PATH)
    for (const tool of ['cat', 'sed', 'sort', 'tr'])
      fs.symlinkSync(`/usr/bin/${tool}`, path.join(env.PATH, tool))
    expect(launch(['x'], { env }).stdout).toBe('x\n')
  })

  it.each([
    ['root', 'Name:\tsh\nUid:\t0\t0\t0\t0\nGid:\t0\t0\t0\t0\n'],
    ['with the rights of root', 'Name:\tsh\nUid:\t1000\t0\t0\t0\nGid:\t1000\t1000\t0\t0\n'],
  ])('does not start as %s', (_who, told) => {
    const { status, stdout, stderr } = launch([], { status: told })
    expect({ status, stdout }).toEqual({ status: 1, stdout: '' })
    expect(stderr).toMatch(/^leeslamp: Leeslamp does not run as root.*\n$/)
  })

  it('asks another program who started it where the kernel tells nothing', () => {
    expect(launch(['x'], { status: '' }).stdout).toBe('x\n')
    const { status, stderr } = launch(['x'], { status: '', tools: { id: 'echo 0' } })
    expect(status).toBe(1)
    expect(stderr).toMatch(/^leeslamp: Leeslamp does not run as root.*\n$/)
  })

  it('says so when its program is not where it should be', () => {
    const text = fs.readFileSync(path.join(scripts, '../resources/linux/leeslamp.sh'), 'utf8')
    fs.writeFileSync(path.join(folder(), 'moved'), text, { mode: 0o755 })
    const { status, stdout, stderr } = launch([], { by: ['./moved'] })
    expect({ status, stdout }).toEqual({ status: 1, stdout: '' })
    expect(stderr).toBe('leeslamp: its folder lib/leeslamp is not there; install Leeslamp again.\n')
  })

  describe('finds its program', () => {
    beforeEach(() => {
      const desk = path.join(folder(), 'a/b/desk top')
      fs.mkdirSync(desk, { recursive: true })
      fs.symlinkSync('../../../bin/leeslamp', path.join(desk, 'read'))
      fs.symlinkSync('a/b/desk top/read', path.join(folder(), 'again'))
      fs.symlinkSync('../../bin', path.join(folder(), 'a/b/bin'))
      // What `cd` would find by itself in a folder that CDPATH names.
      fs.mkdirSync(path.join(folder(), 'a/lib/leeslamp'), { recursive: true })
      fs.mkdirSync(path.join(folder(), 'a/bin'), { recursive: true })
    })

    it.each([
      ['by a link', ['a/b/desk top/read']],
      ['by a link to a link', ['./again']],
      ['by a link to its folder', ['a/b/bin/leeslamp']],
      ['from the folder above', ['bin/leeslamp']],
      ['from its own folder', ['sh', '-c', 'cd bin && sh leeslamp "$@"', 'sh']],
      [
        'where CDPATH names a folder with folders of the same names',
        ['env', 'CDPATH=a', 'bin/leeslamp'],
      ],
    ])('%s', (_how, by) => {
      const { stdout, stderr } = launch(['x'], { by })
      expect({ stdout, stderr }).toEqual({ stdout: 'x\n', stderr: ':7 \n' })
    })
  })
})
