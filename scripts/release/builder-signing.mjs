// What electron-builder signs with, given as the environment names it.
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { withKeychain } from './mac-keychain.mjs'
import { SetupError } from '../steps.mjs'

const signsWith = /^(?:WIN_)?CSC_|^APPLE_/
/** Any of these names what signs a program for a Mac. */
const namesIdentity = ['CSC_LINK', 'CSC_NAME', 'CSC_KEYCHAIN']

/**
 * Runs `action` with what electron-builder signs with in this environment. A key for notarisation is given as itself or as
 * the name of its file, and it wants the name. What is set to nothing, as by a workflow without secrets, is left out. Where
 * nothing is named nothing signs: electron-builder would take what it finds in the user's keychain.
 * @param {NodeJS.ProcessEnv} env
 * @param {(env: NodeJS.ProcessEnv) => Promise<Result>} action
 * @returns {Promise<Result>}
 * @throws {SetupError} one sentence, when the file of the key cannot be read
 * @template Result
 */
export function withBuilderEnvironment(env, action) {
  return withNamedKey(env, (given) => {
    if (process.platform !== 'darwin' || given.CSC_LINK === undefined) return action(given)
    return withKeychain(given, (CSC_KEYCHAIN) => {
      const own = { ...given, CSC_KEYCHAIN }
      for (const name of ['CSC_LINK', 'CSC_KEY_PASSWORD']) delete own[name]
      return action(own)
    })
  })
}

async function withNamedKey(env, action) {
  const given = Object.fromEntries(
    Object.entries(env).filter(([name, value]) => signsWith.test(name) && value.trim() !== ''),
  )
  if (namesIdentity.every((name) => given[name] === undefined))
    given.CSC_IDENTITY_AUTO_DISCOVERY = 'false'
  const key = given.APPLE_API_KEY
  if (key === undefined) return action(given)
  if (!key.startsWith('-----BEGIN')) {
    if (fs.statSync(key, { throwIfNoEntry: false })?.isFile() === true)
      return action({ ...given, APPLE_API_KEY: path.resolve(key) })
    throw new SetupError('the file that APPLE_API_KEY names cannot be read; nothing was made.')
  }
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'leeslamp-key-'))
  try {
    const file = path.join(folder, 'AuthKey.p8')
    fs.writeFileSync(file, `${key.trim()}\n`, { mode: 0o600 })
    return await action({ ...given, APPLE_API_KEY: file })
  } finally {
    fs.rmSync(folder, { recursive: true, force: true })
  }
}
