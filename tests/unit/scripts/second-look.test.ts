// The runners are real; the tests that they run lie in a folder of their own.
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterAll, describe, expect, it } from 'vitest'
import { pageAtFailure, playwrightRun } from '../../../scripts/testing/run-playwright.mjs'
import { vitestRun } from '../../../scripts/testing/run-vitest.mjs'
import {
  mayBeLookedAtAgain,
  mostUnstable,
  runWithSecondLook,
  wholeOutcome,
} from '../../../scripts/testing/second-look.mjs'

const made: string[] = []
afterAll(() => {
  for (const folder of made) fs.rmSync(folder, { recursive: true, force: true })
})

/** A folder with these files, inside the project so that they find its packages. */
function folderWith(files: Readonly<Record<string, string>>): string {
  const folder = fs.mkdtempSync(path.resolve('node_modules/.second-look-'))
  made.push(folder)
  for (const [name, text] of Object.entries(files)) fs.writeFileSync(path.join(folder, name), text)
  return folder
}

/** Fails the first time, and leaves a file by which it knows the second. */
const once = (folder: string, name: string): string => `
  const left = ${JSON.stringify(path.join(folder, name))}
  const isSecond = fs.existsSync(left)
  fs.writeFileSync(left, '')
  if (!isSecond) throw new Error('the first time')`

const resultsFolder = (): string => {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'leeslamp-second-look-'))
  made.push(folder)
  return folder
}

function unitTests(files: (folder: string) => Readonly<Record<string, string>>) {
  const folder = folderWith({})
  const config = `export default { root: ${JSON.stringify(folder)}, test: { include: ['**/*.test.mjs'] } }`
  for (const [name, text] of Object.entries({ 'vitest.config.mjs': config, ...files(folder) }))
    fs.writeFileSync(path.join(folder, name), text)
  const args = [`--config=${path.join(folder, 'vitest.config.mjs')}`]
  return runWithSecondLook(
    'unit tests',
    vitestRun({ folder: resultsFolder(), args, isQuiet: true }),
  )
}

