// The program as a reader has it: installed from the deb in a clean Debian, started by an ordinary user.
import fs from 'node:fs'
import path from 'node:path'
import { flipFuses, FuseV1Options, FuseVersion } from '@electron/fuses'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openEditionLibrary } from '../../electron/services/library/edition-library.ts'
import { openReaderDataStore } from '../../electron/services/reader-data/reader-data-store.ts'
import { refusedExitCode } from '../../electron/main/switches.ts'
import { firstProfile, writeFirstProfile } from '../fixtures/first-profile.ts'
import { dangerousSwitches } from '../fixtures/dangerous-switches.ts'
import {
  asReader,
  asRoot,
  filesOfSystem,
  giveToReader,
  home,
  makeOwnFolder,
  makeReaderHome,
  outside,
  own,
  startAsReader,
  startDisplay,
} from './clean-system.ts'
import { artefact, emptyFolder, project, run } from './given.ts'
import { sandboxFaults } from './processes.ts'
import { end, painted } from './window.ts'

const program = '/usr/lib/leeslamp/leeslamp'
const data = outside(`${home}/.config/Leeslamp/reader-data`)
const link = 'leeslamp://edition/techtrends-2024-07/qwen2-derde'
let display: Awaited<ReturnType<typeof startDisplay>>

let before: string[]
beforeAll(async () => {
  display = await startDisplay()
  makeReaderHome()
  makeOwnFolder()
  before = filesOfSystem()
  fs.copyFileSync(artefact('deb'), outside(`${own}/leeslamp.deb`))
  const { code, said } = asRoot('dpkg', '--install', `${own}/leeslamp.deb`)
  expect(said).not.toMatch(/error|warning/i)
  expect(code).toBe(0)
})
afterAll(() => {
  display.stop()
})

describe('the installed program', () => {
  it('is what the system starts for editions and for our addresses', () => {
    const types = fs.readFileSync(outside('/usr/share/applications/mimeinfo.cache'), 'utf8')
    expect(types).toContain('application/vnd.leeslamp.edition+zip=leeslamp.desktop;')
    expect(types).toContain('x-scheme-handler/leeslamp=leeslamp.desktop;')
    expect(fs.readFileSync(outside('/usr/share/mime/globs2'), 'utf8')).toContain('*.editie')
  })

  it('shows its window with the sandbox on, and reads the bundled edition where an address leads', async () => {
    const child = startAsReader(display.name, ['leeslamp', link])
    const processes = await painted(display.name, program)
    expect(sandboxFaults(processes)).toEqual([])
    await end(child, program)
    const store = openReaderDataStore({ folder: data })
    const text = JSON.stringify([...store.entries().values()])
    store.close()
    expect(text).toContain('techtrends-2024-07')
    expect(text).toContain('qwen2-derde')
  })

  it('would be found out without its sandbox: a build that does not refuse the switch', async () => {
    const copy = '/usr/lib/leeslamp-twin'
    fs.cpSync(outside(path.dirname(program)), outside(copy), { recursive: true })
    const asar = path.join(outside(copy), 'resources/app.asar')
    const changed = fs
      .readFileSync(asar, 'latin1')
      .replaceAll('"password-store"', '"no-sandbox"    ')
    fs.writeFileSync(asar, changed, 'latin1')
    const child = startAsReader(display.name, [
      `${copy}/leeslamp`,
      '--no-sandbox',
      `--user-data-dir=${own}/twin`,
    ])
    const processes = await painted(display.name, `${copy}/leeslamp`)
    await end(child, `${copy}/leeslamp`)
    fs.rmSync(outside(copy), { recursive: true })
    const faults = sandboxFaults(processes)
    expect(faults).toContain('main has --no-sandbox')
    expect(faults).toContain('the page shares the user namespace')
  })

  it('can be read where the home cannot be written', async () => {
    const locked = '/home/locked'
    fs.mkdirSync(outside(locked), { mode: 0o555 })
    const child = startAsReader(display.name, ['leeslamp'], { HOME: locked })
    expect(sandboxFaults(await painted(display.name, program))).toEqual([])
    await end(child, program)
    expect(fs.readdirSync(outside(locked))).toEqual([])
    fs.rmdirSync(outside(locked))
  })

  it('shows its window when it is handed a damaged edition, and keeps nothing of it', async () => {
    const damaged = `${own}/damaged-too.editie`
    fs.writeFileSync(outside(damaged), Buffer.alloc(4_096, 'PK\x03\x04'))
    const child = startAsReader(display.name, ['leeslamp', damaged])
    expect(sandboxFaults(await painted(display.name, program))).toEqual([])
    await end(child, program)
    const library = openEditionLibrary({ folder: outside(`${home}/.config/Leeslamp/library`) })
    expect(library.list()).toEqual({ entries: [], damaged: [] })
    library.close()
  })

  it('does not start as root', () => {
    expect(asRoot('leeslamp')).toMatchObject({ code: 1, said: expect.stringContaining('as root') })
  })
})

