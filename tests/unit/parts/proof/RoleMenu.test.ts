// @vitest-environment happy-dom
import { mount } from '@vue/test-utils'
import { afterEach, describe, expect, it } from 'vitest'
import type { RowRole } from '../../../../src/core/edition/row-roles.ts'
import RoleMenu from '../../../../src/parts/proof/RoleMenu.vue'
import { i18n } from '../../../../src/i18n/index.ts'

const keys: Readonly<Record<string, string>> = { section: '1', text: '4', leftOut: 'Delete' }
let shown: ReturnType<typeof aMenu> | null = null

function aMenu(alike: number, others: readonly RowRole[] = ['section', 'text']) {
  return mount(RoleMenu, {
    props: {
      name: 'Bericht 2',
      roles: () => ({ now: 'item' as const, others }),
      countAlike: () => alike,
      keyOf: (role: string) => keys[role] ?? null,
    },
    global: { plugins: [i18n] },
    attachTo: document.body,
  })
}

async function opened(alike = 1) {
  shown = aMenu(alike)
  await shown.get('button').trigger('click')
  // It focuses what the row is once it is drawn.
  await new Promise((resolve) => setTimeout(resolve))
  return shown
}

const focused = () => document.activeElement?.textContent.trim()

afterEach(() => {
  shown?.unmount()
  shown = null
})

describe('the menu of roles', () => {
  it('offers what the row is and can be, in the order of the roles, and stands at what it is', async () => {
    const menu = await opened()
    const choices = menu.findAll('[role="menuitemradio"]')
    expect(choices.map((one) => one.text())).toEqual([
      ...['Rubriek1', 'Tekst4', 'Begin van een bericht', 'WeglatenDelete'],
    ])
    expect(choices.map((one) => one.attributes('aria-checked'))).toEqual([
      ...['false', 'false', 'true', 'false'],
    ])
    expect(focused()).toBe('Begin van een bericht')
    expect(menu.get('.help').text()).toBe('Hier begint een bericht zonder titel.')
  })

  it('is gone through by key, around its ends, and says what each does', async () => {
    const menu = await opened()
    const press = (key: string) =>
      menu
        .findAll('[role="menuitemradio"]')
        .find(({ element }) => element === document.activeElement)
        ?.trigger('keydown', { key })
    await press('ArrowDown')
    await press('ArrowDown')
    expect(focused()).toBe('Rubriek1')
    expect(menu.get('.help').text()).toBe('Hier begint een rubriek.')
    await press('ArrowUp')
    expect(focused()).toBe('WeglatenDelete')
    await press('4')
    expect(menu.emitted('become')).toEqual([['text', false]])
    expect(menu.find('.menu').exists()).toBe(false)
  })

  it('leaves the row out, and says nothing when it is to stay what it is', async () => {
    const menu = await opened()
    await menu.findAll('[role="menuitemradio"]').at(-1)?.trigger('click')
    expect(menu.emitted('leaveOut')).toEqual([[false]])
    await menu.get('button').trigger('click')
    await menu.findAll('[role="menuitemradio"]')[2]?.trigger('click')
    expect(menu.emitted('become')).toBeUndefined()
    expect(menu.emitted('close')).toHaveLength(2)
  })

  it('says it of all of its kind when that is ticked, by key too', async () => {
    const menu = await opened(3)
    const box = menu.get('[role="menuitemcheckbox"]')
    expect(box.text()).toBe('Alle 3 van deze soort')
    await menu.get('[aria-checked="true"]').trigger('keydown', { key: 'End' })
    expect(document.activeElement).toBe(box.element)
    expect(box.attributes('aria-checked')).toBe('false')
    await box.trigger('click')
    expect(box.attributes('aria-checked')).toBe('true')
    await box.trigger('keydown', { key: '4' })
    expect(menu.emitted('become')).toEqual([['text', true]])
    // It is said of this row alone until it is ticked again.
    await menu.get('button').trigger('click')
    await new Promise((resolve) => setTimeout(resolve))
    await menu.get('[aria-checked="true"]').trigger('keydown', { key: 'Delete' })
    expect(menu.emitted('leaveOut')).toEqual([[false]])
  })

  it('asks about no kind of one', async () => {
    const menu = await opened(1)
    expect(menu.find('[role="menuitemcheckbox"]').exists()).toBe(false)
  })

  it('goes with Escape, which goes no further', async () => {
    const menu = await opened()
    let heard = 0
    const hear = () => heard++
    document.addEventListener('keydown', hear)
    await menu.get('[aria-checked="true"]').trigger('keydown', { key: 'Escape' })
    document.removeEventListener('keydown', hear)
    expect([menu.find('.menu').exists(), menu.emitted('close'), heard]).toEqual([false, [[]], 0])
  })
})
