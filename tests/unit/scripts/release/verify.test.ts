import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { finishRelease } from '../../../../scripts/dist/finish-release.mjs'
import { withSigners } from '../../../../scripts/release/sign.mjs'
import { isGood, tableOf, verifyRelease } from '../../../../scripts/release/verify.mjs'
import {
  ends,
  makeArtefacts,
  makeCertificates,
  makeGpgKey,
  makeGpgKeyInParts,
  makeKeys,
  type Kind,
  type ProgramParts,
  type SigningKeys,
} from '../../../fixtures/a-release.ts'
import { runOnSmallDisk } from '../../electron/faults/small-disk.ts'

type Row = Awaited<ReturnType<typeof verifyRelease>>[number]

const all: readonly Kind[] = ['deb', 'rpm', 'tar.gz', 'AppImage']
let folder = ''

beforeEach(() => {
  folder = fs.mkdtempSync(path.join(os.tmpdir(), 'leeslamp-release-'))
  return () => {
    fs.rmSync(folder, { recursive: true, force: true })
  }
})

it('says that a folder without artefacts is no release', async () => {
  const rows = await verifyRelease(folder)
  expect(isGood(rows)).toBe(false)
  expect(tableOf(rows)).toMatch(
    /there are none\ndo not hand this out: 1 bad, 0 not checked, of 3\n$/u,
  )
})

it.each([
  ['control characters', 'a\u001B[2K\rb\nc', String.raw`a\u{1b}[2K\u{d}b\u{a}c`],
  ['signs of direction', 'a\u202Etxt.exe', String.raw`a\u{202e}txt.exe`],
  ['signs that are not seen', 'a\u200B\u00ADb\u2028c', String.raw`a\u{200b}\u{ad}b\u{2028}c`],
  ['a row of its own', 'a.deb   sum   ok', String.raw`a.deb\u{20}\u{20} sum\u{20}\u{20} ok`],
])('writes out %s in the name of a file', async (_what, name, shown) => {
  fs.writeFileSync(path.join(folder, name), '')
  const subjects = tableOf(await verifyRelease(folder))
    .split('\n')
    .map((line) => line.split(/ {2}/u, 1)[0])
  expect(subjects).toContain(shown)
})

/** What is not good, without what is said of it. */
function wrong(rows: readonly Row[]): string[] {
  return rows
    .filter(({ state }) => state === 'bad' || state === 'not checked')
    .map(({ subject, check, state }) => `${subject}: ${check}: ${state}`)
}

