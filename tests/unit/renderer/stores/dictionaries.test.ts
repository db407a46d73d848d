// @vitest-environment happy-dom
// The dictionaries of the window, over the shelf that keeps them.
import { createPinia, setActivePinia } from 'pinia'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { createDictionaryShelf } from '../../../../electron/services/dictionaries/dictionary-shelf.ts'
import type { Desktop } from '../../../../src/core/desktop-api.ts'
import type { useDictionariesStore } from '../../../../src/stores/dictionaries.ts'
import { aStorePlace } from '../../electron/a-store.ts'

const place = aStorePlace()
let dictionaries: ReturnType<typeof useDictionariesStore>

beforeEach(async () => {
  vi.resetModules()
  const shelf = createDictionaryShelf({
    store: place.open(),
    folder: place.file('dictionaries'),
    bundled: null,
    installed: place.file('dictd'),
    programWords: () => 8_000,
    read: () =>
      Promise.resolve({
        ok: true,
        value: { name: 'eigen', articles: [{ headword: 'kade', glosses: ['wal'] }] },
      }),
    now: () => new Date('2024-06-02T10:00:00Z'),
    onChange: () => undefined,
  })
  const calls: Partial<Desktop['dictionaries']> = {
    list: () => Promise.resolve(shelf.list()),
    choose: () => shelf.read('eigen.tsv'),
    keep: (name) => shelf.keep(name),
    arrange: (choices) => Promise.resolve(shelf.arrange(choices)),
  }
  Object.assign(window, { desktop: { dictionaries: calls } })
  setActivePinia(createPinia())
  dictionaries = (await import('../../../../src/stores/dictionaries.ts')).useDictionariesStore()
  await dictionaries.load()
})

const shown = () => dictionaries.shelf.dictionaries.map(({ name, isOn }) => [name, isOn])

describe('changes that are made before the answer to the one before', () => {
  it('do not undo it', async () => {
    await dictionaries.choose()
    const changes = [dictionaries.keep('eigen'), dictionaries.turn('program', false)]
    expect(await Promise.all(changes)).toMatchObject([{ ok: true }, { ok: true }])
    expect(shown()).toEqual([
      ['eigen', true],
      ['Leeslamp', false],
    ])
    const id = dictionaries.choices[0]?.id ?? ''
    await Promise.all([dictionaries.move(id, 1), dictionaries.turn(id, false)])
    expect(shown()).toEqual([
      ['Leeslamp', false],
      ['eigen', false],
    ])
    await Promise.all([dictionaries.remove(id), dictionaries.turn('program', true)])
    expect(shown()).toEqual([['Leeslamp', true]])
    await Promise.all([
      dictionaries.putBack({ id, isOn: true }, 0),
      dictionaries.turn('program', false),
    ])
    expect(shown()).toEqual([
      ['eigen', true],
      ['Leeslamp', false],
    ])
  })
})
