// @vitest-environment happy-dom
import { mount } from '@vue/test-utils'
import { createPinia, setActivePinia } from 'pinia'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { defineComponent } from 'vue'
import type { AddOutcome, Proof } from '../../../../src/core/desktop/adding.ts'
import { longestLine, type Edition } from '../../../../src/core/edition/edition.ts'
import { proofRows } from '../../../../src/core/edition/proof-rows.ts'
import { anEditionOf } from '../../core/search/an-edition.ts'

beforeEach(() => {
  vi.resetModules()
  setActivePinia(createPinia())
})

/** What a reader does to the row with these words, in the proof of an edition. */
async function mendingOf(edition: Edition, words: string, alike: readonly string[] = [words]) {
  const proof: Proof = {
    ...{
      id: 1,
      file: 'haven.txt',
      text: '',
      edition,
      remarks: [],
      isDigest: true,
      ranks: {},
      alike: [],
    },
    ...{ maker: { origin: 'own', publisher: null }, taught: null, isReview: false, bytes: 1 },
    replaces: null,
  }
  const answer: AddOutcome = { ok: true, kind: 'proof', proof }
  Object.assign(window, {
    desktop: { imports: { choose: () => Promise.resolve(answer) }, on: () => () => undefined },
  })
  const { i18n } = await import('../../../../src/i18n/index.ts')
  const { useMessagesStore } = await import('../../../../src/stores/messages.ts')
  const { useProofStore } = await import('../../../../src/stores/proof.ts')
  const { useRowMending } = await import('../../../../src/composables/use-row-mending.ts')
  const store = useProofStore()
  await store.choose()
  const rows = proofRows(edition, '', [])
  const row = rows.find(({ text }) => text === words)
  if (row === undefined) throw new Error('no such row')
  const all = rows.filter(({ text }) => alike.includes(text))
  const setup = () => ({
    mending: useRowMending(
      () => row,
      () => all,
    ),
  })
  const { vm } = mount(defineComponent({ setup, template: '' }), { global: { plugins: [i18n] } })
  return { mending: vm.mending, store, messages: useMessagesStore() }
}

it('says why the only item stays when it is left out', async () => {
  const { edition } = anEditionOf('De sluis gaat dicht.')
  const { mending, store, messages } = await mendingOf(edition, 'De sluis gaat dicht.')
  mending.leaveOut()
  expect(messages.toast?.text).toBe(
    'Dit is het enige bericht, en een editie heeft er minstens één.',
  )
  expect(store.canUndo).toBe(false)
})

it('says nothing of an item that goes', async () => {
  const { edition } = anEditionOf('De sluis gaat dicht.', 'Op de markt staan fietsen.')
  const { mending, store, messages } = await mendingOf(edition, 'De sluis gaat dicht.')
  mending.leaveOut()
  expect(messages.toast).toBeNull()
  expect(store.canUndo).toBe(true)
})

it('says so when a text that is too long is to be a heading', async () => {
  const long = `${'De sluis gaat dicht. '.repeat(Math.ceil(longestLine / 20))}Nu.`
  const { edition } = anEditionOf(long, 'Op de markt staan fietsen.')
  const { mending, store, messages } = await mendingOf(edition, long)
  mending.become('section')
  expect(messages.toast?.text).toBe(
    '‘Rubriek’ kan deze regel hier niet zijn. Er is niets veranderd.',
  )
  expect(store.canUndo).toBe(false)
})

describe('all rows of a kind', () => {
  const texts = ['De sluis gaat dicht.', 'Op de markt staan fietsen.', 'De kade is nat.'] as const

  it('become something in one step, and it is told how many', async () => {
    const { edition } = anEditionOf(...texts)
    const { mending, store, messages } = await mendingOf(edition, texts[0], texts.slice(0, 2))
    expect(mending.countAlike()).toBe(2)
    mending.become('section', true)
    expect(store.edition?.sections.map(({ heading }) => heading)).toEqual(
      expect.arrayContaining(texts.slice(0, 2)),
    )
    expect(messages.toast?.text).toBe('2 regels zijn veranderd. Nu: Rubriek')
    store.undo()
    expect(store.edition).toEqual(edition)
  })

  it('are left out, but for the last item of an edition', async () => {
    const { edition } = anEditionOf(...texts)
    const { mending, store, messages } = await mendingOf(edition, texts[0], texts)
    mending.leaveOut(true)
    const items = store.edition?.sections.flatMap((section) => section.items) ?? []
    expect(items.map(({ text }) => text)).toEqual([texts[2]])
    expect(messages.toast?.text).toBe('2 regels zijn weggelaten.')
  })

  it('are no title together: an edition has one', async () => {
    const { edition } = anEditionOf(...texts)
    const { mending, store } = await mendingOf(edition, texts[0], texts)
    mending.become('editionTitle', true)
    expect(store.edition?.title).toBe(texts[0])
    expect(store.edition?.sections.flatMap(({ items }) => items)).toHaveLength(2)
  })
})
