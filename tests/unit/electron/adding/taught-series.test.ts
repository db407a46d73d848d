// The reader mends one letter of a series, and the next ones are read so.
import fs from 'node:fs'
import { expect, it } from 'vitest'
import type { Proof } from '../../../../src/core/desktop/adding.ts'
import { withIds } from '../../../../src/core/edition/edition-ids.ts'
import type { Edition } from '../../../../src/core/edition/edition.ts'
import { asItShouldBe, letterFoot, letterOf, weeks } from '../../../fixtures/a-letter.ts'
import { anAdding } from './an-adding.ts'

const adding = anAdding()

const contentOf = ({ sections }: Edition) =>
  sections.map(({ heading, items }) => [heading, ...items.map(({ title, text }) => [title, text])])

/** A letter that is built in another way. */
const unlike =
  '<h1>Hoe het was</h1><ol><li>De kade was dicht.</li><li>De brug was open.</li></ol><blockquote>Tot ziens.</blockquote>'

/** What the library shows, without the order in which it came. */
const shelf = () =>
  adding.library
    .list()
    .entries.map(({ id, revision, title, items, formed }) => ({
      ...{ id, revision, title, items, formed },
    }))
    .sort((one, two) => (one.id < two.id ? -1 : 1))

const proofOf = (week: number, letter = letterOf(week)): Promise<Proof> =>
  adding.proofOf(`blad-${String(week)}.eml`, letter)

async function keep(proof: Proof, edition: Edition, isFormed = false): Promise<string> {
  const outcome = await adding.imports.keep(proof.id, edition, {
    asNew: true,
    isFormed,
    names: [],
  })
  if (!outcome.ok) throw new Error(outcome.reason)
  expect(outcome.isLearnt).toBe(true)
  return outcome.bundle.edition.id
}

async function mendFirst(): Promise<string> {
  const proof = await proofOf(0)
  return keep(proof, asItShouldBe(proof.edition, 0))
}

it('reads the next letters as the first was mended, and says by which', async () => {
  const id = await mendFirst()
  for (const week of [1, 2, 3]) {
    const proof = await proofOf(week)
    expect(contentOf(proof.edition)).toEqual(weeks[week])
    expect(proof.edition.lede).toBeNull()
    expect(proof.taught?.series).toBe('Dorpsblad')
    expect(proof.taught?.editions).toEqual([{ id, title: 'Dorpsblad 41', date: '2024-06-21' }])
    expect(proof.taught?.changes?.length).toBeGreaterThan(2)
    expect(contentOf(proof.taught?.without.edition ?? proof.edition)).not.toEqual(weeks[week])
    adding.imports.drop(proof.id)
  }
})

it('does so no more when it is forgotten, and again when that is undone', async () => {
  await mendFirst()
  expect(adding.forms.forget(' dorpsblad ').ok).toBe(true)
  const guessed = await proofOf(1)
  expect(guessed.taught).toBeNull()
  expect(contentOf(guessed.edition)).not.toEqual(weeks[1])
  expect(adding.forms.restore('Dorpsblad').ok).toBe(true)
  expect(contentOf((await proofOf(2)).edition)).toEqual(weeks[2])
})

it('learns nothing of a letter that is kept as it was read', async () => {
  const proof = await proofOf(0)
  await keep(proof, proof.edition)
  expect(adding.forms.list()).toEqual([])
  expect((await proofOf(1)).taught).toBeNull()
})

it('learns from each letter that is kept, and remembers three', async () => {
  await mendFirst()
  for (const week of [1, 2, 3]) {
    const proof = await proofOf(week)
    await keep(proof, proof.edition, true)
  }
  const [form] = adding.forms.list()
  expect(form?.editions.map(({ title }) => title)).toEqual([
    'Dorpsblad 42',
    'Dorpsblad 43',
    'Dorpsblad 44',
  ])
  expect(form?.form.editions).toHaveLength(3)
  const again = await proofOf(0, letterOf(0, weeks[1]).replace('Dorpsblad 41', 'Dorpsblad 45'))
  expect(contentOf(again.edition)).toEqual(weeks[1])
})

