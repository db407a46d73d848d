// The artefacts signed with throw-away keys, as an organisation signs them, and checked with what anybody has.
import { spawnSync } from 'node:child_process'
import fs from 'node:fs'
import path from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { finishRelease } from '../../scripts/dist/finish-release.mjs'
import { makeKeys, type SigningKeys } from '../fixtures/a-release.ts'
import { asReader, asRoot, makeReaderHome, outside } from './clean-system.ts'
import { artefact, emptyFolder, folder, project, run } from './given.ts'

const kinds = ['deb', 'rpm', 'AppImage', 'tar.gz']
let keys: SigningKeys
beforeAll(async () => {
  keys = makeKeys(emptyFolder('keys'))
  fs.cpSync(path.join(folder, 'first'), emptyFolder('signed'), { recursive: true })
  await finishRelease(path.join(folder, 'signed'), keys.env)
})

interface Table {
  readonly code: number | null
  /** Each row as `subject check`, with its state. */
  readonly rows: ReadonlyMap<string, string>
  readonly conclusion: string
}

/** What `npm run verify-release` says of the release of this name. */
function verify(release: string): Table {
  const script = path.join(project, 'scripts/verify-release.mjs')
  const given = ['--gpg-key', keys.gpgKey, '--minisign-key', keys.minisignKey]
  const { status, stdout } = spawnSync(
    process.execPath,
    [script, path.join(folder, release), ...given],
    { encoding: 'utf8' },
  )
  const lines = stdout.trim().split('\n')
  const rows = lines.map((line) => line.split(/ {2,}/u))
  return {
    code: status,
    rows: new Map(
      rows.map(([subject, check, state]) => [`${subject ?? ''} ${check ?? ''}`, state ?? '']),
    ),
    conclusion: lines.at(-1) ?? '',
  }
}

/** The rows that are in this state. */
const rowsThatAre = ({ rows }: Table, state: string): string[] =>
  [...rows].filter(([, one]) => one === state).map(([row]) => row)

const nameOf = (kind: string): string => path.basename(artefact(kind))

describe('the signed release', () => {
  it('is found to be what was made, by whom, and of what', () => {
    const table = verify('signed')
    expect(table.conclusion).toMatch(/^all \d+ good/)
    expect(table.code).toBe(0)
    const checks = ['sum', 'files inside', 'fuses', 'SBOM and licences']
    const ofArtefacts = kinds.flatMap((kind) => checks.map((check) => `${nameOf(kind)} ${check}`))
    expect(rowsThatAre(table, 'ok')).toEqual(
      expect.arrayContaining([
        'SHA256SUMS signature (gpg)',
        'SHA256SUMS signature (minisign)',
        `${nameOf('deb')} signature (deb, gpg)`,
        `${nameOf('rpm')} signature (rpmkeys)`,
        ...ofArtefacts,
      ]),
    )
  })

  it('is refused when one byte of each artefact is another', () => {
    const changed = emptyFolder('changed')
    fs.cpSync(path.join(folder, 'signed'), changed, { recursive: true })
    for (const kind of kinds) {
      const file = path.join(changed, nameOf(kind))
      const opened = fs.openSync(file, 'r+')
      const byte = Buffer.alloc(1)
      const middle = Math.floor(fs.fstatSync(opened).size / 2)
      fs.readSync(opened, byte, 0, 1, middle)
      fs.writeSync(opened, Buffer.from([(byte[0] ?? 0) ^ 1]), 0, 1, middle)
      fs.closeSync(opened)
    }
    const table = verify('changed')
    expect(table.conclusion).toMatch(/^do not hand this out: /)
    expect(table.code).toBe(1)
    // A byte between two files of an archive is in no file: the sums see every one.
    expect(rowsThatAre(table, 'bad').some((row) => row.endsWith('files inside'))).toBe(true)
    expect(rowsThatAre(table, 'bad')).toEqual(
      expect.arrayContaining([
        ...kinds.map((kind) => `${nameOf(kind)} sum`),
        `${nameOf('deb')} signature (deb, gpg)`,
        `${nameOf('rpm')} signature (rpmkeys)`,
      ]),
    )
    expect(rowsThatAre(table, 'ok')).toContain('CONTENTS.json sum')
  })
})

describe('the signed deb', () => {
  /** Asks Debian's own tool, which takes whose signature it wants from a policy and a keyring of theirs. */
  function debsigVerify(file: string): number | null {
    const listed = run('gpg', ['--show-keys', '--with-colons', keys.gpgKey])
    const id = /^pub:(?:[^:]*:){3}([0-9A-F]+):/m.exec(listed)?.[1] ?? ''
    const at = emptyFolder('debsig')
    const [policies, keyrings] = [path.join(at, 'policies', id), path.join(at, 'keyrings', id)]
    for (const one of [policies, keyrings]) fs.mkdirSync(one, { recursive: true })
    run('gpg', ['--output', path.join(keyrings, 'key.gpg'), '--dearmor', keys.gpgKey])
    const required = `<Required Type="origin" File="key.gpg" id="${id}" />`
    fs.writeFileSync(
      path.join(policies, 'leeslamp.pol'),
      `<?xml version="1.0"?><Policy xmlns="https://www.debian.org/debsig/1.0/">
<Origin Name="test" id="${id}" Description="a test" />
<Selection>${required}</Selection><Verification>${required}</Verification></Policy>\n`,
    )
    const where = [
      '--policies-dir',
      path.dirname(policies),
      '--keyrings-dir',
      path.dirname(keyrings),
    ]
    return spawnSync('debsig-verify', [...where, file]).status
  }

  it('is one that debsig-verify accepts, and refuses when it is unsigned or changed', () => {
    const codes = ['signed', 'first', 'changed'].map((release) =>
      debsigVerify(path.join(folder, release, nameOf('deb'))),
    )
    // debsig-verify(1): 10 for no signature, 13 for one that does not belong to it.
    expect(codes).toEqual([0, 10, 13])
  })

  it('is installed and removed as one without a signature is', () => {
    makeReaderHome()
    fs.copyFileSync(path.join(folder, 'signed', nameOf('deb')), outside('/tmp/signed.deb'))
    const { code, said } = asRoot('dpkg', '--install', '/tmp/signed.deb')
    fs.rmSync(outside('/tmp/signed.deb'))
    expect(said).not.toMatch(/error|warning/i)
    expect(code).toBe(0)
    expect(asReader(['leeslamp', 'edition', '--help'])).toMatchObject({
      code: 0,
      said: expect.stringContaining('edition lint'),
    })
    expect(asRoot('dpkg', '--purge', 'leeslamp').code).toBe(0)
    expect(fs.existsSync(outside('/usr/lib/leeslamp'))).toBe(false)
  })
})

it('an rpm that asks for signatures takes the signed one, and no other', () => {
  const database = ['--dbpath', emptyFolder('rpm-keys'), '--define', '_pkgverify_level all']
  run('rpm', [...database, '--import', keys.gpgKey])
  const codes = ['signed', 'first', 'changed'].map((release) => {
    const file = path.join(folder, release, nameOf('rpm'))
    return spawnSync('rpm', [...database, '--install', '--test', '--nodeps', file]).status
  })
  expect(codes).toEqual([0, 1, 1])
})
