// @vitest-environment happy-dom
import { flushPromises, mount } from '@vue/test-utils'
import { beforeEach, describe, expect, it } from 'vitest'
import { defineComponent } from 'vue'
import PanelList from '../../../../src/parts/controls/PanelList.vue'

/** A list of buttons whose rows can change, as a panel has it. */
const Panel = defineComponent({
  components: { PanelList },
  props: { rows: { type: Array, required: true }, headings: Set, hasColumns: Boolean },
  emits: ['emptied', 'up'],
  template: `<PanelList v-slot="{ active }" :rows="rows" :headings="headings" :has-columns="hasColumns"
    @emptied="$emit('emptied')" @up="$emit('up')">
    <li v-for="row in rows" :key="row" :data-stop="row">
      <button type="button" :tabindex="active === row ? 0 : -1">{{ row }}</button>
    </li>
  </PanelList>`,
})

function aPanel(
  rows: readonly string[],
  props: { headings?: Set<string>; hasColumns?: boolean } = {},
) {
  return mount(Panel, { props: { rows: [...rows], ...props }, attachTo: document.body })
}

type Mounted = ReturnType<typeof aPanel>
const tabStops = (panel: Mounted): string[] =>
  panel.findAll('button[tabindex="0"]').map((button) => button.text())
const focused = (): string | null | undefined => document.activeElement?.textContent

async function press(panel: Mounted, ...keys: readonly string[]): Promise<void> {
  for (const key of keys)
    await panel
      .findAll('button')
      .find(({ element }) => element === document.activeElement)
      ?.trigger('keydown', { key })
}

function focus(panel: Mounted, row: string): void {
  panel
    .findAll('button')
    .find((button) => button.text() === row)
    ?.element.focus()
}

beforeEach(() => {
  document.body.innerHTML = ''
})

describe('a list that is one stop of Tab', () => {
  it('is reached at its first row, and then where the reader was', async () => {
    const panel = aPanel(['a', 'b', 'c'])
    expect(tabStops(panel)).toEqual(['a'])
    focus(panel, 'b')
    await flushPromises()
    expect(tabStops(panel)).toEqual(['b'])
  })

  it('is reached at its first row, and not at a heading above it', () => {
    expect(tabStops(aPanel(['kop', 'a'], { headings: new Set(['kop']) }))).toEqual(['a'])
    expect(tabStops(aPanel(['kop'], { headings: new Set(['kop']) }))).toEqual(['kop'])
  })

  it('is gone through with the arrows, Home and End, and ends at its ends', async () => {
    const panel = aPanel(['a', 'b', 'c'])
    focus(panel, 'a')
    const seen: unknown[] = []
    for (const key of ['ArrowDown', 'End', 'ArrowDown', 'ArrowUp', 'Home']) {
      await press(panel, key)
      seen.push(focused())
    }
    expect(seen).toEqual(['b', 'c', 'c', 'b', 'a'])
  })

  it('leaves left and right alone, except where rows stand beside each other', async () => {
    for (const [hasColumns, expected] of [
      [false, 'a'],
      [true, 'b'],
    ] as const) {
      const panel = aPanel(['a', 'b'], { hasColumns })
      focus(panel, 'a')
      await press(panel, 'ArrowRight')
      expect(focused()).toBe(expected)
      panel.unmount()
    }
  })

  it('leaves keys with Ctrl, Alt or Shift alone', async () => {
    const panel = aPanel(['a', 'b'])
    focus(panel, 'a')
    await panel.get('button').trigger('keydown', { key: 'ArrowDown', ctrlKey: true })
    expect(focused()).toBe('a')
  })

  it('tells when the reader goes up from the first row, and only then', async () => {
    const panel = aPanel(['a', 'b'])
    focus(panel, 'b')
    await press(panel, 'ArrowUp')
    expect(panel.emitted('up')).toBeUndefined()
    await press(panel, 'ArrowUp')
    expect(panel.emitted('up')).toHaveLength(1)
  })

  it.each([
    ['the next row', ['a', 'b', 'c'], 'b', ['a', 'c'], 'c'],
    ['the last one when there is no next', ['a', 'b', 'c'], 'c', ['a', 'b'], 'b'],
    ['no heading', ['a', 'kop', 'b'], 'a', ['kop', 'b'], 'b'],
  ])('gives the focus of a row that goes to %s', async (_, before, gone, after, expected) => {
    const panel = aPanel(before, { headings: new Set(['kop']) })
    focus(panel, gone)
    await panel.setProps({ rows: after })
    await flushPromises()
    expect(focused()).toBe(expected)
  })

  it('tells when the last row goes with the focus, and not when the focus is elsewhere', async () => {
    const panel = aPanel(['a'])
    focus(panel, 'a')
    await panel.setProps({ rows: [] })
    await flushPromises()
    expect(panel.emitted('emptied')).toHaveLength(1)
    const other = aPanel(['a'])
    await other.setProps({ rows: [] })
    await flushPromises()
    expect(other.emitted('emptied')).toBeUndefined()
  })
})
