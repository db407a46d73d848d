// @vitest-environment happy-dom
import { mount } from '@vue/test-utils'
import { createPinia, setActivePinia } from 'pinia'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { defineComponent, nextTick } from 'vue'
import { questionKey } from '../../../../src/core/reader-data/kept-question.ts'
import { aQuestion } from '../../core/reader-data/reader-records.ts'

const question = aQuestion({ text: 'haven' })
const keptNow = aQuestion({ text: 'haven', created: '2999-01-01T00:00:00.000Z' })
const key = questionKey(question)
const news = 'Nieuw bij ‘haven’: 2 treffers'

beforeEach(() => {
  vi.resetModules()
  vi.stubGlobal('desktop', {})
  setActivePinia(createPinia())
})
afterEach(() => {
  vi.unstubAllGlobals()
})

/** The window with a kept question. */
async function opened(kept = question, counts: readonly number[] = [0]) {
  const { i18n } = await import('../../../../src/i18n/index.ts')
  const { useKeptQuestionsStore } = await import('../../../../src/stores/kept-questions.ts')
  const { useMessagesStore } = await import('../../../../src/stores/messages.ts')
  const { useReaderDataStore } = await import('../../../../src/stores/reader-data.ts')
  const { useShelfStore } = await import('../../../../src/stores/shelf.ts')
  const { useViewStore } = await import('../../../../src/stores/view.ts')
  const { tellQuestionNews } = await import('../../../../src/composables/use-question-news.ts')
  const { default: MessageToast } = await import('../../../../src/screens/window/MessageToast.vue')
  useReaderDataStore().load([kept])
  const questions = useKeptQuestionsStore()
  const view = useViewStore()
  const shelf = useShelfStore()
  const found = async (inEditions: number): Promise<void> => {
    questions.counts = new Map([[key, { all: 9 + inEditions, inEditions }]])
    await nextTick()
  }
  for (const count of counts) await found(count)
  const setup = tellQuestionNews
  const components = { MessageToast }
  const plugins = [i18n]
  mount(defineComponent({ components, setup, template: '<MessageToast />' }), {
    global: { plugins },
  })
  return { found, messages: useMessagesStore(), shelf, view }
}

it('tells of new hits, also to a reader who goes to another screen meanwhile', async () => {
  const { found, messages, view } = await opened()
  view.screen = 'library'
  await found(2)
  expect(messages.toast?.text).toBe(news)
  view.screen = 'edition'
  await nextTick()
  expect(messages.toast?.text).toBe(news)
  // What is about a screen goes with it.
  messages.show('Bladwijzer gezet')
  view.screen = 'library'
  expect(messages.toast).toBeNull()
})

it('tells of hits that came while their shelf was open when that is left before they were seen', async () => {
  const { found, messages, shelf, view } = await opened()
  shelf.shown = { kind: 'question', key }
  view.screen = 'desk'
  await found(2)
  expect(messages.toast).toBeNull()
  view.screen = 'edition'
  await nextTick()
  expect(messages.toast?.text).toBe(news)
})

it('says nothing of hits that were seen on their shelf', async () => {
  const { found, messages, shelf, view } = await opened()
  shelf.shown = { kind: 'question', key }
  view.screen = 'desk'
  await found(2)
  await found(0)
  view.screen = 'edition'
  await nextTick()
  expect(messages.toast).toBeNull()
})

it('waits for a sentence that is being told', async () => {
  const { found, messages } = await opened()
  messages.show('Bladwijzer gezet')
  await found(2)
  expect(messages.toast?.text).toBe('Bladwijzer gezet')
  messages.closeToast()
  await nextTick()
  expect(messages.toast?.text).toBe(news)
})

it('tells it again when another sentence took its place, and once', async () => {
  const { found, messages } = await opened()
  await found(2)
  messages.show('Editie toegevoegd')
  await nextTick()
  expect(messages.toast?.text).toBe('Editie toegevoegd')
  messages.closeToast()
  await nextTick()
  expect(messages.toast?.text).toBe(news)
  messages.closeToast()
  await nextTick()
  expect(messages.toast).toBeNull()
})

it('tells of an edition that came in before a question that was just kept could be counted', async () => {
  const { found, messages } = await opened(keptNow, [])
  await found(2)
  expect(messages.toast?.text).toBe(news)
})

it('says nothing of a question of an earlier day that is counted for the first time', async () => {
  const { found, messages } = await opened(question, [])
  await found(2)
  expect(messages.toast).toBeNull()
})
