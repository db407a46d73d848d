// The program as a reader has it: installed from the deb in a clean Debian, started by an ordinary user.
import { spawnSync, type ChildProcess } from 'node:child_process'
import fs from 'node:fs'
import path from 'node:path'
import { flipFuses, FuseV1Options, FuseVersion } from '@electron/fuses'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openReaderDataStore } from '../../electron/services/reader-data-store.ts'
import { refusedExitCode, refusedSwitches } from '../../electron/main/switches.ts'
import {
  asReader,
  asRoot,
  coloursOn,
  giveToReader,
  home,
  makeReaderHome,
  outside,
  startAsReader,
  startDisplay,
} from './clean-system.ts'
import { artefact, run } from './given.ts'
import { processesOf, sandboxFaults, type Process } from './processes.ts'

const program = '/usr/lib/leeslamp/leeslamp'
const data = outside(`${home}/.config/Leeslamp/reader-data`)
const link = 'leeslamp://edition/techtrends-2024-07/qwen2-derde'
let display: Awaited<ReturnType<typeof startDisplay>>

/** All files of the clean system but what lies in homes and temporary folders. */
function filesOfSystem(): string[] {
  const skipped = [
    'home',
    'tmp',
    'proc',
    'dev',
    'run',
    '.old',
    'var/cache',
    'var/log',
    'var/lib/dpkg',
  ]
  const args = ['.', ...skipped.flatMap((name) => ['-path', `./${name}`, '-prune', '-o']), '-print']
  return run('find', args, outside('/')).split('\n').sort()
}

async function until<Value>(what: () => Value | false | undefined, seconds = 30): Promise<Value> {
  for (const end = Date.now() + seconds * 1000; Date.now() < end;) {
    const value = what()
    if (value !== false && value !== undefined) return value
    await new Promise((resolve) => setTimeout(resolve, 200))
  }
  throw new Error('nothing came in time')
}

/** The processes once the page is painted, which shows in its colours. */
async function painted(of: string): Promise<Process[]> {
  await until(() => coloursOn(display.name) > 100)
  return processesOf(of)
}

/** Ends the program as the system does at the end of a session, and waits until all of it is gone. */
async function end(child: ChildProcess, of: string): Promise<void> {
  const main = processesOf(of).find(
    ({ command }) => !command.some((one) => one.startsWith('--type=')),
  )
  if (main !== undefined) process.kill(main.pid, 'SIGTERM')
  if (child.exitCode === null) await new Promise((resolve) => child.once('exit', resolve))
  await until(() => processesOf(of).length === 0)
}

let before: string[]
beforeAll(async () => {
  display = await startDisplay()
  makeReaderHome()
  before = filesOfSystem()
  fs.copyFileSync(artefact('deb'), outside('/tmp/leeslamp.deb'))
  const { code, said } = asRoot('dpkg', '--install', '/tmp/leeslamp.deb')
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
    const processes = await painted(program)
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
    const changed = fs.readFileSync(asar, 'latin1').replaceAll('"no-sandbox"', '"no-sandbux"')
    fs.writeFileSync(asar, changed, 'latin1')
    const child = startAsReader(display.name, [
      `${copy}/leeslamp`,
      '--no-sandbox',
      '--user-data-dir=/tmp/twin',
    ])
    const processes = await painted(`${copy}/leeslamp`)
    await end(child, `${copy}/leeslamp`)
    fs.rmSync(outside(copy), { recursive: true })
    const faults = sandboxFaults(processes)
    expect(faults).toContain('main has --no-sandbox')
    expect(faults).toContain('the page shares the user namespace')
  })

  it('does not start as root', () => {
    expect(asRoot('leeslamp')).toMatchObject({ code: 1, said: expect.stringContaining('as root') })
  })
})

describe('leeslamp edition, without a display', () => {
  it('works, with the exit codes that it has everywhere', () => {
    const text = 'Haven in de mist\n\n* De sluis bij de haven is weer open. Bode\n'
    fs.writeFileSync(outside('/tmp/week.txt'), text)
    const parsed = asReader(['leeslamp', 'edition', 'parse', '/tmp/week.txt'])
    expect(parsed.code).toBe(0)
    expect(parsed.said).toContain('De sluis bij de haven is weer open.')
    expect(asReader(['leeslamp', 'edition', 'parse', '/tmp/none.txt']).code).toBe(1)
    expect(asReader(['leeslamp', 'edition', 'fly'])).toMatchObject({
      code: 2,
      said: 'there is no verb "fly"; see --help\n',
    })
    expect(asReader(['leeslamp', 'edition', '--help']).said).toContain('edition lint')
  })
})

