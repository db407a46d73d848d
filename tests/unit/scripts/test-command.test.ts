import { spawnSync } from 'node:child_process'
import path from 'node:path'
import { expect, it } from 'vitest'

const script = path.resolve('scripts/test.mjs')
const asked = (...args: string[]): { status: number | null; said: string } => {
  const { status, stderr } = spawnSync(process.execPath, [script, ...args], { encoding: 'utf8' })
  return { status, said: stderr }
}

it.each([
  ['tests/e2e/reading.test.ts'],
  ['--only-e2e'],
  ['types', 'src/App.vue'],
  ['units'],
  ['toString'],
])('refuses what names no part of the tests, and says which there are: %s', (...args) => {
  const { status, said } = asked(...args)
  expect(status).toBe(2)
  expect(said).toContain(`There are no such tests: ${args.join(' ')}`)
  expect(said).toContain('npm test -- window [FILTER …]')
})

it('tells of its parts when it is asked to', () => {
  expect(asked('--help')).toMatchObject({ status: 0 })
})