const head = `import fs from 'node:fs'
import { beforeAll, describe, it } from 'vitest'
`
const named = (names: readonly string[]): string[] =>
  names.map((name) => name.replace(/^.*\.second-look-[^/]*\//u, ''))

describe('a second look at unit tests', () => {
  it('tells what always fails from what failed once', async () => {
    const outcome = await unitTests((folder) => ({
      'one.test.mjs': `${head}
        it('passes', () => {})
        describe('a group', () => {
          it('fails (always)', () => { throw new Error('always') })
          it('fails once, by [signs] + $', () => {${once(folder, 'left')}})
        })`,
    }))
    expect(outcome.passed).toBe(2)
    expect(named(outcome.failed)).toEqual(['one.test.mjs: a group > fails (always)'])
    expect(named(outcome.unstable)).toEqual(['one.test.mjs: a group > fails once, by [signs] + $'])
  })

  it('fails a file that does not load, and is content with one that does so at last', async () => {
    const outcome = await unitTests((folder) => ({
      'never.test.mjs': `${head} import './gone.mjs'; it('is not reached', () => {})`,
      'late.test.mjs': `${head} ${once(folder, 'left')}
        it('is reached', () => {})`,
    }))
    expect(named(outcome.failed)).toEqual(['never.test.mjs'])
    expect(named(outcome.unstable)).toEqual(['late.test.mjs'])
  })

  it('fails what was not run and gives no reason, such as a test behind a hook that fails', async () => {
    const outcome = await unitTests(() => ({
      'hook.test.mjs': `${head}
        beforeAll(() => { throw new Error('no') })
        it('is behind it', () => {})`,
      'skipped.test.mjs': `${head} it.skip('is left out', () => {})`,
    }))
    expect(named(outcome.failed)).toContain('hook.test.mjs: is behind it')
    expect(named(outcome.failed)).toContain('skipped.test.mjs: is left out')
    expect(outcome.passed).toBe(0)
  })

  it('fails what goes wrong outside any test', async () => {
    const outcome = await unitTests(() => ({
      'stray.test.mjs': `${head}
        it('passes', async () => {
          void Promise.reject(new Error('nobody takes it'))
          await new Promise((resolve) => setImmediate(resolve))
        })`,
    }))
    expect(outcome.failed).toEqual(['unit tests, outside any test: nobody takes it'])
  })

  it('looks at nothing again where the reader’s data, the sandbox or the network is guarded', async () => {
    const outcome = await unitTests((folder) => ({
      'hostile-files.test.mjs': `${head} it('fails once', () => {${once(folder, 'left')}})`,
    }))
    expect(named(outcome.failed)).toEqual(['hostile-files.test.mjs: fails once'])
  })

  it('looks at nothing again when too much failed', async () => {
    const outcome = await unitTests((folder) => ({
      'many.test.mjs': `${head}
        for (let index = 0; index <= ${String(mostUnstable)}; index++)
          it('fails once, ' + index, () => {
            const left = ${JSON.stringify(folder)} + '/' + index
            const isSecond = fs.existsSync(left)
            fs.writeFileSync(left, '')
            if (!isSecond) throw new Error('the first time')
          })`,
    }))
    expect(outcome.failed).toHaveLength(mostUnstable + 1)
    expect(outcome.unstable).toEqual([])
  })
})

describe('a second look at window tests', () => {
  it('tells what always fails from what failed once', async () => {
    const folder = folderWith({})
    const playwright = pathToFileURL(path.resolve('node_modules/@playwright/test/index.mjs')).href
    const begin = `import fs from 'node:fs'
      import { test } from ${JSON.stringify(playwright)}
    `
    const files = {
      'playwright.config.mjs': `export default { testDir: ${JSON.stringify(folder)}, workers: 2, outputDir: ${JSON.stringify(path.join(folder, 'out'))} }`,
      'one.test.mjs': `${begin}
        test('passes', () => {})
        for (const which of ['a', 'b'])
          test('fails always: ' + which, () => { if (which === 'b') throw new Error('always') })
        test('fails once', () => {${once(folder, 'left')}})`,
      'never.test.mjs': `${begin} import './gone.mjs'; test('is not reached', () => {})`,
    }
    for (const [name, text] of Object.entries(files))
      fs.writeFileSync(path.join(folder, name), text)
    const args = [`--config=${path.join(folder, 'playwright.config.mjs')}`]
    const run = playwrightRun({ folder: resultsFolder(), args, env: process.env, isQuiet: true })
    const withBroken = await runWithSecondLook('window tests', run)
    expect(withBroken.failed.join()).toContain('outside any test')
    fs.rmSync(path.join(folder, 'never.test.mjs'))
    const outcome = await runWithSecondLook('window tests', run)
    expect(outcome).toEqual({
      passed: 3,
      failed: ['one.test.mjs: fails always: b'],
      skipped: [],
      unstable: ['one.test.mjs: fails once'],
    })
  })
})

describe('the page at a failure', () => {
  it('is what the report says of it, up to so many lines', () => {
    const rows = Array.from({ length: 200 }, (_, row) => `- row ${String(row)}`)
    const report = `# Error\n\n\`\`\`\nError\n\`\`\`\n\n\`\`\`yaml\n${rows.join('\n')}\n\`\`\`\n`
    expect(pageAtFailure(report)).toEqual(rows.slice(0, 150))
  })

  it('is nothing where a test has none', () => {
    expect(pageAtFailure('# Error\n\n```\nError\n```\n')).toEqual([])
  })
})

describe('a run that breaks off', () => {
  it('has failed', async () => {
    const outcome = await runWithSecondLook('unit tests', () => Promise.reject(new Error('gone')))
    expect(outcome.failed).toEqual(['unit tests, without a result: gone'])
  })

  it('has failed without a word, too', async () => {
    const tests = [{ file: 'a.test.ts', title: 'passes', hasPassed: true }]
    const outcome = await runWithSecondLook('unit tests', () =>
      Promise.resolve({ code: 1, tests, troubles: [] }),
    )
    expect(outcome).toMatchObject({ passed: 1, failed: ['unit tests'] })
  })
})

describe('a whole run', () => {
  const outcome = (unstable: string[], failed: string[] = []) => ({ passed: 10, failed, unstable })

  it('counts what is unstable as passed', () => {
    expect(wholeOutcome([outcome(['a']), outcome([], ['b'])])).toEqual({
      passed: 20,
      failed: ['b'],
      skipped: [],
      unstable: ['a'],
    })
  })

  it('fails what was unstable in the run before as well', () => {
    expect(wholeOutcome([outcome(['a', 'b'])], ['b'])).toMatchObject({
      passed: 9,
      failed: ['b'],
      unstable: ['a'],
    })
  })

  it('fails all that is unstable when that is too much', () => {
    const some = Array.from({ length: mostUnstable }, (_, index) => String(index))
    expect(wholeOutcome([outcome(some)])).toMatchObject({ passed: 10, failed: [] })
    expect(wholeOutcome([outcome(some), outcome(['one more'])])).toMatchObject({
      passed: 20 - mostUnstable - 1,
      failed: [...some, 'one more'],
      unstable: [],
    })
  })
})

it.each([
  ['tests/unit/electron/faults/power-loss.test.ts', false],
  ['tests/unit/electron/import/cage.test.ts', false],
  ['tests/unit/scripts/sandbox.test.ts', false],
  ['offline.test.ts', false],
  ['guards.test.ts', false],
  ['network.test.ts', false],
  ['reading.test.ts', true],
  ['tests/unit/core/dutch/stem.test.ts', true],
])('whether it may be looked at again: %s', (file, may) => {
  expect(mayBeLookedAtAgain({ file })).toBe(may)
})
