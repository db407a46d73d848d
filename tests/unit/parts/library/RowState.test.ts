// @vitest-environment happy-dom
import { mount } from '@vue/test-utils'
import { expect, it } from 'vitest'
import { ofEachKind } from '../../../../src/core/annotations/kinds.ts'
import type { ReadingState } from '../../../../src/core/library/reading-state.ts'
import RowState from '../../../../src/parts/library/RowState.vue'
import { i18n } from '../../../../src/i18n/index.ts'

function aState(state: Partial<ReadingState> = {}, questions = 0, revision = 1) {
  const whole = {
    state: 'started',
    readItems: 2,
    annotations: ofEachKind(() => 0),
    ...state,
  } as const
  return mount(RowState, {
    props: { state: whole, items: 13, questions, revision, isFormed: false, maker: null },
    global: { plugins: [i18n] },
  })
}

it.each([
  ['unread', 'ongelezen'],
  ['started', '2 van 13'],
  ['read', 'gelezen'],
] as const)('says how far the reader is: %s', (state, expected) => {
  expect(aState({ state }).get('.progress').text()).toBe(expected)
})

it('says in words for screen readers what its numbers count', () => {
  const annotations = { bookmark: 3, correction: 0, highlight: 2, note: 1, word: 2 }
  const marks = aState({ annotations })
  const texts = marks.findAll('.visually-hidden').map((one) => one.text())
  expect(texts).toEqual(['3 bladwijzers', '1 notitie', '2 markeringen'])
  expect(aState().find('.visually-hidden').exists()).toBe(false)
})

it('says how many questions are open, and who made the edition', async () => {
  const state = aState({}, 2)
  expect(state.get('.questions').text()).toBe('2 vragen')
  await state.setProps({ maker: { origin: 'package', publisher: 'Het Veld' } })
  expect(state.get('.maker').text()).toContain('Het Veld')
})

it('says whether it was read as the form of its series says', async () => {
  const state = aState()
  expect(state.find('.formed').exists()).toBe(false)
  await state.setProps({ isFormed: true })
  const sign = state.get('.formed').attributes()
  expect(sign).toMatchObject({
    role: 'img',
    'aria-label': 'Gelezen zoals deze reeks is nagekeken',
  })
})

it('says which revision it is, but of a first one', () => {
  expect(aState({}, 0, 2).get('.revision').text()).toBe('revisie 2')
  expect(aState().find('.revision').exists()).toBe(false)
})