it('learns otherwise from one that was read without, and mended in another way', async () => {
  await mendFirst()
  const proof = await proofOf(1)
  const without = proof.taught?.without.edition ?? proof.edition
  for (const week of [2, 3]) {
    const other = await proofOf(week)
    await keep(other, other.taught?.without.edition ?? other.edition)
  }
  await keep(proof, without)
  const last = await proofOf(0, letterOf(0, weeks[3]).replace('Dorpsblad 41', 'Dorpsblad 45'))
  expect(contentOf(last.edition)).toEqual(contentOf(last.taught?.without.edition ?? last.edition))
})

it('lets a second look at a letter take the place of what the first taught', async () => {
  const first = await proofOf(0)
  const id = await keep(first, asItShouldBe(first.edition, 0))
  const review = await adding.imports.review(id)
  if (!review.ok || review.kind !== 'proof') throw new Error('no proof')
  // As the file is read by itself, but for the foot.
  const { edition } = first
  const sections = edition.sections.map((section) => ({
    ...section,
    items: section.items.map((item) => ({
      ...item,
      text: item.text.replace(`\n\n${letterFoot}`, ''),
    })),
  }))
  await keep(review.proof, withIds({ ...edition, sections }))
  const [form] = adding.forms.list()
  expect(form?.editions.map((one) => one.id)).toEqual([id])
  const next = await proofOf(1)
  const left = next.taught?.changes?.map(({ now }) => now)
  expect(left).toEqual(['left-out'])
})

it('says so of a letter that is built in another way, and reads it as it is', async () => {
  await mendFirst()
  const letter = letterOf(1).replace(/<table>[\s\S]*<\/p>/u, unlike)
  const proof = await proofOf(1, letter)
  expect(proof.taught?.changes).toBeNull()
  expect(proof.edition).toEqual(proof.taught?.without.edition)
})

it('reads such a letter by the form when the reader says so, and learns from that', async () => {
  await mendFirst()
  const letter = letterOf(1).replace('<table>', `${unlike.repeat(8)}<table>`)
  const proof = await proofOf(1, letter)
  expect(proof.taught?.changes).toBeNull()
  const anyway = proof.taught?.anyway
  expect(anyway?.changes.length).toBeGreaterThan(0)
  expect(anyway?.edition).not.toEqual(proof.edition)
  const kept = await adding.imports.keep(proof.id, anyway?.edition ?? proof.edition, {
    ...{ asNew: true, isFormed: true, names: [] },
  })
  expect(kept).toMatchObject({ ok: true, isLearnt: true })
  const [form] = adding.forms.list()
  expect(form?.editions).toHaveLength(2)
})

it('reads many letters so that nobody looks over, and counts them', async () => {
  await mendFirst()
  const paths = [1, 2].map((week) => {
    const file = adding.place.file(`brief-${String(week)}.eml`)
    fs.writeFileSync(file, letterOf(week))
    return file
  })
  const outcome = await adding.imports.add({ kind: 'files', paths })
  if (!outcome.ok || outcome.kind !== 'kept') throw new Error('not kept')
  expect(outcome.summary).toMatchObject({ kept: 2, taught: 2 })
  const kept = adding.library.list().entries.find(({ title }) => title === 'Dorpsblad 42')
  const opened = adding.library.open(kept?.id ?? '')
  expect(opened.ok && contentOf(opened.bundle.edition)).toEqual(weeks[1])
})

it('reads a letter so that was kept before its series was learnt, when it is looked over', async () => {
  const file = adding.place.file('brief-1.eml')
  const other = adding.place.file('brief-2.eml')
  fs.writeFileSync(file, letterOf(1))
  fs.writeFileSync(other, letterOf(2))
  await adding.imports.add({ kind: 'files', paths: [file, other] })
  await mendFirst()
  const kept = adding.library.list().entries.find(({ title }) => title === 'Dorpsblad 42')
  const review = await adding.imports.review(kept?.id ?? '')
  if (!review.ok || review.kind !== 'proof') throw new Error('no proof')
  expect(contentOf(review.proof.edition)).toEqual(weeks[1])
  expect(review.proof.taught?.changes?.length).toBeGreaterThan(0)
})

