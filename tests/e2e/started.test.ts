// What a test leaves open ends with it. The second test looks for what the first one left.
import fs from 'node:fs'
import { expect, profileFolder, startProgram, test } from './program.ts'

const left: { pid: number | undefined; profile: string }[] = []

test('a test may leave the programs open that it started', async () => {
  for (const profile of [profileFolder(), profileFolder()]) {
    const { app } = await startProgram({ profile })
    left.push({ pid: app.process().pid, profile })
  }
  expect(left.map(({ profile }) => fs.existsSync(profile))).toEqual([true, true])
})

test('they have ended when the next one begins, and their profiles are gone', () => {
  expect(left).toHaveLength(2)
  for (const { pid, profile } of left) {
    expect(() => process.kill(pid ?? 0, 0)).toThrow('ESRCH')
    expect(fs.existsSync(profile)).toBe(false)
  }
})
