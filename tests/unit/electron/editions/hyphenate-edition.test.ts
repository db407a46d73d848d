import { expect, it } from 'vitest'
import { hyphenateIn } from '../../../../electron/services/editions/hyphenate-edition.ts'
import { aDatedEdition } from '../../../fixtures/a-package.ts'

it('looks for the long words of every text that is shown hyphenated', async () => {
  const item = { id: 'i', title: 'Een titel', text: 'Een tekst.', sources: [] }
  const edition = aDatedEdition({
    ...{ title: 'De editie', lede: 'De opening.' },
    figure: { caption: 'Een bijschrift.', credit: null },
    sections: [{ id: 's', heading: 'Een kop', items: [item] }],
  })
  let asked: readonly string[] = []
  const hyphenate = hyphenateIn({
    hyphenate(texts) {
      asked = texts
      return Promise.resolve({ ok: true, value: {} })
    },
  })
  await hyphenate(edition)
  expect(asked).toEqual([
    ...['De editie', 'De opening.', 'Een bijschrift.', 'Een kop', 'Een titel', 'Een tekst.'],
  ])
})
