import { spawnSync } from 'node:child_process'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { beforeEach, describe, expect, it } from 'vitest'

const script = path.join(import.meta.dirname, '../../../scripts/check-layers.mjs')
let folder = ''

beforeEach(() => {
  folder = fs.mkdtempSync(path.join(os.tmpdir(), 'leeslamp-layers-'))
  return () => {
    fs.rmSync(folder, { recursive: true, force: true })
  }
})

function check(value: string): { status: number | null; stdout: string } {
  fs.writeFileSync(path.join(folder, 'Panel.vue'), `<style>\n.panel {\n  z-index: ${value};\n}`)
  return spawnSync(process.execPath, [script, folder], { encoding: 'utf8' })
}

describe('the check of layers', () => {
  it('takes what comes from the list', () => {
    expect(check('var(--layer-panel)')).toMatchObject({ status: 0, stdout: '' })
  })

  it.each(['1', 'auto', 'calc(var(--layer-panel) + 1)', 'var(--top)'])(
    'finds a layer of a style’s own: %s',
    (value) => {
      const { status, stdout } = check(value)
      expect(status).toBe(1)
      expect(stdout).toContain(`Panel.vue:3: z-index: ${value} `)
    },
  )
})
