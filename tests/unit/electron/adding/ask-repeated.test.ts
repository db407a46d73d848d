// What stands in each edition of a series is asked about in a proof.
import fs from 'node:fs'
import { expect, it } from 'vitest'
import { anAdding } from './an-adding.ts'

const adding = anAdding()

const closing = 'De redactie van de Kadekrant wenst u een goede week.'
const issue = (day: string, ...texts: string[]): string =>
  `---\ntitle: Kadekrant van ${day}\nseries: Kadekrant\ndate: ${day}\n---\n\n## Nieuws\n\n${texts
    .map((text) => `- ${text}`)
    .join('\n')}\n- ${closing}\n`

const may = issue('2024-05-03', 'De brug gaat in mei open.', 'Het veen wordt nat gehouden.')
const june = issue('2024-06-07', 'De sluis krijgt een nieuwe deur.', 'De kade is weer schoon.')
const kinds = (remarks: readonly { readonly kind: string }[]): string[] =>
  remarks.map(({ kind }) => kind).filter((kind) => kind === 'in-each-edition')

it('asks by the edition that was looked over last, and by no other', async () => {
  const first = await adding.proofOf('mei.md', may)
  expect(kinds(first.remarks)).toEqual([])
  expect(await adding.keep(first.id, first.edition)).toMatchObject({ ok: true })
  const second = await adding.proofOf('juni.md', june)
  const asked = second.remarks.find(({ kind }) => kind === 'in-each-edition')
  expect(asked).toMatchObject({ quote: closing, line: 11 })
  const last = second.edition.sections.at(-1)?.items.at(-1)
  expect(asked?.item).toBe(last?.id)
})

it('asks nothing by an edition that nobody looked over, nor of what was looked over', async () => {
  const { imports, place, library } = adding
  fs.writeFileSync(place.file('mei.md'), may)
  await imports.keepFile(place.file('mei.md'))
  const second = await adding.proofOf('juni.md', june)
  expect(kinds(second.remarks)).toEqual([])
  await adding.keep(second.id, second.edition)
  const [entry] = library.list().entries.filter(({ reviewed }) => reviewed)
  const again = await imports.review(entry?.id ?? '')
  if (!again.ok || again.kind !== 'proof') throw new Error('no proof')
  expect(kinds(again.proof.remarks)).toEqual([])
  // The one that nobody looked over is asked about by the one that was.
  const [other] = library.list().entries.filter(({ reviewed }) => !reviewed)
  const review = await imports.review(other?.id ?? '')
  if (!review.ok || review.kind !== 'proof') throw new Error('no proof')
  expect(kinds(review.proof.remarks)).toEqual(['in-each-edition'])
})
