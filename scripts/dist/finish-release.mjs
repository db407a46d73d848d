// What is added when all artefacts are made: signatures, a list of what is in them, and a list of their sums.
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { isArtefact, listFiles, sumOf, unpack } from '../release/artefact.mjs'
import { listName, unlisted } from '../release/list.mjs'
import { publicKeys, withSigners } from '../release/sign.mjs'
import { diskFull, FullDisk } from '../release/tool.mjs'
import { SetupError, tell } from '../steps.mjs'
import { stoppable } from './stoppable.mjs'
import { removeLeft, workFolder } from './work-folder.mjs'

const contentsName = 'CONTENTS.json'

/** What opens artefacts are tools of Linux; a release of several systems is finished there (docs/releasing.md). */
const opensArtefacts = process.platform === 'linux'

/** What is in an artefact, file by file. */
async function contentsOf(file) {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'leeslamp-contents-'))
  try {
    if (!(await unpack(file, folder)))
      throw new SetupError(`${path.basename(file)} cannot be unpacked; nothing was kept.`)
    return listFiles(folder)
  } finally {
    fs.rmSync(folder, { recursive: true, force: true })
  }
}

/** Writes into `work` what is signed there, and all that tells of the files of these names. */
async function fill(work, names, latest, signers) {
  for (const { signs, sign } of signers)
    for (const name of names.filter(signs)) {
      fs.copyFileSync(latest(name), path.join(work, name))
      await sign(path.join(work, name))
    }
  const contents = {}
  for (const name of opensArtefacts ? names.filter(isArtefact) : [])
    contents[name] = await contentsOf(latest(name))
  fs.writeFileSync(path.join(work, contentsName), `${JSON.stringify(contents, null, 1)}\n`)
  for (const { writePublicKey } of signers) await writePublicKey(work)
  const all = [...new Set([...names, ...fs.readdirSync(work)])].sort()
  const list = path.join(work, listName)
  fs.writeFileSync(list, all.map((name) => `${sumOf(latest(name))}  ${name}\n`).join(''))
  for (const { signList } of signers) await signList(list)
  tell(
    signers.length === 0
      ? 'not signed: the environment names no key (docs/releasing.md says which it may)'
      : `signed: ${signers.map(({ name }) => name).join('; ')}`,
  )
}

/** What finishing writes beside the artefacts. */
const written = [contentsName, ...unlisted, ...Object.values(publicKeys)]

const listLast = (one, other) => Number(unlisted.includes(one)) - Number(unlisted.includes(other))

/**
 * Signs what the environment has keys for, and writes CONTENTS.json (what is in each artefact), SHA256SUMS (over all
 * files, sorted by name, as `sha256sum --check` reads it), the public keys, and the signatures of SHA256SUMS. All of it or
 * nothing; it can be done again, with other keys or none, and what an earlier time wrote is then written anew.
 * @param {string} folder
 * @param {NodeJS.ProcessEnv} [env]
 * @throws {SetupError} one sentence; the folder is then as it was
 */
export async function finishRelease(folder, env = process.env) {
  const prefix = `${path.resolve(folder)}.finishing-`
  removeLeft(prefix)
  const work = workFolder(prefix)
  const latest = (name) => {
    const own = path.join(work, name)
    return fs.existsSync(own) ? own : path.join(folder, name)
  }
  try {
    await stoppable(`${folder} is as it was.`, async (signal) => {
      const names = fs
        .readdirSync(folder)
        .filter((name) => !written.includes(name))
        .sort()
      await withSigners(env, (signers) => fill(work, names, latest, signers))
      signal.throwIfAborted()
      // Without its list nobody takes a release for one, should the next lines not come to their end.
      for (const name of written) fs.rmSync(path.join(folder, name), { force: true })
      for (const name of fs.readdirSync(work).sort(listLast))
        fs.renameSync(path.join(work, name), path.join(folder, name))
    })
  } catch (error) {
    throw diskFull.test(error.code) ? new FullDisk() : error
  } finally {
    fs.rmSync(work, { recursive: true, force: true })
  }
}
