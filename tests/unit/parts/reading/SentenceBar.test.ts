// @vitest-environment happy-dom
import { mount } from '@vue/test-utils'
import { expect, it } from 'vitest'
import { i18n } from '../../../../src/i18n/index.ts'
import SentenceBar from '../../../../src/parts/reading/SentenceBar.vue'

function aBar(isByWord = false) {
  return mount(SentenceBar, { props: { isByWord }, global: { plugins: [i18n] } })
}

it('has a button for each key', async () => {
  const bar = aBar()
  for (const button of bar.findAll('button')) await button.trigger('click')
  expect(bar.emitted()).toMatchObject({
    step: [[-1], [1]],
    lookUp: [[]],
    readAloud: [[]],
    cite: [[]],
    close: [[]],
  })
})

it('says by what the arrows go, and which key looks up', () => {
  expect(aBar().text()).toContain('zin')
  expect(aBar(true).text()).toContain('woord')
  expect(aBar(true).text()).toContain('Enter')
})
