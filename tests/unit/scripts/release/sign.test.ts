import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { finishRelease } from '../../../../scripts/dist/finish-release.mjs'
import { isGood, verifyRelease } from '../../../../scripts/release/verify.mjs'
import { findKeys, signatureCheckOf } from '../../../../scripts/release/check-signatures.mjs'
import signWhilePacking, { withSigners } from '../../../../scripts/release/sign.mjs'
import { howToInstall, runTool } from '../../../../scripts/release/tool.mjs'
import {
  makeArtefacts,
  makeGpgKey,
  makeKeys,
  passwords,
  windowsProgram,
  type SigningKeys,
} from '../../../fixtures/a-release.ts'
import { watchTools, type WatchedTools } from '../../../fixtures/watch-tools.ts'

let folder = ''

beforeEach(() => {
  folder = fs.mkdtempSync(path.join(os.tmpdir(), 'leeslamp-signing-'))
  return () => {
    fs.rmSync(folder, { recursive: true, force: true })
    vi.restoreAllMocks()
    vi.unstubAllEnvs()
  }
})

/** What is told on standard error while `action` runs. */
async function told(action: () => Promise<unknown>): Promise<string> {
  const lines: string[] = []
  vi.spyOn(process.stderr, 'write').mockImplementation((line) => {
    lines.push(String(line))
    return true
  })
  await action()
  return lines.join('')
}

it('says plainly that nothing is signed when the environment names no key', async () => {
  const dist = path.join(folder, 'dist')
  fs.mkdirSync(dist)
  expect(await told(() => finishRelease(dist, {}))).toContain(
    'not signed: the environment names no key',
  )
  expect(fs.readdirSync(dist)).toEqual(['CONTENTS.json', 'SHA256SUMS'])
})

it.each([
  [{}, 0],
  [{ CSC_NAME: 'A Test' }, 1],
  [{ CSC_KEYCHAIN: '/tmp/a.keychain' }, 1],
])('tells of what signed while a Mac packed: %o', async (env, count) => {
  const seen: string[] = []
  const look = (signers: readonly { name: string }[]): Promise<void> => {
    seen.push(...signers.map(({ name }) => name))
    return Promise.resolve()
  }
  await withSigners(env, look, 'darwin')
  expect(seen).toEqual(Array.from({ length: count }, () => 'what was packed, with a certificate'))
})

it('names no Debian packages where there are none', () => {
  expect(howToInstall(['gnupg'], 'linux')).toContain('apt-get install gnupg')
  for (const platform of ['win32', 'darwin'])
    expect(howToInstall(['gnupg'], platform)).not.toContain('apt')
})

