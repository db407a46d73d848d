import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { beforeEach, expect, it } from 'vitest'
import { commandLine } from '../../../../scripts/release/mac-keychain.mjs'
import { withBuilderEnvironment } from '../../../../scripts/release/builder-signing.mjs'

const key = '-----BEGIN PRIVATE KEY-----\nR2VoZWlt\n-----END PRIVATE KEY-----'
let folder = ''

beforeEach(() => {
  folder = fs.mkdtempSync(path.join(os.tmpdir(), 'leeslamp-key-test-'))
  return () => {
    fs.rmSync(folder, { recursive: true })
  }
})

/** What electron-builder gets, and the file of the key as it finds it. */
function given(env: NodeJS.ProcessEnv) {
  return withBuilderEnvironment(env, (own) => {
    const file = own.APPLE_API_KEY ?? ''
    const isThere = fs.existsSync(file)
    return Promise.resolve({
      own,
      text: isThere ? fs.readFileSync(file, 'utf8') : null,
      mode: isThere ? fs.statSync(file).mode & 0o777 : null,
    })
  })
}

it('gives electron-builder what it signs with and nothing else, and nothing that is empty', async () => {
  const env = {
    ...{ CSC_LINK: 'link', WIN_CSC_LINK: '', APPLE_API_KEY: ' ', APPLE_TEAM_ID: 'team' },
    ...{ LEESLAMP_GPG_PASSPHRASE: 'zin', PATH: '/bin' },
  }
  expect((await given(env)).own).toEqual({ CSC_LINK: 'link', APPLE_TEAM_ID: 'team' })
})

it.each([
  [{}, false],
  [{ CSC_LINK: '', CSC_IDENTITY_AUTO_DISCOVERY: 'true' }, false],
  [{ CSC_LINK: 'link' }, true],
  [{ CSC_NAME: 'name' }, true],
  [{ CSC_KEYCHAIN: 'keychain' }, true],
])(
  'keeps electron-builder from what it finds in a keychain, unless %o names it',
  async (env, isNamed) => {
    const { own } = await given(env)
    expect(own.CSC_IDENTITY_AUTO_DISCOVERY !== 'false').toBe(isNamed)
  },
)

it('writes words for security so that they stay words, whatever is in them', () => {
  expect(commandLine('import', '/tmp/a b', '-P', `a"b'c\\d $e;é😀`, '')).toBe(
    String.raw`import /tmp/a\ b -P a\"b\'c\\d\ \$e\;é😀 ''` + '\n',
  )
})

it('takes a key for notarisation by the name of its file', async () => {
  const file = path.join(folder, 'AuthKey_1.p8')
  fs.writeFileSync(file, key)
  expect(await given({ APPLE_API_KEY: file })).toMatchObject({
    own: { APPLE_API_KEY: file },
    text: key,
  })
  expect(fs.existsSync(file)).toBe(true)
})

it('makes a file of a key that is given as itself, for this user alone and for as long as it is needed', async () => {
  const { own, text, mode } = await given({ APPLE_API_KEY: key })
  expect(text).toBe(`${key}\n`)
  if (process.platform !== 'win32') expect(mode).toBe(0o600)
  expect(fs.existsSync(own.APPLE_API_KEY ?? '')).toBe(false)
})

it('says in one sentence that the file of a key cannot be read', async () => {
  for (const name of [path.join(folder, 'none.p8'), folder])
    await expect(given({ APPLE_API_KEY: name })).rejects.toThrow(
      'the file that APPLE_API_KEY names cannot be read; nothing was made.',
    )
})
