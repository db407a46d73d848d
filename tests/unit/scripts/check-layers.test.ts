import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { describe, expect, it } from 'vitest'

const script = path.join(import.meta.dirname, '../../../scripts/check-layers.mjs')
const { strayLayers } = (await import(pathToFileURL(script).href)) as {
  strayLayers: (text: string) => { line: number; value: string }[]
}

describe('the check of layers', () => {
  it('takes what comes from the list', () => {
    expect(strayLayers('.panel {\n  z-index: var(--layer-panel);\n}')).toEqual([])
  })

  it.each(['1', 'auto', 'calc(var(--layer-panel) + 1)', 'var(--top)'])(
    'finds a layer of a style’s own: %s',
    (value) => {
      expect(strayLayers(`.panel {\n  z-index: ${value};\n}`)).toEqual([{ line: 2, value }])
    },
  )
})