if (process.platform === 'linux') {
  describe('signing', () => {
    let home = ''
    let keys: SigningKeys
    let unsigned = ''
    beforeAll(async () => {
      home = fs.mkdtempSync(path.join(os.tmpdir(), 'leeslamp-keys-'))
      keys = makeKeys(path.join(home, 'keys'))
      unsigned = await makeArtefacts(home, ['deb', 'rpm'])
    }, 60_000)
    afterAll(() => {
      fs.rmSync(home, { recursive: true, force: true })
    })

    function copy(): string {
      const dist = path.join(folder, 'dist')
      fs.cpSync(unsigned, dist, { recursive: true })
      return dist
    }

    /** What lies in a folder, with its bytes. */
    const stateOf = (dist: string): Record<string, string> =>
      Object.fromEntries(
        fs
          .readdirSync(dist)
          .map((name) => [name, fs.readFileSync(path.join(dist, name)).toString('base64')]),
      )

    async function signWindows(file: string, env: NodeJS.ProcessEnv): Promise<void> {
      await withSigners(env, async (signers) => {
        for (const { signs, sign } of signers) if (signs(file)) await sign(file)
      })
    }

    it('signs with all keys that the environment names, as files or as themselves', async () => {
      const { env } = keys
      const asText = {
        ...env,
        LEESLAMP_GPG_KEY: fs.readFileSync(env.LEESLAMP_GPG_KEY ?? '', 'utf8'),
        LEESLAMP_MINISIGN_KEY: fs.readFileSync(env.LEESLAMP_MINISIGN_KEY ?? '', 'utf8'),
      }
      const dist = copy()
      const lines = await told(() => finishRelease(dist, asText))
      expect(lines).toContain(
        'signed: deb, rpm and SHA256SUMS with GnuPG; SHA256SUMS with minisign',
      )
      expect(fs.readdirSync(dist)).toEqual([
        ...['CONTENTS.json', 'SHA256SUMS', 'SHA256SUMS.asc', 'SHA256SUMS.minisig'],
        ...['leeslamp-1.0.0.deb', 'leeslamp-1.0.0.rpm', 'signing-key.asc', 'signing-key.pub'],
      ])
    })

    it('signs programs for Windows, and a changed byte shows', async () => {
      const file = path.join(folder, 'leeslamp.exe')
      const check = signatureCheckOf('leeslamp.exe')
      const given = findKeys(folder, { certificate: keys.certificate })
      fs.writeFileSync(file, windowsProgram())
      expect(await check?.run(file, findKeys(folder, {}))).toMatchObject({ state: 'unsigned' })
      expect(await check?.run(file, given)).toMatchObject({ state: 'bad' })
      const link = keys.env.WIN_CSC_LINK ?? ''
      const inBase64 = { ...keys.env, WIN_CSC_LINK: fs.readFileSync(link).toString('base64') }
      await signWindows(file, inBase64)
      expect(await check?.run(file, given)).toMatchObject({ state: 'ok' })
      const bytes = fs.readFileSync(file)
      bytes.writeUInt8(1, 0x210)
      fs.writeFileSync(file, bytes)
      expect(await check?.run(file, given)).toMatchObject({ state: 'bad' })
    })

    it('takes nobody else of the same authority for who signed, and nobody without one', async () => {
      const file = path.join(folder, 'leeslamp.exe')
      const check = (certificate: string) =>
        signatureCheckOf(file)?.run(file, findKeys(folder, { certificate }))
      const alone = path.join(folder, 'alone.pem')
      const [own = ''] = fs
        .readFileSync(keys.certificate, 'utf8')
        .split(/(?<=END CERTIFICATE-----\n)/u)
      fs.writeFileSync(alone, own)
      fs.writeFileSync(file, windowsProgram())
      await signWindows(file, keys.env)
      expect(await check(keys.certificate)).toMatchObject({ state: 'ok' })
      const another = { state: 'bad', detail: expect.stringContaining('another certificate') }
      expect(await check(keys.authority)).toMatchObject(another)
      expect(await check(alone)).toMatchObject({
        state: 'bad',
        detail: 'the authority of the certificate is not in the file given',
      })
      fs.writeFileSync(file, windowsProgram())
      await signWindows(file, keys.others)
      expect(await check(keys.certificate)).toMatchObject(another)
    })

    it.each([
      ['LEESLAMP_GPG_PASSPHRASE', 'een verkeerde zin'],
      ['LEESLAMP_GPG_PASSPHRASE', undefined],
      ['LEESLAMP_GPG_KEY', '/nowhere/key'],
      ['LEESLAMP_GPG_KEY', '-----BEGIN PGP PRIVATE KEY BLOCK-----\nno key\n'],
      ['LEESLAMP_MINISIGN_PASSWORD', 'een verkeerde zin'],
      ['LEESLAMP_MINISIGN_PASSWORD', undefined],
      ['LEESLAMP_MINISIGN_KEY', '/nowhere/key'],
    ])(
      'with a wrong %s (%s) fails in one sentence and leaves all as it was',
      async (name, value) => {
        const dist = copy()
        const before = stateOf(dist)
        const failed = finishRelease(dist, { ...keys.env, [name]: value })
        const error = await failed.catch((caught: unknown) => caught as Error)
        expect(error).toBeInstanceOf(Error)
        expect(error?.message).toMatch(/^[^\n]*nothing was signed and nothing was kept[^\n]*\.$/u)
        expect(error?.message).not.toContain('een verkeerde zin')
        expect(stateOf(dist)).toEqual(before)
        expect(fs.readdirSync(folder)).toEqual(['dist'])
      },
    )

    it.each([
      ['LEESLAMP_GPG_PASSPHRASE', 'linux'],
      ['LEESLAMP_MINISIGN_PASSWORD', 'linux'],
      ['WIN_CSC_KEY_PASSWORD', 'linux'],
      ['WIN_CSC_KEY_PASSWORD', 'win32'],
      ['CSC_KEY_PASSWORD', 'darwin'],
    ])('with a wrong %s fails before anything is made (%s)', async (name, platform) => {
      const { WIN_CSC_LINK: CSC_LINK, WIN_CSC_KEY_PASSWORD: CSC_KEY_PASSWORD } = keys.env
      const env = { ...keys.env, CSC_LINK, CSC_KEY_PASSWORD }
      let made = 0
      const make = (): Promise<void> => Promise.resolve(void made++)
      await withSigners(env, make, platform)
      expect(made).toBe(1)
      const wrong = withSigners({ ...env, [name]: 'een verkeerde zin' }, make, platform)
      await expect(wrong).rejects.toThrow('belong together')
      expect(made).toBe(1)
    })

    it('with a wrong password of the certificate leaves the program as it was', async () => {
      const file = path.join(folder, 'leeslamp.exe')
      fs.writeFileSync(file, windowsProgram())
      const signed = signWindows(file, { ...keys.env, WIN_CSC_KEY_PASSWORD: 'een verkeerde zin' })
      await expect(signed).rejects.toThrow('WIN_CSC_LINK and WIN_CSC_KEY_PASSWORD belong together')
      expect(fs.readFileSync(file).equals(windowsProgram())).toBe(true)
      expect(fs.readdirSync(folder)).toEqual(['leeslamp.exe'])
    })

    function watched(): WatchedTools {
      const doors = path.join(folder, 'doors')
      fs.mkdirSync(doors)
      const tools = watchTools(doors, ['gpg', 'gpgconf', 'minisign', 'osslsigncode', 'rpmsign'])
      vi.stubEnv('PATH', tools.path)
      return tools
    }

    it('finishes a release again: after a failure, with another key, and with none', async () => {
      const dist = copy()
      const before = stateOf(dist)
      const signWith = (key: string): Promise<void> =>
        finishRelease(dist, { LEESLAMP_GPG_KEY: key, LEESLAMP_GPG_PASSPHRASE: passwords.gpg })
      const [first = '', second = ''] = ['first', 'second'].map((name) =>
        makeGpgKey(path.join(folder, name)),
      )
      await signWith(first.replace('public', 'secret'))
      // As a machine leaves it that stops while the files take their places.
      for (const name of ['SHA256SUMS', 'signing-key.asc']) fs.rmSync(path.join(dist, name))
      fs.writeFileSync(path.join(dist, 'CONTENTS.json'), '{}')
      await signWith(first.replace('public', 'secret'))
      expect(isGood(await verifyRelease(dist, { gpgKey: first }))).toBe(true)
      await signWith(second.replace('public', 'secret'))
      expect(isGood(await verifyRelease(dist, { gpgKey: first }))).toBe(false)
      expect(isGood(await verifyRelease(dist, { gpgKey: second }))).toBe(true)
      for (const [name, bytes] of Object.entries(before))
        fs.writeFileSync(path.join(dist, name), Buffer.from(bytes, 'base64'))
      await finishRelease(dist, {})
      const own = ['CONTENTS.json', 'SHA256SUMS', ...Object.keys(before)]
      expect(fs.readdirSync(dist)).toEqual(own)
      expect(isGood(await verifyRelease(dist))).toBe(true)
    })

    it('signs an installer for Windows, and a changed byte shows', async () => {
      const dist = await makeArtefacts(folder, ['msi'])
      const name = 'leeslamp-1.0.0.msi'
      const file = path.join(dist, name)
      const check = signatureCheckOf(name)
      const given = findKeys(folder, { certificate: keys.certificate })
      expect(await check?.run(file, findKeys(folder, {}))).toMatchObject({ state: 'unsigned' })
      const wrong = { ...keys.env, WIN_CSC_KEY_PASSWORD: 'een verkeerde zin' }
      await expect(signWindows(file, wrong)).rejects.toThrow('belong together')
      expect(fs.readdirSync(dist)).toEqual([name])
      await signWindows(file, keys.env)
      expect(await check?.run(file, given)).toMatchObject({ state: 'ok' })
      const bytes = fs.readFileSync(file)
      const at = bytes.indexOf('MSCF')
      expect(at).toBeGreaterThan(0)
      bytes.writeUInt8(bytes.readUInt8(at + 40) ^ 1, at + 40)
      fs.writeFileSync(file, bytes)
      expect(await check?.run(file, given)).toMatchObject({ state: 'bad' })
    })

    it('signs while electron-builder packs, as its configuration says, or not at all', async () => {
      const root = path.join(import.meta.dirname, '../../../..')
      const configuration = fs.readFileSync(path.join(root, 'electron-builder.yml'), 'utf8')
      expect(configuration).toMatch(
        /signtoolOptions:\n.*\n {4}sign: \.\/scripts\/release\/sign\.mjs\n/u,
      )
      const file = path.join(folder, 'leeslamp.exe')
      fs.writeFileSync(file, windowsProgram())
      await signWhilePacking({ path: file })
      expect(fs.readFileSync(file).equals(windowsProgram())).toBe(true)
      for (const [name, value] of Object.entries(keys.env)) vi.stubEnv(name, value)
      vi.stubEnv('WIN_CSC_KEY_PASSWORD', 'een verkeerde zin')
      await expect(signWhilePacking({ path: file })).rejects.toThrow('belong together')
      vi.stubEnv('WIN_CSC_KEY_PASSWORD', passwords.certificate)
      await signWhilePacking({ path: file })
      const given = findKeys(folder, { certificate: keys.certificate })
      expect(await signatureCheckOf(file)?.run(file, given)).toMatchObject({ state: 'ok' })
    })

    it('asks a server for the time when the environment names one', async () => {
      const file = path.join(folder, 'leeslamp.exe')
      fs.writeFileSync(file, windowsProgram())
      const tools = watched()
      const server = 'http://127.0.0.1:1/time'
      const signed = signWindows(file, { ...keys.env, LEESLAMP_TIMESTAMP_SERVER: server })
      await expect(signed).rejects.toThrow('could not be signed')
      expect(tools.seen()).toContain(`-ts\0${server}\0`)
    })

    it('shows no secret on a command line, in the environment of a tool, or in what it tells', async () => {
      const dist = copy()
      const exe = path.join(folder, 'leeslamp.exe')
      fs.writeFileSync(exe, windowsProgram())
      const tools = watched()
      // In the environment of this process, where tools would have it from.
      for (const [name, value] of Object.entries(keys.env)) vi.stubEnv(name, value)
      const lines = await told(async () => {
        await finishRelease(dist, process.env)
        await signWindows(exe, process.env)
      })
      expect([...tools.started()].sort()).toEqual([
        'gpg',
        'gpgconf',
        'minisign',
        'osslsigncode',
        'rpmsign',
      ])
      for (const secret of Object.values(passwords)) {
        expect(tools.seen()).not.toContain(secret)
        expect(lines).not.toContain(secret)
      }
    })

    it.each([
      ['on a command line', [passwords.gpg], {}],
      ['in an environment', [], { SECRET: passwords.gpg }],
    ])('would have seen a secret %s', async (_where, args, env) => {
      const tools = watched()
      await runTool('minisign', args, { env })
      expect(tools.seen()).toContain(passwords.gpg)
    })
  })
}
