// What is pasted keeps the headings, lists and links that it was copied with.
import { expect, it } from 'vitest'
import type { AddOutcome } from '../../../../src/core/desktop/adding.ts'
import { anAdding } from './an-adding.ts'

const adding = anAdding()

const html = `<meta charset="utf-8"><h1>Dorpsblad 12</h1><h2>Havens</h2>
<h3>Brug dicht</h3><p>De brug is dicht. <a href="https://krant.example/brug">Omrijden</a></p>
<h3>Kade open</h3><p>De kade is open.</p><script>document.title = 'weg'</script>`
const text =
  'Dorpsblad 12\nHavens\nBrug dicht\nDe brug is dicht. Omrijden\nKade open\nDe kade is open.'

function editionOf(outcome: AddOutcome) {
  if (!outcome.ok || outcome.kind !== 'proof') throw new Error('there is no proof')
  return outcome.proof.edition
}

it('has the items that its headings make', async () => {
  const { title, sections } = editionOf(await adding.imports.add({ kind: 'text', text, html }))
  expect(title).toBe('Dorpsblad 12')
  expect(sections.map(({ heading }) => heading)).toEqual(['Havens'])
  expect(sections[0]?.items).toMatchObject([
    { title: 'Brug dicht', links: [{ address: 'https://krant.example/brug' }] },
    { title: 'Kade open', text: 'De kade is open.' },
  ])
})

it('is its plain text where its HTML holds no words, or more than can be read', async () => {
  const plain = editionOf(await adding.imports.add({ kind: 'text', text }))
  for (const bad of ['<p> </p>', `${'<p>a</p>'.repeat(30_000)}<p>`]) {
    const edition = editionOf(await adding.imports.add({ kind: 'text', text, html: bad }))
    expect(edition.sections).toEqual(plain.sections)
  }
})

it('is known when it is pasted once more', async () => {
  const outcome = await adding.imports.add({ kind: 'text', text, html })
  if (!outcome.ok || outcome.kind !== 'proof') throw new Error('there is no proof')
  await adding.keep(outcome.proof.id, outcome.proof.edition)
  expect(await adding.imports.add({ kind: 'text', text, html })).toMatchObject({ kind: 'known' })
})
