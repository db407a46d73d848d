// @vitest-environment happy-dom
import { mount } from '@vue/test-utils'
import { createPinia, setActivePinia } from 'pinia'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { defineComponent } from 'vue'
import { annotationKey } from '../../../../src/core/annotations/kinds.ts'
import type { ReaderRecord } from '../../../../src/core/reader-data/reader-record.ts'
import { aHighlight } from '../../core/reader-data/reader-records.ts'

/** Of writes that go on: each ends one. */
let endings: (() => void)[] = []

/** A disk that writes when it is told to. */
function write(): Promise<{ ok: true }> {
  return new Promise((resolve) => {
    endings.push(() => {
      resolve({ ok: true })
    })
  })
}

beforeEach(() => {
  endings = []
  vi.resetModules()
  vi.stubGlobal('desktop', { reader: { put: write, remove: write } })
  setActivePinia(createPinia())
})
afterEach(() => {
  vi.unstubAllGlobals()
})

async function opened(records: readonly ReaderRecord[]) {
  const { i18n } = await import('../../../../src/i18n/index.ts')
  const { useMessagesStore } = await import('../../../../src/stores/messages.ts')
  const { useReaderDataStore } = await import('../../../../src/stores/reader-data.ts')
  const { useTagsStore } = await import('../../../../src/stores/tags.ts')
  const { useTagSteps } = await import('../../../../src/composables/use-tag-steps.ts')
  const { useUndo } = await import('../../../../src/composables/use-undo.ts')
  useReaderDataStore().load(records)
  const setup = () => ({ ...useTagSteps(), undo: useUndo() })
  const { vm } = mount(defineComponent({ setup, template: '' }), { global: { plugins: [i18n] } })
  return { messages: useMessagesStore(), tags: useTagsStore(), ...vm }
}

it('takes back the last act, also while its records are being written one after the other', async () => {
  const highlights = [aHighlight({ id: 'a'.repeat(16) }), aHighlight({ id: 'b'.repeat(16) })]
  const { messages, tags, addTag, undo } = await opened(highlights)
  const earlier = vi.fn()
  messages.rememberUndo(earlier)
  const added = addTag(
    highlights.map((one) => ({ keys: [annotationKey(one)] })),
    'haven',
  )
  const undone = undo()
  await vi.waitFor(() => {
    endings.shift()?.()
    expect(tags.counted).toEqual([{ tag: 'haven', count: 2 }])
  })
  await vi.waitFor(() => {
    endings.shift()?.()
    expect(tags.counted).toEqual([])
  })
  await Promise.all([added, undone])
  expect(earlier).not.toHaveBeenCalled()
})

it('says that there is nothing to take back', async () => {
  const { messages, undo } = await opened([])
  await undo()
  expect(messages.toast?.text).toBe('Niets om ongedaan te maken')
})
