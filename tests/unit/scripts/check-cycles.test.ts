import { spawnSync } from 'node:child_process'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { beforeEach, describe, expect, it } from 'vitest'

const script = path.join(import.meta.dirname, '../../../scripts/check-cycles.mjs')
let project = ''

beforeEach(() => {
  project = fs.mkdtempSync(path.join(os.tmpdir(), 'leeslamp-cycles-'))
  return () => {
    fs.rmSync(project, { recursive: true, force: true })
  }
})

function check(files: Readonly<Record<string, string>>) {
  for (const [name, text] of Object.entries(files)) {
    fs.mkdirSync(path.dirname(path.join(project, name)), { recursive: true })
    fs.writeFileSync(path.join(project, name), text)
  }
  const { status, stdout } = spawnSync(process.execPath, [script, project], { encoding: 'utf8' })
  return { status, stdout: stdout.replaceAll('\\', '/') }
}

describe('the check of import cycles', () => {
  it('takes imports that lead one way, by two ways too, and what is loaded later', () => {
    const files = {
      'src/core/a.ts': "import { b } from './b.ts'\nimport type { C } from './c.ts'\n",
      'src/core/b.ts': "import type { C } from './c.ts'\n",
      'src/core/c.ts': "export const later = () => import('./a.ts')\n",
    }
    expect(check(files)).toEqual({ status: 0, stdout: '' })
  })

  it.each([
    ['a type', "import type { A } from './a.ts'\n", './b.ts'],
    ['several lines', "import {\n  a,\n} from './a.ts'\n", './b.ts'],
    ['the short name of the core', "export { a } from '#core/a'\n", '#core/b'],
    ['the type of a module', "type A = typeof import('./a.ts')\n", './b.ts'],
  ])('finds a cycle by way of %s', (_way, back, there) => {
    const files = { 'src/core/a.ts': `import { b } from '${there}'\n`, 'src/core/b.ts': back }
    const { status, stdout } = check(files)
    expect(status).toBe(1)
    expect(stdout).toBe('import cycle: src/core/a.ts → src/core/b.ts → src/core/a.ts\n')
  })

  it('finds a cycle in the script of a component, and in the main process', () => {
    const files = {
      'electron/main/a.ts': "import { b } from './b.ts'\n",
      'electron/main/b.ts': "import { a } from './a.ts'\n",
      'src/A.vue': "<script setup>\nimport B from './B.vue'\n</script>\n",
      'src/B.vue': "<script setup>\nimport A from './A.vue'\n</script>\n",
    }
    expect(check(files).stdout.split('\n').filter(Boolean)).toHaveLength(2)
  })
})
