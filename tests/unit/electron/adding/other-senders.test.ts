// Short texts of several senders, or under several titles, that are nearly the same: none takes the place of another.
import fs from 'node:fs'
import { describe, expect, it } from 'vitest'
import type { Collection } from '../../../../src/core/desktop/collection.ts'
import { aFeed, aMailbox, mailDate, type LetterParts } from '../../../fixtures/a-mailbox.ts'
import { anAdding } from './an-adding.ts'

const adding = anAdding()
const { place } = adding

const days = ['2024-06-21', '2024-06-24', '2024-06-25', '2024-06-26', '2024-06-27', '2024-06-28']
const teaser = (at: number): string =>
  `<p>Lees het hele artikel op onze website, met de foto’s van kade ${String(at)}.</p>`
const feed = aFeed(
  'Kadekrant',
  days.map((day, at) => ({ title: `Kade ${String(at)}`, day, html: teaser(at) })),
)

async function choiceOf(name: string, content: string): Promise<Collection> {
  fs.writeFileSync(place.file(name), content)
  const outcome = await adding.imports.add({ kind: 'files', paths: [place.file(name)] })
  if (!outcome.ok || outcome.kind !== 'choice') throw new Error('no choice')
  return outcome.collection
}

async function takeAll(name: string, content: string): Promise<void> {
  const { id, parts } = await choiceOf(name, content)
  await adding.imports.take(id, [...parts.keys()], 'each')
}

/** A mailbox that nobody is asked about, as in a followed folder. */
async function keepLetters(name: string, ...letters: readonly LetterParts[]): Promise<void> {
  fs.writeFileSync(place.file(name), aMailbox(letters))
  expect(await adding.imports.keepFile(place.file(name))).toEqual({ ok: true, isNew: true })
}

function kept(): unknown[] {
  const { entries } = adding.library.list()
  return entries.map(({ series, title, revision }) => [series, title, revision]).sort()
}

describe('a letter of another sender', () => {
  const kas = 'Kas en Kade <r@kas.example>'

  it('takes the place of no entry of a feed that says nearly the same on the same day', async () => {
    await takeAll('krant.rss', feed)
    await takeAll(
      'post.mbox',
      aMailbox(
        days.map((day, at) => ({
          ...{ subject: `Kas ${String(at)}`, text: teaser(at), date: mailDate(day), sender: kas },
        })),
      ),
    )
    expect(kept()).toEqual([
      ...days.map((_, at) => ['Kadekrant', `Kade ${String(at)}`, 1]),
      ...days.map((_, at) => ['Kas en Kade', `Kas ${String(at)}`, 1]),
    ])
  })

  it.each([
    ['without a date', {}],
    ['of the same day', { date: mailDate('2024-06-21') }],
  ])('takes the place of none with the same subject: %s', async (_, dated) => {
    const text = '<p>Lees het hele artikel over de sluis op onze website, met alle foto’s.</p>'
    const senders = ['Havenblad <b@blad.example>', kas, 'Polderpost <p@post.example>']
    for (const [at, sender] of senders.entries()) {
      const own = text.replace('alle', ['alle', 'veel', 'onze'][at] ?? '')
      await keepLetters(`${String(at)}.mbox`, { subject: 'De sluis', text: own, sender, ...dated })
    }
    expect(kept()).toEqual([
      ['Havenblad', 'De sluis', 1],
      ['Kas en Kade', 'De sluis', 1],
      ['Polderpost', 'De sluis', 1],
    ])
  })

  it('does not take the place of a long one, and a proof offers it as an edition of its own', async () => {
    const long = `<p>${'De sluis bij de oude haven gaat maandag open voor het verkeer. '.repeat(6)}</p>`
    const date = mailDate('2024-06-21')
    await keepLetters('a.mbox', { subject: 'De sluis', text: long, date })
    const other = { subject: 'De sluis', text: long.replace('oude', 'nieuwe'), date, sender: kas }
    const proof = await adding.proofOf('b.mbox', aMailbox([other]))
    expect(proof.replaces).toMatchObject({ title: 'De sluis', isLikely: false })
    adding.imports.drop(proof.id)
    await keepLetters('b.mbox', other)
    expect(kept()).toEqual([
      ['Havenblad', 'De sluis', 1],
      ['Kas en Kade', 'De sluis', 1],
    ])
  })

  it('is kept beside one of which the reader changed the title', async () => {
    await keepLetters('a.mbox', { subject: 'De sluis', text: teaser(1) })
    const [{ id = '' } = {}] = adding.library.list().entries
    const review = await adding.imports.review(id)
    if (!review.ok || review.kind !== 'proof') throw new Error('no proof')
    await adding.keep(review.proof.id, { ...review.proof.edition, title: 'Mijn sluis' })
    await keepLetters('b.mbox', { subject: 'Het dok', text: teaser(1), sender: kas })
    expect(kept()).toEqual([
      ['Havenblad', 'Mijn sluis', 2],
      ['Kas en Kade', 'Het dok', 1],
    ])
  })
})

describe('a short text under another title', () => {
  it('takes the place of no other of its series on its day', async () => {
    const entry = (title: string, word: string) => ({
      ...{ title, day: '2024-06-21' },
      html: `<p>Lees het hele artikel ${word} op onze website, met alle foto’s.</p>`,
    })
    const first = [entry('Sluis dicht', 'hier'), entry('Boot vast', 'gratis')]
    const second = [entry('Brug open', 'straks'), entry('Kraan stuk', 'vandaag')]
    await takeAll('a.rss', aFeed('Kadekrant', first))
    await takeAll('b.rss', aFeed('Kadekrant', second))
    expect(kept()).toEqual([
      ['Kadekrant', 'Boot vast', 1],
      ['Kadekrant', 'Brug open', 1],
      ['Kadekrant', 'Kraan stuk', 1],
      ['Kadekrant', 'Sluis dicht', 1],
    ])
  })

  it('takes the place of no other letter of its sender without a date', async () => {
    const letter = (subject: string, word: string): LetterParts => ({
      ...{
        subject,
        text: `<p>Lees het hele artikel ${word} op onze website, met alle foto’s.</p>`,
      },
    })
    await keepLetters('a.mbox', letter('De sluis', 'hier'))
    await keepLetters('b.mbox', letter('De brug', 'straks'))
    expect(kept()).toEqual([
      ['Havenblad', 'De brug', 1],
      ['Havenblad', 'De sluis', 1],
    ])
  })
})

describe('a letter that its sender corrected', () => {
  const date = mailDate('2024-06-21')
  const teasers = (word: string): string =>
    `<p>Lees het hele artikel over de ${word} op onze website.</p>`
  const article = 'De sluis bij de oude haven gaat maandag open voor het verkeer te water.'
  const long = `<h3>Sluis</h3><p>${article} Schippers varen dan weer door de stad.</p>
<h3>Brug</h3><p>De brug over het kanaal blijft tot de herfst dicht, en fietsers rijden om langs de molen.</p>
<h3>Kade</h3><p>Langs de kade komen bomen, banken en een steiger voor het veer naar de overkant.</p>`

  it.each([
    ['a short one under the same title', 'De sluis', teasers('sluis'), teasers('sluis en kade')],
    ['a long one under another', 'Sluis open', long, long.replace('maandag', 'dinsdag')],
  ])('is the next revision: %s', async (_, subject, older, newer) => {
    await keepLetters('a.mbox', { subject: 'De sluis', text: older, date })
    await keepLetters('b.mbox', { subject, text: newer, date })
    expect(kept()).toEqual([['Havenblad', subject, 2]])
  })
})
