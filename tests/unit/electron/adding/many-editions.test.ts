// Mailboxes and feeds of which the reader chooses.
import fs from 'node:fs'
import { describe, expect, it } from 'vitest'
import type { AddOutcome, AddSummary } from '../../../../src/core/desktop/adding.ts'
import type { Collection, CollectionSplit } from '../../../../src/core/desktop/collection.ts'
import { aFeed, aLetterPage, aMailbox, mailDate } from '../../../fixtures/a-mailbox.ts'
import { anAdding } from './an-adding.ts'

const adding = anAdding()
const { place } = adding

const letter = (subject: string, day: string, sender = 'Havenblad <b@blad.example>') => ({
  ...{ subject, text: aLetterPage(subject), date: mailDate(day), sender },
})
const kas = 'Kas en Kade <r@kas.example>'
const letters = [
  letter('De sluis', '2024-06-21'),
  letter('De kas', '2024-06-24', kas),
  letter('De loods', '2024-06-28'),
  letter('De brug', '2024-07-05'),
]

function add(name: string, content: string): Promise<AddOutcome> {
  fs.writeFileSync(place.file(name), content)
  return adding.imports.add({ kind: 'files', paths: [place.file(name)] })
}

async function choiceOf(name: string, content: string): Promise<Collection> {
  const outcome = await add(name, content)
  if (!outcome.ok || outcome.kind !== 'choice') throw new Error('no choice')
  return outcome.collection
}

async function summaryOf(taken: Promise<AddOutcome>): Promise<AddSummary> {
  const outcome = await taken
  if (!outcome.ok || outcome.kind !== 'kept') throw new Error('nothing was kept')
  return outcome.summary
}

/** All titles of the library, with the headings of each. */
function kept(): string[] {
  return adding.library
    .list()
    .entries.map(({ title, contents }) => `${title}: ${contents}`)
    .sort()
}

