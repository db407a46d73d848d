// The rpm as far as rpm itself goes on Debian: installed, checked, upgraded and removed in the clean system, whose libraries
// its program finds there.
import { spawnSync } from 'node:child_process'
import fs from 'node:fs'
import path from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { firstProfile, writeFirstProfile } from '../fixtures/first-profile.ts'
import {
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
import { artefact, cleanRoot, emptyFolder, folder, run } from './given.ts'
import { sandboxFaults } from './processes.ts'
import { end, painted } from './window.ts'

const lib = '/usr/lib/leeslamp'
const gone = `${lib}/gone`
const profile = outside(`${home}/.config/Leeslamp`)

/** Debian's packages are not in rpm's database, so what the package asks for is looked at elsewhere (packages.test.ts). */
const rpmArguments = (...args: string[]): string[] => [
  ...['--root', cleanRoot, '--dbpath', `${own}/rpm`],
  ...args,
]

/** A release before this one, with a file that this one has no more. */
function makeOlder(): string {
  const top = emptyFolder('older-rpm')
  const spec = path.join(top, 'older.spec')
  const text = `Name: leeslamp\nVersion: 0.0.9\nRelease: 1\nSummary: older\nLicense: MIT\nBuildArch: x86_64
%description\nolder\n%install\nmkdir -p %{buildroot}${lib}\necho older > %{buildroot}${gone}\n%files\n%dir ${lib}\n${gone}\n`
  fs.writeFileSync(spec, text)
  const places = ['--define', `_topdir ${top}`, '--define', `_rpmdir ${folder}`]
  const name = ['--define', '_build_name_fmt older.rpm']
  run('rpmbuild', ['-bb', '--quiet', '--target', 'x86_64', ...places, ...name, spec])
  return path.join(folder, 'older.rpm')
}

let before: string[]
let display: Awaited<ReturnType<typeof startDisplay>>
beforeAll(async () => {
  display = await startDisplay()
  makeReaderHome()
  makeOwnFolder()
  fs.rmSync(profile, { recursive: true, force: true })
  writeFirstProfile(profile)
  giveToReader(outside(home))
  // Systems of rpm bring these themselves.
  for (const name of ['licenses', 'metainfo'])
    fs.mkdirSync(outside(`/usr/share/${name}`), { recursive: true })
  before = filesOfSystem()
})
afterAll(() => {
  display.stop()
})

it('takes the place of an older release', () => {
  run('rpm', rpmArguments('--install', '--nodeps', makeOlder()))
  expect(fs.existsSync(outside(gone))).toBe(true)
  run('rpm', rpmArguments('--upgrade', '--nodeps', artefact('rpm')))
  expect(fs.existsSync(outside(gone))).toBe(false)
  expect(run('rpm', rpmArguments('--query', 'leeslamp'))).toMatch(/^leeslamp-0\.1\.0/)
})

it('has all that it brought as it was, and rpm would say what is not', () => {
  const verify = (): { status: number | null; stdout: string } =>
    spawnSync('rpm', rpmArguments('--verify', '--nodeps', 'leeslamp'), { encoding: 'utf8' })
  expect(verify()).toMatchObject({ status: 0, stdout: '' })
  const file = outside(`${lib}/resources/no-fonts.conf`)
  const text = fs.readFileSync(file)
  const { atime, mtime } = fs.statSync(file)
  fs.appendFileSync(file, ' ')
  expect(verify()).toMatchObject({ status: 1, stdout: expect.stringContaining('no-fonts.conf') })
  fs.writeFileSync(file, text)
  fs.utimesSync(file, atime, mtime)
})

it('brings the helper of the sandbox with the rights of root', () => {
  const { mode, uid, gid } = fs.statSync(outside(`${lib}/chrome-sandbox`))
  expect((mode & 0o7777).toString(8)).toBe('4755')
  expect([uid, gid]).toEqual([0, 0])
})

it('shows its window with the sandbox on', async () => {
  const child = startAsReader(display.name, ['leeslamp'])
  expect(sandboxFaults(await painted(display.name, `${lib}/leeslamp`))).toEqual([])
  await end(child, `${lib}/leeslamp`)
})

it('is removed with all that it brought, and leaves what the reader made', () => {
  const edition = 'library/blik-27@1.json'
  run('rpm', rpmArguments('--erase', 'leeslamp'))
  const isOfReader = (file: string): boolean => /^\.\/(?:home\/lezer|tmp)\//.test(file)
  expect(filesOfSystem().filter((file) => !before.includes(file) && !isOfReader(file))).toEqual([])
  expect(fs.readFileSync(path.join(profile, edition), 'utf8')).toBe(firstProfile.files[edition])
  const data = path.join(profile, 'reader-data')
  const kept = fs.readdirSync(data, { recursive: true, withFileTypes: true })
  const texts = kept
    .filter((entry) => entry.isFile())
    .map((entry) => fs.readFileSync(path.join(entry.parentPath, entry.name), 'utf8'))
  expect(texts.join('\n')).toContain(firstProfile.note)
  fs.rmSync(outside(home), { recursive: true })
})
