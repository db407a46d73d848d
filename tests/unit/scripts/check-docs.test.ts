import { spawnSync } from 'node:child_process'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { beforeEach, describe, expect, it } from 'vitest'

const script = path.join(import.meta.dirname, '../../../scripts/check-docs.mjs')
let folder = ''

beforeEach(() => {
  folder = fs.mkdtempSync(path.join(os.tmpdir(), 'leeslamp-docs-'))
  write('src/core/memo.ts', '')
  write('docs/design/search.md', 'See `src/core/memo.ts` and [the design](../../DESIGN.md).')
  write('.github/SECURITY.md', 'See [the design](../DESIGN.md).')
  write('DESIGN.md', 'All of `src/core/*.ts` and `src/`, [search](docs/design/search.md#terms).')
  return () => {
    fs.rmSync(folder, { recursive: true, force: true })
  }
})

function write(name: string, text: string): void {
  const file = path.join(folder, name)
  fs.mkdirSync(path.dirname(file), { recursive: true })
  fs.writeFileSync(file, text)
}

function check(): { status: number | null; stdout: string } {
  return spawnSync(process.execPath, [script, folder], { encoding: 'utf8' })
}

describe('the check of documents', () => {
  it('takes pages of which each path and each link leads somewhere', () => {
    expect(check()).toMatchObject({ status: 0, stdout: '' })
  })

  it.each([
    ['a file', 'Now `src/core/gone.ts`.', 'src/core/gone.ts'],
    ['a pattern', 'All of `src/gone/*.ts`.', 'src/gone'],
    ['a file in a command', 'Run `scripts/gone.mjs --all`.', 'scripts/gone.mjs'],
    ['a link', 'See [a page](docs/gone.md).', 'docs/gone.md'],
  ])('finds %s that does not exist', (_what, sentence, name) => {
    write('README.md', `First.\n${sentence}`)
    expect(check()).toMatchObject({ status: 1, stdout: `README.md:2: ${name} does not exist\n` })
  })

  it('resolves links from the folder of their page', () => {
    write('.github/CONTRIBUTING.md', '[The design](DESIGN.md)')
    const stdout = '.github/CONTRIBUTING.md:1: .github/DESIGN.md does not exist\n'
    expect(check()).toMatchObject({ status: 1, stdout })
  })

  it.each([
    ['DESIGN.md', 8 * 1024],
    ['docs/design/search.md', 4 * 1024],
  ])('finds that %s is longer than it may be', (page, limit) => {
    write(page, 'a'.repeat(limit))
    expect(check().status).toBe(0)
    write(page, 'a'.repeat(limit + 1))
    expect(check()).toMatchObject({
      status: 1,
      stdout: `${page}: ${String(limit + 1)} bytes are more than ${String(limit)}\n`,
    })
  })

  it('leaves addresses, other pages and words in backticks alone', () => {
    write('docs/long.md', `${'a'.repeat(9_000)} [minisign](https://jedisct1.github.io/minisign/)`)
    write('README.md', 'The word `src` and the file `out/main/index.cjs`.')
    expect(check()).toMatchObject({ status: 0, stdout: '' })
  })
})