if (process.platform === 'linux') {
  describe('a signed release', () => {
    let made = ''
    let keys: SigningKeys
    beforeAll(async () => {
      made = fs.mkdtempSync(path.join(os.tmpdir(), 'leeslamp-signed-'))
      keys = makeKeys(path.join(made, 'keys'))
      await finishRelease(await makeArtefacts(made, all), keys.env)
    }, 60_000)
    afterAll(() => {
      fs.rmSync(made, { recursive: true, force: true })
    })

    function copy(): string {
      const target = path.join(folder, 'release')
      fs.cpSync(path.join(made, 'dist'), target, { recursive: true })
      return target
    }

    it('is good throughout, with the keys beside it and with those that are given', async () => {
      const beside = await verifyRelease(copy())
      expect(wrong(beside)).toEqual([])
      expect(beside.filter(({ state }) => state === 'unsigned')).toEqual([])
      const { gpgKey, minisignKey } = keys
      const given = await verifyRelease(path.join(made, 'dist'), { gpgKey, minisignKey })
      expect(tableOf(given)).toMatch(/\nall 23 good\n$/u)
      expect(tableOf(beside)).toContain('compare this with what you know')
      expect(tableOf(given)).not.toContain('compare this with what you know')
    })

    it('turns red with one changed byte in any file, wherever it is', async () => {
      const release = copy()
      for (const name of fs.readdirSync(release)) {
        const file = path.join(release, name)
        const bytes = fs.readFileSync(file)
        const places = [0, Math.floor(bytes.length / 3), bytes.length - 1]
        for (const at of places) {
          const changed = Buffer.from(bytes)
          changed.writeUInt8(changed.readUInt8(at) ^ 1, at)
          fs.writeFileSync(file, changed)
          expect(isGood(await verifyRelease(release)), `${name} at ${String(at)}`).toBe(false)
        }
        fs.writeFileSync(file, bytes)
      }
      expect(wrong(await verifyRelease(release))).toEqual([])
    })

    it.each(['SHA256SUMS', 'SHA256SUMS.asc', 'SHA256SUMS.minisig'])(
      'turns red with any changed byte of %s',
      async (name) => {
        const release = path.join(folder, 'lists')
        fs.mkdirSync(release)
        for (const one of fs.readdirSync(copy()).filter((one) => /SUMS|signing-key/u.test(one)))
          fs.copyFileSync(path.join(folder, 'release', one), path.join(release, one))
        const file = path.join(release, name)
        const bytes = fs.readFileSync(file)
        const signatures = async (): Promise<string[]> => {
          const rows = await verifyRelease(release)
          return wrong(rows.filter(({ subject }) => subject === 'SHA256SUMS'))
        }
        expect(await signatures()).toEqual([])
        for (let at = 0; at < bytes.length; at += name === 'SHA256SUMS' ? 97 : 13) {
          const changed = Buffer.from(bytes)
          changed.writeUInt8(changed.readUInt8(at) ^ 2, at)
          fs.writeFileSync(file, changed)
          expect(await signatures(), String(at)).not.toEqual([])
        }
      },
    )

    it.each([
      ['a file that nobody listed', 'notes.txt', 'new', 'notes.txt: sum: bad'],
      ['a list that is gone', 'SHA256SUMS', null, 'SHA256SUMS: signature (gpg): bad'],
      ['a signature that is gone', 'SHA256SUMS.asc', null, 'SHA256SUMS: signature (gpg): bad'],
      [
        'a signature of minisign that is gone',
        'SHA256SUMS.minisig',
        null,
        'SHA256SUMS: signature (minisign): bad',
      ],
      ['an artefact that is gone', 'leeslamp-1.0.0.deb', null, 'leeslamp-1.0.0.deb: sum: bad'],
    ])('turns red with %s', async (_what, name, text, row) => {
      const release = copy()
      if (text === null) fs.rmSync(path.join(release, name))
      else fs.writeFileSync(path.join(release, name), text)
      expect(wrong(await verifyRelease(release))).toContain(row)
    })

    it('does not take the keys of somebody else', async () => {
      const { gpgKey, minisignKey } = makeKeys(path.join(folder, 'others'))
      const found = wrong(await verifyRelease(copy(), { gpgKey, minisignKey }))
      expect(found).toEqual([
        'SHA256SUMS: signature (gpg): bad',
        'SHA256SUMS: signature (minisign): bad',
        'leeslamp-1.0.0.deb: signature (deb, gpg): bad',
        'leeslamp-1.0.0.rpm: signature (rpmkeys): bad',
      ])
    })

    it('takes a key of which a part signs, until it is revoked or expired', async () => {
      const key = makeGpgKeyInParts(path.join(folder, 'parts'))
      const dist = await makeArtefacts(folder, ['deb', 'rpm'])
      await finishRelease(dist, { LEESLAMP_GPG_KEY: key.secret })
      expect(wrong(await verifyRelease(dist, { gpgKey: key.public }))).toEqual([])
      for (const end of ends)
        expect(wrong(await verifyRelease(dist, { gpgKey: key[end] })), end).toEqual([
          'SHA256SUMS: signature (gpg): bad',
          'leeslamp-1.0.0.deb: signature (deb, gpg): bad',
          'leeslamp-1.0.0.rpm: signature (rpmkeys): bad',
        ])
    })

    it('says which tool is missing, and never takes that for a good sign', async () => {
      const path = process.env.PATH
      const release = copy()
      process.env.PATH = '/nowhere'
      const rows = await verifyRelease(release).finally(() => (process.env.PATH = path))
      expect(isGood(rows)).toBe(false)
      const unchecked = rows.filter(({ state }) => state === 'not checked')
      expect(unchecked.length).toBe(4 + 4 * 3)
      for (const tool of ['gpg', 'minisign', 'rpm', 'dpkg', 'tar', 'squashfs-tools'])
        expect(tableOf(rows)).toContain(`apt-get install ${tool}`)
    })
  })

  describe('a full temporary folder', () => {
    const scripts = path.join(import.meta.dirname, '../../../../scripts')

    /** What a script says of a release, with so many kilobytes to unpack it in. */
    function said(script: string, release: string, kilobytes: number): string {
      const run = `process.env.TMPDIR = process.argv[1]
        const { status, stdout, stderr } = require('node:child_process').spawnSync(process.execPath,
          process.argv.slice(2), { encoding: 'utf8' })
        console.log(stdout + stderr + 'exit code ' + status)`
      return runOnSmallDisk({ kilobytes }, ['-e', run], [path.join(scripts, script), release])
    }

    it.each(all)('is said of a %s, and is no damage', async (kind) => {
      const release = await makeArtefacts(folder, [kind])
      const full = `the disk is full; all files are as they were. Make room in `
      const before = fs.readdirSync(release)
      const finished = said('finish-release.mjs', release, 8)
      expect(finished).toContain(`leeslamp: ${full}`)
      expect(finished.match(/\n/gu)).toHaveLength(2)
      expect(fs.readdirSync(release)).toEqual(before)
      await finishRelease(release, {})
      const table = said('verify-release.mjs', release, 8)
      expect(table).toMatch(/ files inside +not checked +the disk is full/u)
      expect(table).toMatch(/do not hand this out: 0 bad, 3 not checked, of \d+\n/u)
      expect(said('verify-release.mjs', release, 1024)).toContain('exit code 0')
    })
  })

  describe('a release without signatures', () => {
    it('is good and says so, until a key is given', async () => {
      const dist = await makeArtefacts(folder, ['deb', 'rpm'])
      await finishRelease(dist, {})
      const rows = await verifyRelease(dist)
      expect(wrong(rows)).toEqual([])
      expect(tableOf(rows)).toMatch(/and 4 not signed: who made it is not known\n$/u)
      const gpgKey = makeGpgKey(path.join(folder, 'keys'))
      expect(wrong(await verifyRelease(dist, { gpgKey }))).toHaveLength(3)
    })

    it.each([...all, 'exe', 'msi', 'zip', 'dmg'] as const)(
      'has what is in a %s as it was listed',
      async (kind) => {
        const dist = await makeArtefacts(folder, [kind])
        await finishRelease(dist, {})
        expect(wrong(await verifyRelease(dist, { macSignatures: 'elsewhere' }))).toEqual([])
        const list = path.join(dist, 'CONTENTS.json')
        const contents = JSON.parse(fs.readFileSync(list, 'utf8')) as Record<
          string,
          Record<string, unknown>[]
        >
        const [name = '', files = []] = Object.entries(contents)[0] ?? []
        const programs = /(?:^|\/)(?:leeslamp|leeslamp\.exe|Electron Framework)$/u
        const program = files.find((one) => programs.test(String(one.path)) && 'size' in one)
        expect(program).toMatchObject({ size: expect.any(Number) as number })
        if (all.some((one) => one === kind)) expect(program?.mode).toBe('755')
        const links = files.filter((one) => 'link' in one).map(({ link }) => link)
        const ofMac = ['Versions/Current/Electron Framework', 'A']
        if (kind === 'zip') expect(links).toEqual(ofMac)
        if (kind === 'dmg') expect(links).toEqual(['/Applications', ...ofMac])
        const broken: Record<string, Record<string, unknown>[]> = {
          'another mode': files.map((one) => ({ ...one, mode: '4755' })),
          'another sum': files.map((one) => ('sha256' in one ? { ...one, sha256: '0' } : one)),
          'another size': files.map((one) => ('size' in one ? { ...one, size: 1 } : one)),
          'one more': [...files, { path: 'x', mode: '644', size: 0, sha256: '0' }],
          'one less': files.slice(1),
        }
        for (const [what, changed] of Object.entries(broken)) {
          fs.writeFileSync(list, JSON.stringify({ [name]: changed }))
          expect(wrong(await verifyRelease(dist, { macSignatures: 'elsewhere' })), what).toContain(
            `${name}: files inside: bad`,
          )
        }
      },
    )

    it('never takes for good what only a Mac can look at', async () => {
      const dist = await makeArtefacts(folder, ['dmg', 'zip', 'deb'])
      await finishRelease(dist, {})
      const signatures = ['dmg', 'zip'].map(
        (kind) => `leeslamp-1.0.0.${kind}: signature (codesign, stapler): not checked`,
      )
      expect(wrong(await verifyRelease(dist))).toEqual(signatures)
      const only = await verifyRelease(dist, { macSignatures: 'only' })
      expect(only).toHaveLength(2)
      expect(wrong(only)).toEqual(signatures)
      const rest = await verifyRelease(dist, { macSignatures: 'elsewhere' })
      expect(isGood(rest)).toBe(true)
      expect(tableOf(rest)).toMatch(
        / not signed, and 2 left to a Mac: hand it out when that is done\n$/u,
      )
    })

    it('looks at the programs in an installer for Windows', async () => {
      const { env, others, certificate } = makeCertificates(path.join(folder, 'keys'))
      const signedBy =
        (whose: NodeJS.ProcessEnv) =>
        (file: string): Promise<void> =>
          withSigners(whose, async (signers) => {
            for (const { signs, sign } of signers) if (signs(file)) await sign(file)
          })
      const kinds = ['exe', 'msi'] as const
      /** What a release says whose programs were signed so, and whose installers with our own key. */
      async function stateOf(name: string, parts: ProgramParts): Promise<string[]> {
        fs.mkdirSync(path.join(folder, name))
        const dist = await makeArtefacts(path.join(folder, name), kinds, parts)
        await finishRelease(dist, env)
        const rows = await verifyRelease(dist, { certificate })
        const inside = rows.filter(({ check }) => check === 'programs inside (osslsigncode)')
        expect(wrong(rows.filter((row) => !inside.includes(row)))).toEqual([])
        return inside.map(({ state, detail }) => `${state} ${detail}`)
      }
      const own = Array.from(kinds, () => 'ok by the certificate that was given')
      expect(await stateOf('own', { sign: signedBy(env) })).toEqual(own)
      expect(await stateOf('none', {})).toEqual(Array.from(kinds, () => 'unsigned '))
      const another = 'bad leeslamp.exe: signed with another certificate than the first one given'
      expect(await stateOf('others', { sign: signedBy(others) })).toEqual(
        Array.from(kinds, () => another),
      )
    })

    const onlyBill = (change: object) => ({
      bill: {
        bomFormat: 'CycloneDX',
        metadata: { component: { version: '1.0.0' } },
        components: [{ group: '@x', name: 'a' }, { name: 'b' }],
        ...change,
      },
    })
    const broken: [string, ProgramParts, string][] = [
      ...Array.from({ length: 8 }, (_none, at): [string, ProgramParts, string] => {
        const fuses = [...'01001100'].map((fuse, one) =>
          one === at ? String(1 - Number(fuse)) : fuse,
        )
        return [`fuse ${String(at)} the other way`, { fuses: fuses.join('') }, 'fuses']
      }),
      ['no bill of materials', { bill: null }, 'SBOM and licences'],
      ['a bill of another form', onlyBill({ bomFormat: 'SPDX' }), 'SBOM and licences'],
      [
        'a bill of another version',
        onlyBill({ metadata: { component: { version: '0.9.0' } } }),
        'SBOM and licences',
      ],
      [
        'a bill that lacks a package',
        onlyBill({ components: [{ name: 'b' }] }),
        'SBOM and licences',
      ],
      ['no licences', { licences: [] }, 'SBOM and licences'],
      [
        'a licence without its text',
        { licences: ['@x/a', 'b'].map((name) => ({ name, text: ' ' })) },
        'SBOM and licences',
      ],
    ]
    it.each(broken)('turns red with %s', async (_what, parts, check) => {
      const dist = await makeArtefacts(folder, ['tar.gz'], parts)
      await finishRelease(dist, {})
      expect(wrong(await verifyRelease(dist))).toEqual([`leeslamp-1.0.0.tar.gz: ${check}: bad`])
    })
  })
}