describe('leeslamp edition, without a display', () => {
  it('works, with the exit codes that it has everywhere', () => {
    const text = 'Haven in de mist\n\n* De sluis bij de haven is weer open. Bode\n'
    fs.writeFileSync(outside(`${own}/week.txt`), text)
    const parsed = asReader(['leeslamp', 'edition', 'parse', `${own}/week.txt`])
    expect(parsed.code).toBe(0)
    expect(parsed.said).toContain('De sluis bij de haven is weer open.')
    expect(asReader(['leeslamp', 'edition', 'parse', `${own}/none.txt`]).code).toBe(1)
    expect(asReader(['leeslamp', 'edition', 'fly'])).toMatchObject({
      code: 2,
      said: 'there is no verb "fly"; see --help\n',
    })
    expect(asReader(['leeslamp', 'edition', '--help']).said).toContain('edition lint')
  })

  it('says in one sentence that an edition is damaged, and writes nothing', () => {
    const damaged = `${own}/damaged.editie`
    fs.writeFileSync(outside(damaged), Buffer.from('PK\x03\x04 and then nothing of a package'))
    const { code, said } = asReader(['leeslamp', 'edition', 'unpack', damaged, `${home}/unpacked`])
    expect(said).toMatch(/^[^\n]*damaged\.editie[^\n]*\n$/)
    expect(code).toBe(1)
    expect(fs.existsSync(outside(`${home}/unpacked`))).toBe(false)
  })

  it.each([
    ['a home that cannot be written', {}],
    ['no home', { HOME: '/nowhere' }],
    ['a display that is gone', { DISPLAY: ':77', WAYLAND_DISPLAY: 'wayland-7' }],
    ['no session', { XDG_RUNTIME_DIR: '/nowhere', DBUS_SESSION_BUS_ADDRESS: 'unix:path=/nowhere' }],
  ])('leaves display and profile alone, and works with %s', (what, env) => {
    const theirs = outside(`${home}-${what.replaceAll(' ', '-')}`)
    fs.mkdirSync(theirs, { mode: what.includes('cannot') ? 0o555 : 0o755 })
    giveToReader(theirs)
    const all = { HOME: `/home/${path.basename(theirs)}`, ...env }
    const { code, said } = asReader(['leeslamp', 'edition', 'parse', `${own}/week.txt`], all)
    expect(said).toMatch(/^[{[]/)
    expect(() => JSON.parse(said) as unknown).not.toThrow()
    expect(code).toBe(0)
    expect(fs.readdirSync(theirs)).toEqual([])
    fs.rmdirSync(theirs)
  })
})

describe('attacks on the installed program', () => {
  const mark = `${own}/mark`
  const evil = `require('fs').writeFileSync('${mark}', 'in')`

  // Chromium itself does not start with this one.
  const ours = dangerousSwitches.filter((name) => name !== 'no-zygote')
  it.each(ours)('--%s is refused', (name) => {
    const { code, said } = asReader(['leeslamp', `--${name}`], { DISPLAY: display.name })
    expect(said.split('\n')).toContain(`Leeslamp does not start with --${name}.`)
    expect(code).toBe(refusedExitCode)
  })

  it.each<[string, string[], Record<string, string>]>([
    ['a switch behind white space', [' --no-sandbox'], {}],
    ['a variable that takes the sandbox away', [], { ELECTRON_DISABLE_SANDBOX: '1' }],
    ['a switch behind an address', [link, '--edition=/etc/hostname'], {}],
    ['a verb behind an address', [link, '--', 'edition', '--help'], {}],
  ])('%s is refused', (_what, args, env) => {
    const { code, said } = asReader(['leeslamp', ...args], { DISPLAY: display.name, ...env })
    expect(said).toMatch(/^Leeslamp does not start with [^\n]*\.$/m)
    expect(code).toBe(refusedExitCode)
  })

  type Fuses = Readonly<Partial<Record<FuseV1Options, boolean>>>
  interface Attack {
    readonly what: string
    /** The one fuse that stops it, as it must not be. */
    readonly opened: Fuses
    /** Fuses that would stop it first, opened with and without it: none may cover for another. */
    readonly others: Fuses
    /** What an attacker who may set the environment, or write beside the program, does; it leaves the mark. */
    readonly run: (folder: string) => void
  }
  const attacks: readonly Attack[] = [
    {
      what: 'ELECTRON_RUN_AS_NODE',
      opened: { [FuseV1Options.RunAsNode]: true },
      others: {},
      run(folder) {
        const env = { ELECTRON_RUN_AS_NODE: '1' }
        asReader(['timeout', '10', `${folder}/leeslamp`, `${own}/evil.js`], env)
      },
    },
    {
      what: 'NODE_OPTIONS',
      opened: { [FuseV1Options.EnableNodeOptionsEnvironmentVariable]: true },
      // Electron's own Node takes them; the program itself never does once it is packaged.
      others: { [FuseV1Options.RunAsNode]: true },
      run(folder) {
        const env = { ELECTRON_RUN_AS_NODE: '1', NODE_OPTIONS: `--require ${own}/evil.js` }
        asReader(['timeout', '10', `${folder}/leeslamp`, '-e', '0'], env)
      },
    },
    {
      what: 'a planted resources/app',
      opened: { [FuseV1Options.OnlyLoadAppFromAsar]: false },
      others: {},
      run(folder) {
        const planted = outside(`${folder}/resources/app`)
        fs.mkdirSync(planted)
        fs.writeFileSync(path.join(planted, 'package.json'), '{ "main": "main.js" }')
        fs.writeFileSync(path.join(planted, 'main.js'), `${evil}\nprocess.exit()`)
        // Beside an archive it would never be looked at.
        fs.rmSync(outside(`${folder}/resources/app.asar`))
        const headless = ['--ozone-platform=headless', '--', 'edition']
        asReader(['timeout', '10', `${folder}/leeslamp`, ...headless])
      },
    },
  ]

  /** Whether an attack leaves its mark on a copy of the installed program in which these fuses are turned. */
  async function succeeds({ run }: Attack, fuses: Fuses): Promise<boolean> {
    const copy = '/usr/lib/leeslamp-twin'
    fs.cpSync(outside(path.dirname(program)), outside(copy), { recursive: true })
    await flipFuses(outside(`${copy}/leeslamp`), { version: FuseVersion.V1, ...fuses })
    fs.writeFileSync(outside(`${own}/evil.js`), evil)
    run(copy)
    fs.rmSync(outside(copy), { recursive: true })
    const isMarked = fs.existsSync(outside(mark))
    fs.rmSync(outside(mark), { force: true })
    return isMarked
  }

  it.each(attacks)('$what runs no program of another', async (attack) => {
    expect(await succeeds(attack, attack.others)).toBe(false)
  })

  it.each(attacks)('$what would, without the one fuse that stops it', async (attack) => {
    expect(await succeeds(attack, { ...attack.others, ...attack.opened })).toBe(true)
  })
})

describe('upgrade and removal', () => {
  const profile = outside(`${home}/.config/Leeslamp`)
  const apparmor = outside('/etc/apparmor.d/leeslamp')
  const shipped = path.join(project, 'resources/linux/apparmor-profile')
  const version = (): string =>
    asRoot('dpkg-query', '--show', '--showformat=${Version}', 'leeslamp').said

  /** The package as an older release made it: another version, another profile, a file that is no more. */
  function makeOlder(): void {
    const tree = emptyFolder('older')
    run('dpkg-deb', ['--raw-extract', artefact('deb'), tree])
    const control = path.join(tree, 'DEBIAN/control')
    const text = fs.readFileSync(control, 'utf8')
    fs.writeFileSync(control, text.replace(/^Version: .*$/m, 'Version: 0.0.9'))
    fs.appendFileSync(path.join(tree, 'usr/lib/leeslamp/resources/apparmor-profile'), '# older\n')
    fs.writeFileSync(path.join(tree, 'usr/lib/leeslamp/gone'), 'older')
    run('dpkg-deb', ['-Znone', '--root-owner-group', '--build', tree, outside(`${own}/older.deb`)])
    fs.rmSync(tree, { recursive: true })
  }

  it('begin with an older release, over a profile in the first format', () => {
    makeOlder()
    expect(asRoot('dpkg', '--purge', 'leeslamp').code).toBe(0)
    expect(fs.existsSync(apparmor)).toBe(false)
    // What the attacks left is not what a reader leaves.
    for (const name of fs.readdirSync(outside('/tmp')).filter((one) => one !== '.X11-unix'))
      fs.rmSync(outside(`/tmp/${name}`), { recursive: true })
    fs.rmSync(profile, { recursive: true, force: true })
    writeFirstProfile(profile)
    giveToReader(outside(home))
    expect(asRoot('dpkg', '--install', `${own}/older.deb`).code).toBe(0)
    expect(version()).toBe('0.0.9')
    expect(fs.readFileSync(apparmor, 'utf8')).toContain('# older')
    expect(fs.existsSync(outside('/usr/lib/leeslamp/gone'))).toBe(true)
  })

  it('keep what the reader made', async () => {
    const { said, code } = asRoot('dpkg', '--install', `${own}/leeslamp.deb`)
    expect(said).toContain('over (0.0.9)')
    expect(code).toBe(0)
    expect(version()).not.toBe('0.0.9')
    expect(fs.existsSync(outside('/usr/lib/leeslamp/gone'))).toBe(false)
    expect(fs.readFileSync(apparmor)).toEqual(fs.readFileSync(shipped))
    const child = startAsReader(display.name, ['leeslamp'])
    await painted(display.name, program)
    await end(child, program)
    const removed = asRoot('dpkg', '--remove', 'leeslamp')
    expect(removed.said).not.toMatch(/error|warning/i)
    expect(removed.code).toBe(0)
    const kept = openReaderDataStore({ folder: data })
    expect(kept.findings).toEqual([])
    const text = JSON.stringify([...kept.entries().values()])
    kept.close()
    for (const one of [firstProfile.note, '"theme":"sepia"', '"kind":"bookmark"'])
      expect(text).toContain(one)
    const library = openEditionLibrary({ folder: path.join(profile, 'library') })
    expect(library.open(firstProfile.edition)).toMatchObject({ ok: true })
    library.close()
  })

  it('leave nothing else, wherever it may have been written', () => {
    // Not the program's: what fontconfig keeps for all programs of a reader.
    const ofSystem = /^\.\/home\/lezer\/\.cache(?:\/fontconfig.*)?$/
    const ofReader = `.${home}/.config/Leeslamp`
    const left = filesOfSystem()
      .filter((file) => !before.includes(file) && !ofSystem.test(file))
      .filter((file) => !file.startsWith(`${ofReader}/`))
    expect(left).toEqual([`.${home}/.config`, ofReader])
    // `browser` holds what Chromium keeps, and no word of the reader's (docs/installing.md).
    expect(fs.readdirSync(profile).sort()).toEqual(['browser', 'library', 'reader-data'])
  })

  it('leave no more when the package is purged', () => {
    const left = filesOfSystem()
    expect(asRoot('dpkg', '--purge', 'leeslamp').code).toBe(0)
    expect(filesOfSystem()).toEqual(left)
    expect(asRoot('dpkg-query', '--show', 'leeslamp').code).toBe(1)
  })
})
