// @vitest-environment happy-dom
import { createPinia, setActivePinia } from 'pinia'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import type { LibraryEntry } from '../../../../src/core/library/library-entry.ts'
import type { useLibraryChoiceStore } from '../../../../src/stores/library-choice.ts'
import type { useLibraryStore } from '../../../../src/stores/library.ts'
import { anEntry } from '../../core/library/library-entries.ts'

const own = anEntry({ id: 'vast', origin: 'bundled' })
let entries: readonly LibraryEntry[]
/** What the main process was asked, in order. */
let asked: unknown[]
let library: ReturnType<typeof useLibraryStore>
let choice: ReturnType<typeof useLibraryChoiceStore>

beforeEach(async () => {
  entries = [
    anEntry({ id: 'een', series: 'Haven', title: 'A' }),
    anEntry({ id: 'twee', series: 'Polder', title: 'B' }),
    anEntry({ id: 'drie', series: 'Polder', title: 'C', revision: 3 }),
    own,
  ]
  asked = []
  vi.resetModules()
  const calls = {
    library: {
      list: () => Promise.resolve({ entries, damaged: [], removed: 0, gone: null }),
      restore(id: string) {
        asked.push(['restore', id])
        return Promise.resolve(id === 'drie' ? { ok: false, reason: 'disk-full' } : { ok: true })
      },
    },
    imports: {
      takeBack(added: readonly { id: string }[]) {
        asked.push(['takeBack', added])
        // The last one is in use by others.
        entries = entries.filter(({ id }) => id === 'drie' || added.every((one) => one.id !== id))
        return Promise.resolve({ count: 1, left: 1, ended: null })
      },
      moveToSeries(ids: readonly string[], series: string | null) {
        asked.push(['move', ids, series])
        return Promise.resolve({ added: [], left: 0, ended: null })
      },
    },
  }
  Object.assign(window, { desktop: calls })
  setActivePinia(createPinia())
  library = (await import('../../../../src/stores/library.ts')).useLibraryStore()
  choice = (await import('../../../../src/stores/library-choice.ts')).useLibraryChoiceStore()
  await library.load()
})

const chosen = (): string[] => choice.entries.map(({ id }) => id)

describe('what is chosen of the library', () => {
  it('stands in the order of the list, and can be chosen no longer', () => {
    for (const entry of entries.toReversed()) choice.choose(entry)
    library.order = 'title'
    expect(chosen()).toEqual(['een', 'twee', 'drie'])
    choice.choose(anEntry({ id: 'twee' }))
    expect(chosen()).toEqual(['een', 'drie'])
    choice.choose(anEntry({ id: 'een' }), true)
    expect(chosen()).toEqual(['een', 'drie'])
    choice.chooseNone()
    expect(chosen()).toEqual([])
  })

  it('is never the edition of the program', () => {
    choice.choose(own, true)
    expect(choice.chosen.size).toBe(0)
    choice.chooseAll()
    expect(choice.chosen).toEqual(new Set(['een', 'twee', 'drie']))
  })

  it('is only what is in sight', () => {
    choice.chooseAll()
    library.show('all', 'Polder')
    expect(chosen().toSorted()).toEqual(['drie', 'twee'])
    choice.chooseAll()
    library.showAll()
    expect(chosen().toSorted()).toEqual(['drie', 'twee'])
  })

  it('is removed as one task, and says what went', async () => {
    library.show('all', 'Polder')
    choice.chooseAll()
    const { gone, taken } = await choice.remove()
    expect(asked).toEqual([
      [
        'takeBack',
        expect.arrayContaining([
          { id: 'twee', revision: 1, replaced: null },
          { id: 'drie', revision: 3, replaced: null },
        ]),
      ],
    ])
    expect(gone.map(({ id }) => id)).toEqual(['twee'])
    expect(taken.left).toBe(1)
    expect(chosen()).toEqual([])
    expect(library.isRemoved('twee')).toBe(true)
    expect(library.isRemoved('drie')).toBe(false)
  })

  it('comes back one by one, and says how many could not', async () => {
    const gone = entries.slice(0, 3)
    expect(await choice.restore(gone)).toEqual({ failed: 1, fault: 'disk-full' })
    expect(asked).toEqual([
      ['restore', 'een'],
      ['restore', 'twee'],
      ['restore', 'drie'],
    ])
  })

  it('goes to another series, or to none', async () => {
    choice.choose(anEntry({ id: 'een' }))
    await choice.move('Duin')
    choice.choose(anEntry({ id: 'twee' }))
    await choice.move(null)
    expect(asked).toEqual([
      ['move', ['een'], 'Duin'],
      ['move', ['twee'], null],
    ])
    expect(chosen()).toEqual([])
  })
})
