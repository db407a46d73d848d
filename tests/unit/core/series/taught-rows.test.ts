import { expect, it } from 'vitest'
import type { ProofRow } from '../../../../src/core/edition/proof-rows.ts'
import type { FormChange } from '../../../../src/core/series/apply-form.ts'
import { taughtRows } from '../../../../src/core/series/taught-rows.ts'

function row(key: string, line: number | null, change: Partial<ProofRow> = {}): ProofRow {
  return {
    ...{ key, line, role: 'item', number: 1, text: key, credit: null, item: null },
    ...{ pictures: [], isLast: false, remarks: [], ...change },
  }
}

const change = (line: number, now: FormChange['now']): FormChange => ({ line, was: 'text', now })

const rows = [row('title', 1), row('kade', 3), row('brug', 7), row('markt', null)]

it('gives each change to the row on whose lines it stands', () => {
  const changes = [change(3, 'item-title'), change(5, 'text'), change(8, 'text')]
  expect([...taughtRows(changes, rows, rows)]).toEqual([
    ['kade', change(3, 'item-title')],
    ['brug', change(8, 'text')],
  ])
})

it('gives what was left out to none', () => {
  expect(taughtRows([change(3, 'left-out')], rows, rows).size).toBe(0)
})

it('takes it from a row that the reader mended since', () => {
  const changes = [change(3, 'item-title'), change(7, 'item-title')]
  const now = [row('kade', 3, { role: 'section' }), row('brug', 7, { text: 'anders' })]
  expect(taughtRows(changes, now, rows).size).toBe(0)
})