it('reads by the form that came with the program until the reader mends something', async () => {
  await mendFirst()
  const [form] = adding.forms.list()
  if (form === undefined) throw new Error('no form')
  adding.given = new Map([['Dorpsblad', { ...form, editions: [] }]])
  adding.forms.forget('Dorpsblad')
  const given = await proofOf(1)
  expect(contentOf(given.edition)).toEqual(weeks[1])
  expect(given.taught).toMatchObject({ by: 'Waterschap De Lage Kade', editions: [] })
  await keep(given, given.edition, true)
  expect(adding.forms.list()).toEqual([])

  const mended = await proofOf(2)
  const less = { ...mended.edition, sections: mended.edition.sections.slice(0, 1) }
  const id = await keep(mended, less, true)
  const [own] = adding.forms.list()
  expect(own?.editions.map((one) => one.id)).toEqual([id])
  expect(own?.form.editions).toHaveLength(2)
  const next = await proofOf(3)
  expect(next.taught).toMatchObject({ by: null, editions: [{ id }] })
  // A second look takes the place of the first, and of nothing that was given along.
  const review = await adding.imports.review(id)
  if (!review.ok || review.kind !== 'proof') throw new Error('no proof')
  await keep(review.proof, less, false)
  const [again] = adding.forms.list()
  expect(again?.editions.map((one) => one.id)).toEqual([id])
  expect(again?.form.editions).toHaveLength(2)
})

it('reads by no form that is damaged', async () => {
  await mendFirst()
  const [form] = adding.forms.list()
  if (form === undefined) throw new Error('no form')
  adding.forms.put({ ...form, editions: [{ id: 'x', title: '', date: null }] })
  expect(adding.forms.of('Dorpsblad')).toBeNull()
  expect((await proofOf(1)).taught).toBeNull()
})

it('reads those anew that nobody looked over, and puts them back', async () => {
  const paths = [1, 2].map((week) => {
    const file = adding.place.file(`brief-${String(week)}.eml`)
    fs.writeFileSync(file, letterOf(week))
    return file
  })
  const other = adding.place.file('brief-3.eml')
  fs.writeFileSync(other, letterOf(3).replace(/<table>[\s\S]*<\/p>/u, unlike))
  await adding.imports.add({ kind: 'files', paths: [...paths, other] })
  await mendFirst()
  const before = shelf()
  const [noted] = before.filter(({ title }) => title === 'Dorpsblad 42')
  const read = await adding.imports.reread('Dorpsblad')
  expect(read).toMatchObject({ unlike: 1, same: 0, ended: null })
  expect(read.added).toHaveLength(2)
  const opened = adding.library.open(noted?.id ?? '')
  if (!opened.ok) throw new Error(opened.reason)
  expect(contentOf(opened.bundle.edition)).toEqual(weeks[1])
  expect(opened.bundle.edition.revision).toBe(2)
  // A second time none is read that was read so.
  expect(await adding.imports.reread('Dorpsblad')).toMatchObject({ added: [], unlike: 1 })
})

it('puts back what it replaced, and nothing more', async () => {
  const file = adding.place.file('brief-1.eml')
  const other = adding.place.file('brief-2.eml')
  fs.writeFileSync(file, letterOf(1))
  fs.writeFileSync(other, letterOf(2))
  await adding.imports.add({ kind: 'files', paths: [file, other] })
  await mendFirst()
  const before = shelf()
  const { added } = await adding.imports.reread('Dorpsblad')
  expect(shelf()).not.toEqual(before)
  expect(await adding.imports.takeBack(added)).toEqual({ count: 2, left: 0, ended: null })
  expect(shelf()).toEqual(before)
  expect(shelf()).toEqual(before)
})

it('reads nothing anew of a series that has no form, or that has another name', async () => {
  const file = adding.place.file('brief-1.eml')
  const other = adding.place.file('brief-2.eml')
  fs.writeFileSync(file, letterOf(1))
  fs.writeFileSync(other, letterOf(2))
  await adding.imports.add({ kind: 'files', paths: [file, other] })
  expect(await adding.imports.reread('Dorpsblad')).toMatchObject({ added: [], same: 2 })
  expect(await adding.imports.reread('Polderpost')).toMatchObject({ added: [], same: 0 })
})
