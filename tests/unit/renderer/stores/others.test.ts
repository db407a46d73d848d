// @vitest-environment happy-dom
import { createPinia, setActivePinia } from 'pinia'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import type { AddSummary } from '../../../../src/core/desktop/adding.ts'
import type { LearntSeries } from '../../../../src/core/series/series-form.ts'
import type { useOthersStore } from '../../../../src/stores/others.ts'
import { aMailboxOf, aPart } from '../../core/collection/collection-parts.ts'
import { anEdition } from '../../core/search/an-edition.ts'

let others: ReturnType<typeof useOthersStore>
/** What the main process was told. */
let asked: unknown[]
let learnt: LearntSeries[]
let entries: object[]
/** Of which parts the readings were asked for. */
let foreseen: (readonly number[])[]

const { edition } = anEdition({ id: 'blad-3', title: 'Blad 3', series: 'Blad' })
const blad = { sender: 'Blad', address: 'b@blad.example' }
const mailbox = aMailboxOf([
  aPart(blad),
  aPart({ ...blad, isKnown: true }),
  aPart(blad),
  aPart({ sender: 'Kas', address: 'k@kas.example' }),
  aPart(blad),
])
const reading = { fit: 'changed', before: 4, after: 9, titles: 5, leftOut: 3 }
const form = { series: 'Blad', editions: [], changed: '2026-12-03T10:00:00.000Z' }
const summary = { kept: 2, added: [], taught: 2, known: 0, mended: [], failures: [] }
const ended: AddSummary = { ...summary, isCancelled: false, refusal: null }

beforeEach(async () => {
  asked = []
  learnt = [form]
  entries = []
  foreseen = []
  vi.resetModules()
  const tell =
    (name: string, answer: unknown = undefined) =>
    (...args: unknown[]) => {
      asked.push([name, ...args])
      return Promise.resolve(answer)
    }
  const desktop = {
    imports: {
      take: tell('take', { ok: true, kind: 'kept', summary: ended }),
      leave: tell('leave'),
      foresee: (_id: number, places: readonly number[]) => {
        foreseen.push(places)
        return Promise.resolve(places.map(() => reading))
      },
    },
    series: {
      learnt: () => Promise.resolve(learnt),
      reread: tell('reread', { added: [], unlike: 0, same: 0, ended: null }),
    },
    library: {
      list: () => Promise.resolve({ entries, damaged: [], gone: null, hasRemoved: false }),
    },
    on: () => () => undefined,
  }
  Object.assign(window, { desktop })
  setActivePinia(createPinia())
  others = (await import('../../../../src/stores/others.ts')).useOthersStore()
})

describe('the other letters of a sender', () => {
  it('are asked about once one of them was mended and kept', async () => {
    others.remember({ collection: mailbox, place: 2, proof: 7 })
    const again = await others.ask(7, edition, true)
    expect(others.asked).toMatchObject({ toAdd: [0, 4], toReread: 0, series: 'Blad' })
    expect(others.kept).toEqual({ collection: 1, title: 'Blad 3', before: mailbox })
    // What was kept is there by now.
    expect(again?.parts.map(({ isKnown }) => isKnown)).toEqual([false, true, true, false, false])
    expect(asked).toEqual([])
  })

  it.each<[string, () => void, number, boolean]>([
    ['where nothing was mended', () => undefined, 7, false],
    ['where nothing was learnt', () => (learnt = []), 7, true],
  ])('are not %s, and the file is left', async (_what, arrange, proof, isMended) => {
    arrange()
    others.remember({ collection: mailbox, place: 2, proof: 7 })
    expect(await others.ask(proof, edition, isMended)).toBeNull()
    expect(others.asked).toBeNull()
    expect(asked).toEqual([['leave', 1]])
  })

  it('are not after another proof, and the file stays open', async () => {
    others.remember({ collection: mailbox, place: 2, proof: 7 })
    expect(await others.ask(8, edition, true)).toBeNull()
    expect(asked).toEqual([])
    others.remember({ collection: { ...mailbox, id: 2 }, place: 0, proof: 9 })
    expect(asked).toEqual([['leave', 1]])
  })

  it('are not when the part is not kept, and the file is left', () => {
    others.remember({ collection: mailbox, place: 2, proof: 7 })
    others.release(8)
    expect(asked).toEqual([])
    others.release(7)
    expect(asked).toEqual([['leave', 1]])
  })

  it('are read ahead, the newest first, for as long as they are asked about', async () => {
    const dated = Array.from({ length: 30 }, (_, day) =>
      aPart({ ...blad, date: `2024-06-${String(day + 1).padStart(2, '0')}` }),
    )
    others.remember({ collection: aMailboxOf(dated), place: 29, proof: 7 })
    await others.ask(7, edition, true)
    expect(foreseen[0]).toEqual([28, 27, 26, 25])
    await vi.waitFor(() => {
      expect(others.readings).toHaveLength(29)
    })
    expect(foreseen.map(({ length }) => length)).toEqual([4, 20, 5])
    others.decline()
    others.remember({ collection: aMailboxOf(dated), place: 0, proof: 8 })
    await others.ask(8, edition, true)
    others.decline()
    await new Promise((resolve) => setTimeout(resolve))
    expect(others.readings.length).toBeLessThan(29)
  })

  it('are not asked about any more when what was kept went out again', async () => {
    others.remember({ collection: mailbox, place: 2, proof: 7 })
    await others.ask(7, edition, true)
    expect(others.takenBack(9)).toBeNull()
    expect(others.asked).not.toBeNull()
    expect(others.takenBack(1)).toEqual(mailbox)
    expect([others.asked, others.kept]).toEqual([null, null])
  })

  it('are added, and those of the library are read anew', async () => {
    entries = [{ id: 'blad-1', series: 'Blad', origin: 'own', reviewed: false }]
    others.remember({ collection: mailbox, place: 2, proof: 7 })
    await others.ask(7, edition, true)
    const question = others.asked
    if (question === null) throw new Error('nothing is asked')
    expect(question.toReread).toBe(1)
    expect(await others.take(question)).toMatchObject({ added: { kind: 'kept' } })
    expect(asked).toEqual([
      ['take', 1, [0, 4], 'each'],
      ['leave', 1],
      ['reread', 'Blad'],
    ])
    expect(others.asked).toBeNull()
  })
})
