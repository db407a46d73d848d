// @vitest-environment happy-dom
import { mount } from '@vue/test-utils'
import { describe, expect, it } from 'vitest'
import TextSizeStepper from '../../../../src/parts/controls/TextSizeStepper.vue'
import { i18n } from '../../../../src/i18n/index.ts'

function aStepper(size: number) {
  const hints = { smallerHint: 'Kleiner (Ctrl −)', biggerHint: 'Groter (Ctrl +)' }
  const props = { sizes: [17, 19, 21], size, ...hints }
  return mount(TextSizeStepper, { props, global: { plugins: [i18n] } })
}

describe('the choice of a text size', () => {
  it('says the size, and shows where it stands among the others', () => {
    const stepper = aStepper(19)
    expect(stepper.get('legend').text()).toBe('Tekstgrootte 19')
    expect(stepper.findAll('li').map((one) => one.classes('is-on'))).toEqual([false, true, false])
  })

  it('steps down and up by buttons with names', async () => {
    const stepper = aStepper(19)
    for (const name of ['Kleiner', 'Groter'])
      await stepper.get(`button[aria-label="${name}"]`).trigger('click')
    expect(stepper.emitted('step')).toEqual([[-1], [1]])
    expect(stepper.get('button').attributes('title')).toBe('Kleiner (Ctrl −)')
  })

  it.each([
    [17, [true, false]],
    [19, [false, false]],
    [21, [false, true]],
  ])('ends at the first and the last size: %i', (size, disabled) => {
    const buttons = aStepper(size).findAll('button')
    expect(buttons.map(({ element }) => element.disabled)).toEqual(disabled)
  })
})
