// @vitest-environment happy-dom
import { mount } from '@vue/test-utils'
import { afterEach, describe, expect, it } from 'vitest'
import KeyTiles from '../../../../src/parts/window/KeyTiles.vue'
import { i18n } from '../../../../src/i18n/index.ts'

afterEach(() => {
  i18n.global.locale.value = 'nl'
})

function tiles(keys: readonly (readonly string[])[]) {
  return mount(KeyTiles, { props: { keys }, global: { plugins: [i18n] } })
}

describe('keys as tiles', () => {
  it('have one tile a key', () => {
    const wrapper = tiles([['Ctrl', 'Shift', 'N']])
    expect(wrapper.findAll('kbd').map((tile) => tile.text())).toEqual(['Ctrl', 'Shift', 'N'])
  })

  it('say “or” between two ways, in the language of the interface', () => {
    expect(tiles([['B'], ['Ctrl', 'D']]).text()).toMatch(/^B\s*of\s*Ctrl\s*D$/)
    i18n.global.locale.value = 'en'
    expect(tiles([['B'], ['Ctrl', 'D']]).text()).toMatch(/^B\s*or\s*Ctrl\s*D$/)
  })

  it('are empty without keys', () => {
    expect(tiles([]).text()).toBe('')
    expect(tiles([]).findAll('kbd')).toEqual([])
  })

  it.each([
    ['nl', ['pijl links', 'pijl rechts', 'pijl omhoog', 'pijl omlaag']],
    ['en', ['left arrow', 'right arrow', 'up arrow', 'down arrow']],
  ] as const)('draw arrows and say their names, in %s', (locale, names) => {
    i18n.global.locale.value = locale
    const arrows = tiles([names]).findAll('kbd')
    expect(arrows.map((tile) => tile.text())).toEqual(names)
    for (const tile of arrows) expect(tile.find('svg[aria-hidden="true"]').exists()).toBe(true)
    expect(new Set(arrows.map((tile) => tile.find('svg').html())).size).toBe(4)
  })

  it('draw nothing for other keys', () => {
    expect(
      tiles([['Ctrl', '\\']])
        .find('svg')
        .exists(),
    ).toBe(false)
  })

  it('show signs of HTML as they are', () => {
    expect(
      tiles([['<b>']])
        .get('kbd')
        .text(),
    ).toBe('<b>')
  })
})
