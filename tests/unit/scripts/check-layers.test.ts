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

function check(files: Readonly<Record<string, string>>): { status: number | null; stdout: string } {
  for (const [file, text] of Object.entries(files)) {
    fs.mkdirSync(path.dirname(path.join(folder, file)), { recursive: true })
    fs.writeFileSync(path.join(folder, file), text)
  }
  return spawnSync(process.execPath, [script, folder], { encoding: 'utf8' })
}

describe('the check of layers', () => {
  const withLayer = (value: string): Record<string, string> => ({
    'Panel.vue': `<style>\n.panel {\n  z-index: ${value};\n}`,
  })

  it('takes what comes from the list', () => {
    expect(check(withLayer('var(--layer-panel)'))).toMatchObject({ status: 0, stdout: '' })
  })

  it.each(['1', 'auto', 'calc(var(--layer-panel) + 1)', 'var(--top)'])(
    'finds a layer of a style’s own: %s',
    (value) => {
      const { status, stdout } = check(withLayer(value))
      expect(status).toBe(1)
      expect(stdout).toContain(`Panel.vue:3: z-index: ${value} `)
    },
  )
})

describe('the check of parts', () => {
  const others = {
    'stores/view.ts': '',
    'desktop.ts': '',
    'screens/Page.vue': "import { useViewStore } from '../stores/view.ts'",
    'composables/use-keys.ts': "import { useViewStore } from '../stores/view.ts'",
    'composables/use-size.ts': "import { ref } from 'vue'",
    'parts/controls/Name.vue': "import { useSize } from '../../composables/use-size.ts'",
  }

  it('takes parts that know no store, and screens that do', () => {
    const row = "import type { Item } from '#core/item'\nimport Name from '../controls/Name.vue'"
    expect(check({ ...others, 'parts/list/Row.vue': row })).toMatchObject({ status: 0, stdout: '' })
  })

  it.each([
    ['a store', "import { useViewStore } from '../../stores/view.ts'", 'stores/view.ts'],
    ['the type of one', "import type { View } from '../../stores/view.ts'", 'stores/view.ts'],
    ['a screen', "import Page from '../../screens/Page.vue'", 'screens/Page.vue'],
    ['one that comes later', "const page = import('../../screens/Page.vue')", 'screens/Page.vue'],
    ['the main process', "import { desktop } from '../../desktop.ts'", 'desktop.ts'],
    [
      'a composable that knows a store',
      "import {\n  useKeys,\n} from '../../composables/use-keys.ts'",
      'composables/use-keys.ts, which imports stores/view.ts',
    ],
  ])('finds a part that imports %s', (_, text, found) => {
    const { status, stdout } = check({ ...others, 'parts/list/Row.vue': text })
    expect(status).toBe(1)
    expect(stdout).toBe(`parts/list/Row.vue: a part knows no store, and imports ${found}\n`)
  })

  it('follows a part to the parts that it is made of', () => {
    const { stdout } = check({
      ...others,
      'parts/list/Row.vue': "import Name from '../controls/Name.vue'",
      'parts/controls/Name.vue': "import { useKeys } from '../../composables/use-keys.ts'",
    })
    expect(stdout.match(/a part knows no store/gu)).toHaveLength(2)
  })
})
