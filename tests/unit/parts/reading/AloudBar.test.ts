// @vitest-environment happy-dom
import { mount } from '@vue/test-utils'
import { expect, it } from 'vitest'
import { i18n } from '../../../../src/i18n/index.ts'
import AloudBar from '../../../../src/parts/reading/AloudBar.vue'

function aBar(changes: object = {}) {
  const props = {
    ...{ isPaused: false, item: 4, sentence: 2, sentences: 3, rate: 1.1 },
    ...{ voices: ['Merel', 'Belg'], voice: 'Merel', ...changes },
  }
  return mount(AloudBar, { props, global: { plugins: [i18n] } })
}

it('says where it is, how fast, and by which voice', () => {
  const bar = aBar()
  expect(bar.get('.place').text()).toBe('Bericht 4 zin 2 van 3')
  expect(aBar({ item: null }).get('.place').text()).toBe('Inleiding zin 2 van 3')
  expect(bar.get('.rate').text()).toBe('1,1×')
  expect(bar.get('select').element.value).toBe('Merel')
})

it('has a button for each thing, and pauses or goes on', async () => {
  const bar = aBar()
  for (const button of bar.findAll('button')) await button.trigger('click')
  await bar.get('select').setValue('Belg')
  expect(bar.emitted()).toMatchObject({
    step: [[-1], [1]],
    toggle: [[]],
    rate: [[-1], [1]],
    voice: [['Belg']],
    close: [[]],
  })
  expect(bar.get('.main').attributes('aria-label')).toBe('Pauze')
  expect(aBar({ isPaused: true }).get('.main').attributes('aria-label')).toBe('Verder lezen')
})

it('goes no slower or faster than a voice can be followed', () => {
  const disabled = (rate: number): (string | undefined)[] =>
    aBar({ rate })
      .findAll('button:disabled')
      .map((one) => one.attributes('aria-label'))
  expect(disabled(0.7)).toEqual(['Langzamer'])
  expect(disabled(1.6)).toEqual(['Sneller'])
})
