// Every hostile file through the real cage: a named rejection or a bounded result, in time and memory.
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import type { Rejection } from '../../../../src/core/edition/rejection.ts'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startCageChild } from '../../../../electron/services/import/cage-child.ts'
import { createCage, type Cage } from '../../../../electron/services/import/cage.ts'
import { residentMemory } from '../../../../electron/services/import/resident-memory.ts'
import { hostilePackages } from '../../../fixtures/hostile/hostile-packages.ts'
import { hostilePages } from '../../../fixtures/hostile/hostile-pages.ts'
import { hostileTexts } from '../../../fixtures/hostile/hostile-texts.ts'
import { hostileWordFiles } from '../../../fixtures/hostile/hostile-word-files.ts'

const program = path.resolve('electron/services/import/import-cage.ts')
const packages = hostilePackages()
const texts = [...hostileTexts(), ...hostilePages(), ...hostileWordFiles()]
/** Less than half of the real deadline, so that a slow machine and a long list of slow files do not matter. */
const limits = { memoryBytes: 256 * 1024 * 1024, milliseconds: 2_000 }
/** What a reader may take between two looks at it, and a busy machine between the deadline and the kill. */
const slack = { milliseconds: 2_500, bytes: 128 * 1024 * 1024 }

let cage: Cage
let folder: string
let most = 0

beforeAll(() => {
  folder = fs.mkdtempSync(path.join(os.tmpdir(), 'hostile-'))
  cage = createCage({
    start: () => startCageChild(program),
    limits,
    residentMemory: async (pid) => {
      const bytes = await residentMemory(pid)
      most = Math.max(most, bytes ?? 0)
      return bytes
    },
  })
})

afterAll(() => {
  cage.close()
  fs.rmSync(folder, { recursive: true })
})

async function within<Value>(work: () => Promise<Value>): Promise<Value> {
  const began = performance.now()
  most = 0
  const value = await work()
  expect(performance.now() - began).toBeLessThan(limits.milliseconds + slack.milliseconds)
  expect(most).toBeLessThan(limits.memoryBytes + slack.bytes)
  return value
}

/** A file that can be read may still be no digest: nothing in it, or more than one has. */
const parserEnds: readonly Rejection[] = [
  ...(['empty', 'binary', 'line-too-long', 'too-complex', 'too-slow', 'too-much-memory'] as const),
]

describe('hostile files in the cage', () => {
  it('are more than 200', () => {
    expect(packages.length + texts.length).toBeGreaterThan(200)
  })

  it.each(texts)('ends with a $format file: $name', async ({ make, format, ends }) => {
    const read = await within(() =>
      cage.readText({ bytes: make(), format, encoding: null, name: null }),
    )
    const outcome = read.ok ? 'read' : read.reason
    expect(ends.includes('read') ? [...ends, ...parserEnds] : ends).toContain(outcome)
    if (!read.ok) return
    expect(JSON.stringify(read.value)).not.toMatch(/root:|"address":"(?!https?:|mailto:)/u)
  })

  it.each(packages)('ends with a package: $name', async ({ make, ends }) => {
    const file = path.join(folder, 'hostile.editie')
    fs.writeFileSync(file, make())
    const read = await within(() => cage.readPackage({ path: file, programVersion: '0.1.0' }))
    expect(ends).toContain(read.ok ? 'read' : read.reason)
    expect(fs.readdirSync(folder)).toEqual(['hostile.editie'])
  })
})
