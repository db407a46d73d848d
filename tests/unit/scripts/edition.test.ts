// `npm run edition` in a checkout in which nothing was built.
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'

const root = path.resolve('.')
let checkout: string

beforeEach(() => {
  checkout = fs.mkdtempSync(path.join(os.tmpdir(), 'leeslamp-checkout-'))
  const inputs = ['electron', 'resources', 'scripts', 'src', 'package.json', 'package-lock.json']
  for (const name of inputs)
    fs.cpSync(path.join(root, name), path.join(checkout, name), { recursive: true })
  const packages = path.join(checkout, 'node_modules')
  fs.mkdirSync(packages)
  for (const name of fs.readdirSync(path.join(root, 'node_modules'))) {
    if (name === '.leeslamp-installed') continue
    fs.symlinkSync(path.join(root, 'node_modules', name), path.join(packages, name), 'junction')
  }
  // As packages.mjs writes it, so that nothing is installed here.
  const lock = fs.readFileSync(path.join(root, 'package-lock.json'))
  const stamp = `${process.platform}-${process.arch} ${createHash('sha256').update(lock).digest('hex')}`
  fs.writeFileSync(path.join(packages, '.leeslamp-installed'), stamp)
})
afterEach(() => fs.rmSync(checkout, { recursive: true, force: true }))

function edition(...args: string[]): string {
  const { stdout } = spawnSync(
    process.execPath,
    [path.join(checkout, 'scripts/edition.mjs'), ...args],
    { encoding: 'utf8', env: { ...process.env, INIT_CWD: checkout } },
  )
  return stdout
}

it('finds a word by its part: the word list is made first', () => {
  const text = 'Haven\n\nOp het water\n\n* De boot vaart op vastestofbatterijen naar zee. Bode\n'
  fs.writeFileSync(path.join(checkout, 'haven-2026-11.txt'), text)
  edition('import', 'haven-2026-11.txt', '--library', 'boeken')
  const found = edition('search', '--library', 'boeken', 'batterij', '--json')
  expect(JSON.parse(found)).toMatchObject({ total: 1 })
})