describe('a mailbox', () => {
  it('is a choice of its letters, of which nothing is kept', async () => {
    const collection = await choiceOf('post.mbox', aMailbox(letters))
    expect(collection).toMatchObject({ kind: 'mailbox', file: 'post.mbox', parts: { length: 4 } })
    expect(collection.parts[1]).toEqual({
      ...{ title: 'De kas', date: '2024-06-24', sender: 'Kas en Kade', address: 'r@kas.example' },
      ...{ list: '', isKnown: false },
    })
    expect(kept()).toEqual([])
  })

  it('keeps the chosen letters, each once', async () => {
    const { id } = await choiceOf('post.mbox', aMailbox(letters))
    const summary = await summaryOf(adding.imports.take(id, [0, 2], 'each'))
    expect(summary).toMatchObject({ kept: 2, known: 0, failures: [], isCancelled: false })
    const [entry] = adding.library.list().entries
    expect(entry).toMatchObject({ series: 'Havenblad', reviewed: false, origin: 'own' })
    const again = await choiceOf('post.mbox', aMailbox(letters))
    expect(again.parts.map(({ isKnown }) => isKnown)).toEqual([true, false, true, false])
    expect(await summaryOf(adding.imports.take(again.id, [0, 1, 2, 3], 'each'))).toMatchObject({
      ...{ kept: 2, known: 2 },
    })
  })

  it('keeps nothing of the head of a letter but its subject, date and sender', async () => {
    const [first] = letters
    const box = aMailbox([{ ...letter('De sluis', '2024-06-21'), list: 'x <x.list.example>' }])
    const noted = box.replace('Subject:', 'To: lezer@lezer.example\nX-Id: geheim-12\nSubject:')
    const { id } = await choiceOf('post.mbox', noted + aMailbox([first ?? letter('x', 'x')]))
    await adding.imports.take(id, [0, 1], 'each')
    for (const name of fs.readdirSync(place.file('library'))) {
      const content = fs.readFileSync(`${place.file('library')}/${name}`, 'latin1')
      expect(content).not.toMatch(/lezer@|geheim-12|b@blad|list\.example/u)
    }
  })

  it('becomes an edition a month of each sender, with a section for each letter', async () => {
    const { id } = await choiceOf('post.mbox', aMailbox(letters))
    expect(await summaryOf(adding.imports.take(id, [0, 1, 2, 3], 'month'))).toMatchObject({
      kept: 3,
    })
    expect(kept()).toEqual([
      'Havenblad, juli 2024: De brug · Langs het water',
      'Havenblad, juni 2024: De sluis · Langs het water · De loods · Langs het water',
      'Kas en Kade, juni 2024: De kas · Langs het water',
    ])
    const dates = adding.library.list().entries.map(({ date }) => date?.value)
    expect(dates.sort()).toEqual(['2024-06', '2024-06', '2024-07'])
  })

  it('becomes one edition of letters in plain text, in order of date', async () => {
    const plain = (subject: string, day: string) => ({
      ...letter(subject, day),
      text: `<p>Aan de kade bij ${subject} komen bomen.</p>`,
    })
    const box = aMailbox([plain('Twee', '2024-07-05'), plain('Een', '2024-06-21')])
    const { id } = await choiceOf('nieuwsbrieven.mbox', box)
    const outcome = await adding.imports.take(id, [0, 1], 'whole')
    expect(outcome).toMatchObject({ kind: 'proof', proof: { file: 'nieuwsbrieven.mbox' } })
    if (!outcome.ok || outcome.kind !== 'proof') return
    const { edition } = outcome.proof
    expect(edition).toMatchObject({ title: 'nieuwsbrieven', series: null })
    expect(edition.date).toMatchObject({ value: '2024-07-05' })
    expect(edition.sections.map(({ heading, items }) => [heading, items.length])).toEqual([
      ['Een', 1],
      ['Twee', 1],
    ])
  })

  it('of people who write to each other becomes items: who wrote each, when, and what is quoted', async () => {
    const written = (subject: string, day: string, sender: string, lines: string[]) => ({
      ...{ subject, date: mailDate(day), sender, text: lines.join('\n') },
      isAnswer: subject.startsWith('Re:'),
    })
    const box = aMailbox([
      written('De brug', '2024-06-21', 'Mina Vos <m@kade.example>', ['Wanneer gaat de brug open?']),
      written('Re: De brug', '2024-06-22', 'Ko de Wit <k@kade.example>', [
        ...['> Wanneer gaat', '> de brug open?', '', 'In de herfst, als het dek klaar is.'],
      ]),
    ])
    const { id } = await choiceOf('kade.mbox', box)
    const outcome = await adding.imports.take(id, [0, 1], 'whole')
    if (!outcome.ok || outcome.kind !== 'proof') throw new Error('no proof')
    expect(outcome.proof.edition.sections).toMatchObject([
      {
        heading: null,
        items: [
          { title: 'De brug', text: 'Wanneer gaat de brug open?\n\n— Mina Vos, 21 juni 2024' },
          {
            title: 'De brug',
            text: '> Wanneer gaat\n> de brug open?\n\nIn de herfst, als het dek klaar is.\n\n— Ko de Wit, 22 juni 2024',
          },
        ],
      },
    ])
  })

  it('names what cannot be read, and goes on', async () => {
    const none = { ...letter('Niets', '2024-06-25'), text: '' }
    const { id } = await choiceOf('post.mbox', aMailbox([...letters, none]))
    const failures = [{ file: 'Niets', reason: 'empty' }]
    expect(await adding.imports.take(id, [0, 4], 'month')).toMatchObject({
      kind: 'proof',
      failures,
    })
    const { id: again } = await choiceOf('post.mbox', aMailbox([...letters, none]))
    const summary = await summaryOf(adding.imports.take(again, [0, 1, 4], 'month'))
    expect(summary).toMatchObject({ kept: 2, failures })
  })

  it('of one letter is a proof', async () => {
    const outcome = await add('post.mbox', aMailbox(letters.slice(0, 1)))
    expect(outcome).toMatchObject({ kind: 'proof', proof: { edition: { title: 'De sluis' } } })
  })

  it('that changed since is not read at the old places', async () => {
    const { id } = await choiceOf('post.mbox', aMailbox(letters))
    fs.writeFileSync(place.file('post.mbox'), aMailbox(letters.slice(1)))
    const summary = await summaryOf(adding.imports.take(id, [0, 1], 'each'))
    expect(summary).toMatchObject({ kept: 0, failures: [{ reason: 'not-found' }, {}] })
  })

  it('is kept letter by letter beside other files', async () => {
    fs.writeFileSync(place.file('post.mbox'), aMailbox(letters))
    fs.writeFileSync(place.file('los.txt'), 'Een los bericht over de haven van de stad.\n')
    const paths = [place.file('post.mbox'), place.file('los.txt')]
    expect(await summaryOf(adding.imports.add({ kind: 'files', paths }))).toMatchObject({ kept: 5 })
    expect(await adding.imports.keepFile(place.file('post.mbox'))).toEqual({
      ok: true,
      isNew: false,
    })
  })

  it('keeps whole editions only when it is cancelled, and says which', async () => {
    const { id } = await choiceOf('post.mbox', aMailbox(letters))
    adding.onKeeping = ({ title }) => {
      // The third task since the start: the listing was the first.
      if (title === 'De kas') for (const task of [1, 2, 3]) adding.imports.cancel(task)
    }
    const summary = await summaryOf(adding.imports.take(id, [0, 1, 2, 3], 'each'))
    const titles = ['De sluis', 'De kas']
    expect(summary).toMatchObject({ kept: 2, failures: [], isCancelled: true, titles })
    expect(adding.library.list().damaged).toEqual([])
    for (const entry of adding.library.list().entries)
      expect(adding.library.open(entry.id).ok).toBe(true)
  })

  it('that nobody chose from any more is forgotten', async () => {
    const { id } = await choiceOf('post.mbox', aMailbox(letters))
    adding.imports.leave(id)
    expect(await adding.imports.take(id, [0], 'each')).toMatchObject({
      ok: false,
      reason: 'not-found',
    })
  })
})

