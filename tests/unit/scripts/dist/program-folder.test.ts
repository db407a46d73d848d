import fs from 'node:fs'
import path from 'node:path'
import { beforeEach, expect, it } from 'vitest'
import { skipBesideLinux } from '../../skip-without.ts'
import { freshFolder, importOf, inline, node } from './run-node.ts'

beforeEach(skipBesideLinux)
const folder = freshFolder()

/** What is told when electron-builder packs an AppImage, for which it fetches tools, out of a stand-in for Electron. */
function pack(env: NodeJS.ProcessEnv) {
  fs.mkdirSync(path.join(folder(), 'locales'))
  fs.writeFileSync(path.join(folder(), 'locales/nl.pak'), '')
  const electron = path.join(folder(), 'electron')
  fs.writeFileSync(electron, 'dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX\u0001\u000800000000', {
    mode: 0o755,
  })
  const runtime = JSON.stringify({ path: electron, version: '45.0.0' })
  const out = JSON.stringify(path.join(folder(), 'out'))
  const code = `${importOf('makeWhole', 'dist/work-folder.mjs')}
    ${importOf('runBuilder', 'dist/program-folder.mjs')}
    ${importOf('runMain', 'steps.mjs')}
    await runMain(() => makeWhole(${JSON.stringify(path.join(folder(), 'dist'))}, (work) =>
      runBuilder(work, ${runtime}, ${out}, ['--linux', 'AppImage'], ${JSON.stringify(env)})))`
  return node(inline(code))
}

it('says in one sentence that electron-builder could not fetch what it packs with', () => {
  const { status, lines } = pack({
    ELECTRON_BUILDER_BINARIES_MIRROR: 'http://127.0.0.1:9/',
    ELECTRON_BUILDER_CACHE: path.join(folder(), 'cache'),
  })
  expect(status).toBe(1)
  expect(lines).toEqual([
    expect.stringMatching(
      /^leeslamp: electron-builder could not fetch what it packs with, nothing was made\./u,
    ),
  ])
  expect(fs.existsSync(path.join(folder(), 'dist'))).toBe(false)
})
