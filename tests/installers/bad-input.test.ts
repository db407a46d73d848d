// What goes wrong while installers are made: one clear sentence, and nothing half made.
import { spawnSync } from 'node:child_process'
import fs from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { makeKeys, windowsProgram } from '../fixtures/a-release.ts'
import { emptyFolder, folder, project, run } from './given.ts'

interface Failed {
  readonly code: number | null
  /** What was said, without the steps that were told of. */
  readonly said: string
}

function runScript(
  name: string,
  args: readonly string[],
  env: Readonly<Record<string, string>>,
): Failed {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [path.join(project, 'scripts', name), ...args],
    { encoding: 'utf8', env: { ...process.env, ...env } },
  )
  const isStep = (line: string): boolean => /^leeslamp: .* (?:…|done in [\d.]+ s)$/.test(line)
  const lines = `${stdout}${stderr}`.split('\n')
  return { code: status, said: lines.filter((line) => !isStep(line)).join('\n') }
}

describe('npm run dist', () => {
  /** Makes a tar.gz in an empty folder; gives what was left there beside. */
  function dist(args: readonly string[], env: Readonly<Record<string, string>> = {}) {
    const parent = emptyFolder('refused')
    const all = [
      '--quick',
      '--allow-development-runtime',
      '--out',
      path.join(parent, 'dist'),
      ...args,
    ]
    return { ...runScript('dist.mjs', all, env), left: fs.readdirSync(parent) }
  }

  it('says which tool is missing, and how to get it', () => {
    const { code, said, left } = dist(['--target', 'rpm'], { PATH: emptyFolder('no-tools') })
    expect(said).toMatch(
      /^leeslamp: [^\n]*rpmbuild[^\n]* missing[^\n]*apt-get install [^\n]*\brpm\b[^\n]*\n$/,
    )
    expect(code).toBe(1)
    expect(left).toEqual([])
  })

  it('says that the password of a key is wrong, and keeps nothing', () => {
    const { env } = makeKeys(emptyFolder('keys-of-refused'))
    const { code, said, left } = dist(['--target', 'tar.gz'], {
      LEESLAMP_GPG_KEY: env.LEESLAMP_GPG_KEY ?? '',
      LEESLAMP_GPG_PASSPHRASE: 'een andere zin',
    })
    expect(said).toMatch(/^leeslamp: [^\n]*LEESLAMP_GPG_KEY and LEESLAMP_GPG_PASSPHRASE[^\n]*\n$/)
    expect(said).not.toContain('een andere zin')
    expect(code).toBe(1)
    expect(left).toEqual([])
  })

  it('says which edition of an organisation is damaged, before anything is built', () => {
    const organisation = emptyFolder('organisation-damaged')
    fs.cpSync(path.join(project, 'tests/fixtures/organisation'), organisation, { recursive: true })
    fs.writeFileSync(path.join(organisation, 'edities/damaged.md'), Buffer.from([0xff, 0xfe, 0x00]))
    const file = path.join(organisation, 'leeslamp.organisation.json')
    const { code, said, left } = dist(['--target', 'tar.gz', '--organisation', file])
    expect(said).toMatch(
      /^leeslamp: the organisation's file is not right, and nothing was built:\n(?:[^\n]*damaged\.md:\d+: [^\n]+\n)+$/,
    )
    expect(code).toBe(1)
    expect(left).toEqual([])
  })
})

/** On Linux no program for Windows is packed: one that was packed elsewhere is signed when the release is finished. */
it.each([
  ['the password of a certificate is wrong', 'windows.p12'],
  ['a certificate is none', 'minisign.public'],
])('finishing a release says that %s, and leaves it as it was', (_what, certificate) => {
  const keys = emptyFolder('keys-of-refused')
  makeKeys(keys)
  const release = emptyFolder('unfinished')
  fs.writeFileSync(path.join(release, 'leeslamp.exe'), windowsProgram())
  const { code, said } = runScript('finish-release.mjs', [release], {
    WIN_CSC_LINK: path.join(keys, certificate),
    WIN_CSC_KEY_PASSWORD: 'een andere zin',
  })
  expect(said).toMatch(/^leeslamp: [^\n]*WIN_CSC_LINK and WIN_CSC_KEY_PASSWORD[^\n]*\n$/)
  expect(said).not.toContain('een andere zin')
  expect(code).toBe(1)
  expect(fs.readdirSync(release)).toEqual(['leeslamp.exe'])
  expect(fs.readFileSync(path.join(release, 'leeslamp.exe'))).toEqual(windowsProgram())
  expect(fs.readdirSync(folder).filter((name) => name.startsWith('unfinished.'))).toEqual([])
})

it('a full disk is one sentence, and leaves no half artefact', () => {
  const disk = emptyFolder('small-disk')
  const command = `mount -t tmpfs -o size=64m tmpfs "$1" && "$2" "$3/scripts/dist.mjs" --quick \\
    --allow-development-runtime --target tar.gz --out "$1/dist" 2>&1; echo "code $?"; ls -A "$1"`
  const said = run('unshare', [
    '--mount',
    'sh',
    '-c',
    command,
    'sh',
    disk,
    process.execPath,
    project,
  ])
  expect(said).toMatch(/^leeslamp: the disk is full, so nothing was made; .*\ncode 1\n$/m)
})
