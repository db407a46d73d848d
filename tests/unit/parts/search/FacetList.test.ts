// @vitest-environment happy-dom
import { mount } from '@vue/test-utils'
import { nextTick } from 'vue'
import { describe, expect, it } from 'vitest'
import FacetList from '../../../../src/parts/search/FacetList.vue'
import { i18n } from '../../../../src/i18n/index.ts'

function aList(
  names: readonly string[],
  chosen: string | null = null,
  remark: string | null = null,
) {
  const options = names.map((name, index) => ({ value: name, name, count: 9_000 - index }))
  return mount(FacetList, {
    props: {
      title: 'Bron',
      options,
      chosen,
      shown: 2,
      hasTabStop: true,
      remark,
      nameOfMore: (n) => `Nog ${String(n)}`,
    },
    global: { plugins: [i18n] },
    attachTo: document.body,
  })
}

const texts = (list: ReturnType<typeof aList>): string[] =>
  list.findAll('button').map((button) => button.text().replace(/\s+/gu, ' '))

describe('a list of what hits can be narrowed to', () => {
  it('is a group under its title, of buttons with their counts', () => {
    const list = aList(['Kadeblad', 'Dorpsblad'])
    const group = list.get('[role="group"]')
    expect(list.get(`#${group.attributes('aria-labelledby') ?? ''}`).text()).toBe('Bron')
    expect(texts(list)).toEqual(['Kadeblad 9.000', 'Dorpsblad 8.999'])
  })

  it('says which is chosen, to a screen reader too', async () => {
    const list = aList(['Kadeblad', 'Dorpsblad'], 'Dorpsblad')
    const pressed = list.findAll('button').map((button) => button.attributes('aria-pressed'))
    expect(pressed).toEqual(['false', 'true'])
    await list.findAll('button')[0]?.trigger('click')
    expect(list.emitted('choose')).toEqual([['Kadeblad']])
  })

  it('keeps the rest behind a button that says how many there are, and goes on there', async () => {
    const list = aList(['a', 'b', 'c', 'd', 'e'])
    expect(texts(list)).toEqual(['a 9.000', 'b 8.999', 'Nog 3'])
    await list.get('.more').trigger('click')
    await nextTick()
    expect(texts(list)).toHaveLength(6)
    expect(document.activeElement?.textContent).toContain('c')
    await list.get('.more').trigger('click')
    expect(texts(list)).toHaveLength(3)
  })

  it('is one stop of Tab, gone through with the arrows, Home and End', async () => {
    const list = aList(['a', 'b', 'c', 'd'])
    const buttons = list.findAll('button')
    const stops = (): (string | undefined)[] =>
      buttons.map((button) => button.attributes('tabindex'))
    expect(stops()).toEqual(['0', '-1', '-1'])
    buttons[0]?.element.focus()
    for (const [key, place] of [
      ['ArrowDown', 1],
      ['End', 2],
      ['ArrowUp', 1],
      ['Home', 0],
    ] as const) {
      await buttons
        .find(({ element }) => element === document.activeElement)
        ?.trigger('keydown', {
          key,
        })
      expect(document.activeElement).toBe(buttons[place]?.element)
    }
    await list.setProps({ hasTabStop: false })
    expect(stops()).toEqual(['-1', '-1', '-1'])
  })

  it('hides no single one: the button for it would take its place', () => {
    expect(texts(aList(['a', 'b', 'c']))).toEqual(['a 9.000', 'b 8.999', 'c 8.998'])
  })

  it('shows what is chosen, wherever it stands', () => {
    expect(texts(aList(['a', 'b', 'c', 'd', 'e'], 'd'))).toEqual([
      'a 9.000',
      'b 8.999',
      'd 8.997',
      'Nog 2',
    ])
  })

  it('says below all of them that there are others', async () => {
    const list = aList(['a', 'b', 'c', 'd'], null, 'Nog 3 staan hier niet.')
    expect(list.text()).not.toContain('Nog 3 staan hier niet.')
    await list.get('.more').trigger('click')
    expect(list.text()).toContain('Nog 3 staan hier niet.')
    expect(aList(['a'], null, 'Nog 3 staan hier niet.').text()).toContain('Nog 3 staan')
  })
})
