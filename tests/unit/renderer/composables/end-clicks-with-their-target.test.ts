// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, it } from 'vitest'
import { effectScope, type EffectScope } from 'vue'
import { endClicksWithTheirTarget } from '../../../../src/composables/end-clicks-with-their-target.ts'

let scope: EffectScope
let clicked: string[]

beforeEach(() => {
  clicked = []
  document.body.innerHTML =
    '<main><button id="titles"><i></i></button><button id="leave-out"></button><p></p></main>'
  document.body.onclick = ({ target }) => {
    if (target instanceof Element) clicked.push(target.id === '' ? target.tagName : target.id)
  }
  scope = effectScope()
  scope.run(endClicksWithTheirTarget)
})
afterEach(() => {
  scope.stop()
})

function press(selector: string, detail: number): void {
  const target = document.querySelector(selector)
  for (const type of ['mousedown', 'mouseup', 'click'])
    target?.dispatchEvent(new MouseEvent(type, { bubbles: true, cancelable: true, detail }))
}

it('lets a double click through where both clicks are on one button, or on no button', () => {
  press('#titles', 1)
  press('#titles i', 2)
  press('p', 1)
  press('p', 2)
  expect(clicked).toEqual(['titles', 'I', 'P', 'P'])
})

it('takes the second click away where another button has come under the pointer', () => {
  press('#titles', 1)
  press('#leave-out', 2)
  expect(clicked).toEqual(['titles'])
  press('#leave-out', 1)
  expect(clicked).toEqual(['titles', 'leave-out'])
})

it('takes it away where the first click has brought another page', () => {
  press('p', 1)
  document.querySelector('main')?.replaceWith(document.createElement('main'))
  press('main', 2)
  expect(clicked).toEqual(['P'])
})