describe('attacks on the installed program', () => {
  const mark = '/tmp/mark'
  const evil = `require('fs').writeFileSync('${mark}', 'in')`

  it.each(refusedSwitches.map((name) => [name]))('--%s is refused', (name) => {
    expect(asReader(['leeslamp', `--${name}=1`], { DISPLAY: display.name }).code).toBe(
      refusedExitCode,
    )
  })

  /** What an attacker who may set the environment, or write beside the program, gets to run; each leaves the mark. */
  const ways: Readonly<Record<string, (folder: string) => void>> = {
    ELECTRON_RUN_AS_NODE: (folder) => {
      asReader(['timeout', '10', `${folder}/leeslamp`, '/tmp/evil.js'], {
        ELECTRON_RUN_AS_NODE: '1',
      })
    },
    NODE_OPTIONS: (folder) => {
      const env = { ELECTRON_RUN_AS_NODE: '1', NODE_OPTIONS: '--require /tmp/evil.js' }
      asReader(['timeout', '10', `${folder}/leeslamp`, '-e', '0'], env)
    },
    'a planted resources/app': (folder) => {
      const planted = outside(`${folder}/resources/app`)
      fs.mkdirSync(planted)
      fs.writeFileSync(path.join(planted, 'package.json'), '{ "main": "main.js" }')
      fs.writeFileSync(path.join(planted, 'main.js'), `${evil}\nprocess.exit()`)
      asReader([
        'timeout',
        '10',
        `${folder}/leeslamp`,
        '--ozone-platform=headless',
        '--',
        'edition',
      ])
      fs.rmSync(planted, { recursive: true })
    },
  }

  /** Whether an attack on the program of this folder left its mark. */
  function succeeds(way: string, folder: string): boolean {
    fs.writeFileSync(outside('/tmp/evil.js'), evil)
    ways[way]?.(folder)
    const isMarked = fs.existsSync(outside(mark))
    fs.rmSync(outside(mark), { force: true })
    return isMarked
  }

  it.each(Object.keys(ways))('%s runs no program of another', (way) => {
    expect(succeeds(way, path.dirname(program))).toBe(false)
  })

  it('would each succeed without the fuses', async () => {
    const twin = '/usr/lib/leeslamp-twin'
    fs.cpSync(outside(path.dirname(program)), outside(twin), { recursive: true })
    await flipFuses(outside(`${twin}/leeslamp`), {
      version: FuseVersion.V1,
      [FuseV1Options.RunAsNode]: true,
      [FuseV1Options.EnableNodeOptionsEnvironmentVariable]: true,
      [FuseV1Options.OnlyLoadAppFromAsar]: false,
    })
    fs.renameSync(outside(`${twin}/resources/app.asar`), outside(`${twin}/resources/other.asar`))
    const won = Object.keys(ways).filter((way) => succeeds(way, twin))
    fs.rmSync(outside(twin), { recursive: true })
    expect(won).toEqual(Object.keys(ways))
  })
})

describe('upgrade and removal', () => {
  const note = {
    kind: 'note',
    edition: 'techtrends-2024-07',
    item: 'qwen2-derde',
    quote: 'Qwen2',
    text: 'Navragen bij de haven.',
    created: '2026-11-06T08:00:00.000Z',
    changed: '2026-11-06T08:00:00.000Z',
  }

  it('keep what the reader made', async () => {
    fs.rmSync(path.dirname(data), { recursive: true, force: true })
    fs.mkdirSync(data, { recursive: true })
    const store = openReaderDataStore({ folder: data })
    expect(store.put(`note:${note.edition}/${note.item}`, note)).toEqual({ ok: true })
    store.close()
    giveToReader(outside(home))
    expect(asRoot('dpkg', '--install', '/tmp/leeslamp.deb').code).toBe(0)
    const child = startAsReader(display.name, ['leeslamp'])
    await painted(program)
    await end(child, program)
    const { code, said } = asRoot('dpkg', '--purge', 'leeslamp')
    expect(said).not.toMatch(/error|warning/i)
    expect(code).toBe(0)
    const kept = openReaderDataStore({ folder: data })
    expect(JSON.stringify([...kept.entries().values()])).toContain(note.text)
    kept.close()
  })

  it('leave nothing else', () => {
    expect(filesOfSystem().filter((file) => !before.includes(file))).toEqual([])
    expect(spawnSync('test', ['-e', outside('/usr/bin/leeslamp')]).status).toBe(1)
  })
})