describe('a feed', () => {
  const entries = ['2024-07-05', '2024-07-05', '2024-06-28'].map((day, at) => ({
    ...{ title: `Kade ${String(at)}`, day, html: `<p>Aan kade ${String(at)} komen bomen.</p>` },
  }))
  const feed = aFeed('Kadekrant', entries)

  it.each<[CollectionSplit, readonly string[]]>([
    ['each', ['Kade 0', 'Kade 1', 'Kade 2']],
    ['day', ['Kadekrant, 28 juni 2024', 'Kadekrant, 5 juli 2024']],
    ['week', ['Kadekrant, week 26 van 2024', 'Kadekrant, week 27 van 2024']],
    ['month', ['Kadekrant, juli 2024', 'Kadekrant, juni 2024']],
  ])('becomes editions: %s', async (split, titles) => {
    const { id, parts } = await choiceOf('krant.rss', feed)
    await adding.imports.take(id, [...parts.keys()], split)
    expect(
      adding.library
        .list()
        .entries.map(({ title }) => title)
        .sort(),
    ).toEqual(titles)
  })

  it('knows its entries again', async () => {
    const { id } = await choiceOf('krant.rss', feed)
    await adding.imports.take(id, [0, 1], 'each')
    const { parts } = await choiceOf('krant.rss', feed)
    expect(parts.map(({ isKnown }) => isKnown)).toEqual([true, true, false])
  })

  it('is known as a whole when it was kept whole', async () => {
    const { id } = await choiceOf('krant.rss', feed)
    const outcome = await adding.imports.take(id, [0, 1, 2], 'whole')
    if (!outcome.ok || outcome.kind !== 'proof') throw new Error('no proof')
    const { proof } = outcome
    await adding.imports.keep(proof.id, proof.edition, { asNew: false, isFormed: false, names: [] })
    expect(await add('krant.rss', feed)).toMatchObject({ kind: 'known', title: 'Kadekrant' })
  })

  it('of one entry is a proof, and a page is refused by name', async () => {
    expect(await add('een.rss', aFeed('Krant', entries.slice(0, 1)))).toMatchObject({
      kind: 'proof',
    })
    expect(await add('krant.rss', '<!doctype html><p>x</p>')).toMatchObject({
      reason: 'not-a-feed',
    })
  })
})
