import fs from 'node:fs'
import path from 'node:path'
import { expect, it } from 'vitest'

const root = path.join(import.meta.dirname, '../../..')
const settings = fs.readFileSync(path.join(root, 'electron-builder.yml'), 'utf8')

/** The lines of one part of the settings, without its comments. */
const part = (name: string): string[] => {
  const [, lines = ''] = new RegExp(`^${name}:\\n((?: .*\\n)*)`, 'mu').exec(settings) ?? []
  return lines
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '' && !line.startsWith('#'))
}

it('signs an unsigned program for a Mac anew when its fuses are set', () => {
  expect(part('electronFuses')).toContain('resetAdHocDarwinSignature: true')
})
