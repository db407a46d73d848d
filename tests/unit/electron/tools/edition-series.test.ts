import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { runEdition } from './run-edition.ts'

const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'leeslamp-series-'))
afterAll(() => fs.rmSync(folder, { recursive: true }))

function file(name: string, content: string | Uint8Array): string {
  const place = path.join(folder, name)
  fs.writeFileSync(place, content)
  return place
}

/** Headlines that end in a full stop: nothing but their class tells them from texts. */
const page = (...items: readonly (readonly [title: string, text: string])[]): string =>
  '<title>Dorpsblad</title><p class="rubriek">In het dorp</p>' +
  items.map(([title, text]) => `<p class="kop">${title}</p><p>${text}</p>`).join('')

const kade = 'De muur zakt al sinds de winter, en de gemeente zoekt geld.'
const brug = 'Het dek is vernieuwd, en fietsers hoeven niet meer om te rijden.'
const plein = 'De markt verhuist in mei, en er is plaats voor meer kramen.'
const first = file('1.html', page(['Kade dicht.', kade], ['Brug weer open.', brug]))
const second = file('2.html', page(['Markt naar het plein.', plein], ['Muur hersteld.', kade]))
const outline = file(
  '1.json',
  JSON.stringify({
    title: 'Dorpsblad',
    sections: [
      {
        heading: 'In het dorp',
        items: [
          { title: 'Kade dicht.', first: kade.slice(0, 30) },
          { title: 'Brug weer open.', first: brug.slice(0, 30) },
        ],
      },
    ],
  }),
)
const form = path.join(folder, 'form.json')

interface Printed {
  readonly sections: readonly {
    readonly heading: string | null
    readonly items: readonly { readonly title: string | null }[]
  }[]
  readonly changedByForm?: number | null
}

const parsed = (...args: string[]): Printed =>
  JSON.parse(runEdition('parse', ...args).out) as Printed

const titles = ({ sections }: Printed): unknown =>
  sections.map(({ heading, items }) => [heading, ...items.map(({ title }) => title)])

describe('edition teach', () => {
  it('makes a form, by which the next edition is read as the first was mended', () => {
    expect(runEdition('teach', first, '--outline', outline, '--out', form)).toEqual({
      ...{ code: 0, out: '', error: '' },
    })
    const taught = parsed(second, '--form', form)
    expect(titles(taught)).toEqual([['In het dorp', 'Markt naar het plein.', 'Muur hersteld.']])
    expect(taught.changedByForm).toBeGreaterThan(0)
    expect(titles(parsed(second))).not.toEqual(titles(taught))
  })

  it('adds to a form, also in its place', () => {
    const before = fs.readFileSync(form, 'utf8')
    const { code } = runEdition('teach', first, '--outline', outline, '--form', form, '--out', form)
    expect(code).toBe(0)
    const editions = (text: string): number =>
      (JSON.parse(text) as { editions: unknown[] }).editions.length
    expect(editions(fs.readFileSync(form, 'utf8'))).toBe(editions(before) + 1)
  })

  it('changes nothing in an edition that the form does not fit', () => {
    const other = file('blad.txt', `Blad\n\nWater\n\n${kade}\n${brug}\n\nLand\n\n${plein}\n`)
    const read = parsed(other, '--form', form)
    expect(read.changedByForm).toBeNull()
    expect(read.sections).toEqual(parsed(other).sections)
  })

  it.each<[string[], RegExp]>([
    [['parse', second, '--form', 'nowhere.json'], /nowhere.json does not exist/u],
    [['parse', second, '--form', first], /1.html is no form of a series: edition teach makes one/u],
    [['parse', second, '--form', outline], /is no form/u],
    [['parse', second, '--form', file('large.json', ' '.repeat(300_000))], /is no form/u],
    [['teach', first, '--outline', form, '--out', form], /does not say how the edition should be/u],
    [['teach', first, '--outline', outline, '--out', first], /would be lost/u],
    [['teach', file('leeg.html', ''), '--outline', outline, '--out', form], /is empty/u],
  ])('ends with 1 and one line for %j', (args, line) => {
    const { code, out, error } = runEdition(...args)
    expect({ code, out }).toEqual({ code: 1, out: '' })
    expect(error).toMatch(line)
    expect(error.trimEnd()).not.toContain('\n')
  })

  it.each([
    [['teach']],
    [['teach', first]],
    [['teach', first, '--outline', outline]],
    [['teach', first, '--out', form]],
    [['teach', first, second, '--outline', outline, '--out', form]],
    [['parse', 'a.mbox', '--form', form]],
    [['parse', 'a.rss', '--split', 'day', '--form', form]],
  ])('ends with 2 and one line for %j', (args) => {
    const { code, out, error } = runEdition(...args)
    expect({ code, out }).toEqual({ code: 2, out: '' })
    expect(error.trimEnd()).not.toContain('\n')
  })
})
