import { describe, expect, it } from 'vitest'
import { createPortions } from '../../../../electron/services/import/portions.ts'

const message = (offset: number) => ({
  ...{ offset, length: 10, date: null, sha256: 'a'.repeat(64) },
  ...{ subject: 'Een', sender: '', address: '', list: '', isAnswer: false },
})
const portion = (content: unknown) => ({ bytes: Buffer.from(JSON.stringify(content)) })

describe('portions of a list', () => {
  it('come together in their order, with the rest', () => {
    const { take, whole } = createPortions()
    take(portion([message(0), message(10)]))
    take(portion([message(20)]))
    expect(whole({ ok: true, value: [message(30)] })).toEqual({
      ok: true,
      value: [message(0), message(10), message(20), message(30)],
    })
  })

  it.each([
    ['no JSON', { bytes: Buffer.from('{') }],
    ['of another shape', portion([{ ...message(0), offset: -1 }])],
  ])('that are %s spoil the whole', (_name, bad) => {
    const { take, whole } = createPortions()
    take(portion([message(0)]))
    take(bad)
    expect(whole({ ok: true, value: [] })).toEqual({ ok: false, reason: 'reader-crashed' })
  })

  it('are no more than a mailbox may hold', () => {
    const { take, whole } = createPortions()
    const many = portion(Array.from({ length: 50_000 }, (_, index) => message(index)))
    for (let times = 0; times < 5; times += 1) take(many)
    expect(whole({ ok: true, value: [message(0)] })).toEqual({
      ok: false,
      reason: 'reader-crashed',
    })
  })

  it('do not change why a list was refused', () => {
    expect(createPortions().whole({ ok: false, reason: 'not-a-mail' })).toEqual({
      ...{ ok: false, reason: 'not-a-mail' },
    })
  })
})
