// @vitest-environment happy-dom
import { flushPromises, mount } from '@vue/test-utils'
import { createPinia, setActivePinia } from 'pinia'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { defineComponent } from 'vue'
import { questionKey } from '../../../../src/core/reader-data/kept-question.ts'
import type { SearchRequest } from '../../../../src/core/search/search-types.ts'
import { aQuestion } from '../../core/reader-data/reader-records.ts'

const question = aQuestion({ text: 'haven', seen: '2030-01-01T00:00:00.000Z' })
const key = questionKey(question)
/** Of searches that go on: each ends one. */
let endings: (() => void)[] = []

beforeEach(() => {
  vi.resetModules()
  endings = []
  vi.stubGlobal('desktop', {
    search: {
      askKept: ({ editions }: SearchRequest) =>
        new Promise((resolve) => {
          const total = editions?.areLeftOut === false ? 2 : 9
          const answer = { hits: [], total, editionCount: 1, editions: [], isComplete: true }
          endings.push(() => resolve({ ok: true, answer }))
        }),
    },
  })
  setActivePinia(createPinia())
})
afterEach(() => {
  vi.unstubAllGlobals()
})

/** Ends searches until none goes on. */
async function answer(): Promise<void> {
  await flushPromises()
  while (endings.length > 0) {
    for (const end of endings.splice(0)) end()
    await flushPromises()
  }
}

it('has hits of an edition that came in while the first ones were on their way', async () => {
  const { useKeptQuestionsStore } = await import('../../../../src/stores/kept-questions.ts')
  const { useLibraryStore } = await import('../../../../src/stores/library.ts')
  const { useReaderDataStore } = await import('../../../../src/stores/reader-data.ts')
  const { useQuestionHits } = await import('../../../../src/composables/use-question-hits.ts')
  useReaderDataStore().load([question])
  const questions = useKeptQuestionsStore()
  questions.counts = new Map([[key, { all: 9, inEditions: 0 }]])
  const setup = () => useQuestionHits(() => question)
  const { vm } = mount(defineComponent({ setup, template: '' }))
  const entry = { id: 'nieuw', revision: 1, title: 'Nieuw', series: null }
  useLibraryStore().entries = [{ ...entry, added: '2031-01-01T00:00:00.000Z' } as never]
  questions.counts = new Map([[key, { all: 11, inEditions: 2 }]])
  await answer()
  expect([vm.fresh.total, vm.earlier.total]).toEqual([2, 9])
})
