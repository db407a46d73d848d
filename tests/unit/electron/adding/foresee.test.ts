// What the letters of a mailbox would be read as, before any of them comes in.
import fs from 'node:fs'
import { expect, it } from 'vitest'
import { asItShouldBe, letterOf } from '../../../fixtures/a-letter.ts'
import { anAdding } from './an-adding.ts'

const adding = anAdding()

/** A letter of the same sender that is built in another way. */
const unlike = letterOf(3).replace(
  /<table>[\s\S]*<\/p>/u,
  '<h1>Hoe het was</h1><ol><li>De kade was dicht.</li><li>De brug was open.</li></ol><blockquote>Tot ziens.</blockquote>',
)

async function openMailbox(): Promise<number> {
  const letters = [letterOf(1), letterOf(2), unlike, letterOf(1).replace('Dorpsblad"', 'Kas"')]
  const content = letters
    .map((text) => `From post@post.example Fri Jun 21 09:00:00 2024\n${text}\n\n`)
    .join('')
  fs.writeFileSync(adding.place.file('post.mbox'), content.replaceAll('\r\n', '\n'))
  const outcome = await adding.imports.add({
    kind: 'files',
    paths: [adding.place.file('post.mbox')],
  })
  if (!outcome.ok || outcome.kind !== 'choice') throw new Error('no choice')
  return outcome.collection.id
}

it('says what they would be, and that is what they become', async () => {
  const proof = await adding.proofOf('blad-0.eml', letterOf(0))
  const mended = asItShouldBe(proof.edition, 0)
  await adding.imports.keep(proof.id, mended, { asNew: true, isFormed: false, names: [] })
  const mailbox = await openMailbox()
  const readings = await adding.imports.foresee(mailbox, [1, 2, 0, 3])
  expect(readings.map(({ fit }) => fit)).toEqual(['changed', 'unlike', 'changed', 'same'])
  const [second, other, first] = readings
  for (const reading of [first, second]) {
    expect(reading?.after).toBe(3)
    expect(reading?.leftOut).toBeGreaterThan(0)
  }
  expect(other).toMatchObject({ titles: 0, leftOut: 0 })
  expect(other?.after).toBe(other?.before)
  expect(adding.library.list().entries).toHaveLength(1)

  await adding.imports.take(mailbox, [0, 1, 2], 'each')
  const kept = adding.library.list().entries.filter(({ reviewed }) => !reviewed)
  expect(kept.map(({ items }) => items).sort()).toEqual([3, 3, other?.after].sort())
})

it('says it of none where nothing was learnt, or the file is closed', async () => {
  const mailbox = await openMailbox()
  const [reading] = await adding.imports.foresee(mailbox, [0])
  expect(reading).toMatchObject({ fit: 'same', titles: 0, leftOut: 0 })
  adding.imports.leave(mailbox)
  expect(await adding.imports.foresee(mailbox, [0])).toEqual([])
})

it('names a letter that cannot be read any more', async () => {
  const mailbox = await openMailbox()
  fs.rmSync(adding.place.file('post.mbox'))
  expect(await adding.imports.foresee(mailbox, [0])).toEqual([
    { fit: 'unread', before: 0, after: 0, titles: 0, leftOut: 0 },
  ])
})
