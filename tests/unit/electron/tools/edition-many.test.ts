// Files that hold many editions, in the edition command.
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { aFeed, aLetterPage, aMailbox, mailDate } from '../../../fixtures/a-mailbox.ts'
import { runEdition } from './run-edition.ts'

const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'edition-many-'))
afterAll(() => fs.rmSync(folder, { recursive: true }))

function file(name: string, content: string): string {
  const place = path.join(folder, name)
  fs.writeFileSync(place, content)
  return place
}

const letter = (subject: string, day: string) => ({
  subject,
  text: aLetterPage(subject),
  date: mailDate(day),
})
const letters = [letter('De sluis', '2024-06-21'), letter('De loods', '2024-07-05')]
const entry = (title: string, day: string) => ({ title, day, html: `<p>De ${title} is open.</p>` })
const feed = aFeed('Kadekrant', [
  entry('sluis', '2024-07-05'),
  entry('loods', '2024-07-05'),
  entry('brug', '2024-06-28'),
])

describe('edition parse', () => {
  it('prints an edition a message of a mailbox', () => {
    const { code, out, error } = runEdition('parse', file('post.mbox', aMailbox(letters)))
    expect({ code, error }).toEqual({ code: 0, error: '' })
    expect(JSON.parse(out)).toMatchObject([
      { title: 'De sluis', date: '2024-06-21', series: 'Havenblad' },
      { title: 'De loods', sections: [{ heading: 'Langs het water' }] },
    ])
  })

  it('names a message that cannot be read, and prints the others', () => {
    const large = { subject: 'Groot', text: 'x'.repeat(20 * 1024 * 1024) }
    const box = file('groot.mbox', aMailbox([...letters, large, letter('De brug', '2024-07-12')]))
    const { code, out, error } = runEdition('parse', box)
    expect({ code, error }).toEqual({
      code: 1,
      error: `${box}: message 3 (Groot) is larger than 20 MB\n`,
    })
    const titles = (JSON.parse(out) as { title: string }[]).map(({ title }) => title)
    expect(titles).toEqual(['De sluis', 'De loods', 'De brug'])
  })

  it('prints an array also when no message can be read', () => {
    const { code, out } = runEdition(
      'parse',
      file('leeg.mbox', aMailbox([{ subject: '', text: '' }])),
    )
    expect({ code, out }).toEqual({ code: 1, out: '[]\n' })
  })

  it.each([
    ['entry', ['sluis', 'loods', 'brug']],
    ['day', ['Kadekrant, 5 juli 2024', 'Kadekrant, 28 juni 2024']],
    ['week', ['Kadekrant, week 27 van 2024', 'Kadekrant, week 26 van 2024']],
    ['month', ['Kadekrant, juli 2024', 'Kadekrant, juni 2024']],
  ])('prints an edition a part of a feed that is split by %s', (split, titles) => {
    const { code, out } = runEdition('parse', file('krant.rss', feed), '--split', split)
    expect(code).toBe(0)
    expect((JSON.parse(out) as { title: string }[]).map(({ title }) => title)).toEqual(titles)
  })

  it('prints one edition of a feed that is not split', () => {
    const { out } = runEdition('parse', file('krant.rss', feed))
    expect(JSON.parse(out)).toMatchObject({
      title: 'Kadekrant',
      sections: [{ items: [{ title: 'sluis' }, { title: 'loods' }, { title: 'brug' }] }],
    })
  })

  it.each([
    [['--split', 'year'], 2, /^--split takes entry, day, week, month; see --help\n$/u],
    [['--split', 'entry', '--format', 'html'], 2, /^--split is for a feed; see --help\n$/u],
    [['--split', 'entry', '--encoding', 'utf-16'], 1, / is not a feed .*\n$/u],
  ])('refuses %j with one line', (args, code, sentence) => {
    const ended = runEdition('parse', file('krant.rss', feed), ...args)
    expect(ended).toMatchObject({ code, out: '' })
    expect(ended.error).toMatch(sentence)
  })

  it('says what is no mailbox', () => {
    const box = file('geen.mbox', 'Een gewone tekst.\n')
    expect(runEdition('parse', box)).toMatchObject({
      code: 1,
      error: `${box} is not a mail (.eml or .msg)\n`,
    })
  })
})

describe('edition import', () => {
  it('keeps an edition a message of a mailbox, each once, and names those that fail', () => {
    const library = path.join(folder, 'library')
    const bad = { subject: 'Leeg', text: '' }
    const box = file('nieuws.mbox', aMailbox([...letters, bad]))
    const first = runEdition('import', box, '--library', library)
    expect(first).toEqual({
      code: 1,
      out: `${library}: 2 taken in, 1 failed\n`,
      error: `${box}: Leeg is empty\n`,
    })
    const more = file('nieuws.mbox', aMailbox([...letters, letter('De brug', '2024-07-12')]))
    expect(runEdition('import', more, '--library', library)).toMatchObject({
      code: 0,
      out: `${library}: 1 taken in, 2 there already, 0 failed\n`,
    })
  })
})
