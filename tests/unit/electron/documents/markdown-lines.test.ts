// Lines of Markdown that look like what they are not.
import { describe, expect, it } from 'vitest'
import { readMarkdown } from '../../../../electron/services/documents/read-markdown.ts'
import { flat } from './flat.ts'

const read = (markdown: string) => flat(readMarkdown(markdown))

describe('lines between `---` on top', () => {
  it('are text unless each of them is a field', () => {
    const { words, leftOut } = read(
      '---\n# Weekbericht 12\nDit is de inleiding.\n\n---\n\nEen zin.\n',
    )
    expect(words).toEqual(['Weekbericht 12', 'Dit is de inleiding.', 'Een zin.'])
    expect(leftOut).toEqual([])
    expect(read('---\nBron: Blik\nDit is de inleiding.\n\n---\n').words[0]).toContain('Bron')
    expect(read('---\n- een\n- twee\n\n---\n').words).toEqual(['een', 'twee'])
    expect(read('---\n- een\n\nBron: Blik\n\n---\n').words).toEqual(['een', 'Bron: Blik'])
  })

  it.each([
    ['lists', 'tags:\n- haven\n- stad\nblad:\n  - a: b\n'],
    ['empty lines and comments', '# van de maker\n\nauteur: Ine\n# meer\n'],
    ['keys of two words', 'date created: 2030-07-12\n"oud adres": a\n'],
    ['letters with signs', 'categorieën: a\n'],
    ['lists over lines', 'tags: [\n  a,\n]\n'],
  ])('are a head with %s', (_what, fields) => {
    const { words, stated } = read(`---\ntitle: De haven\n${fields}---\nEen zin.\n`)
    expect(words).toEqual(['Een zin.'])
    expect(stated.titles).toEqual([{ text: 'De haven', from: 'front-matter' }])
  })

  it.each(['issue: 27', 'Issue_number: "27"', 'nummer: 27', 'nr: 27'])(
    'state the number of the issue: %s',
    (field) => {
      const { stated, leftOut } = read(`---\ntitle: De haven\n${field}\n---\nEen zin.\n`)
      expect([stated.number, leftOut]).toEqual(['27', []])
    },
  )

  it('quote what is no number of an issue', () => {
    const { stated, leftOut } = read('---\ntitle: De haven\nissue: zomer\n---\nEen zin.\n')
    expect(stated).not.toHaveProperty('number')
    expect(leftOut).toMatchObject([{ kind: 'field', quote: 'issue: zomer' }])
  })

  it('are a head whatever ends their lines', () => {
    const { words, stated } = read('---\r\nlayout: post\r\ntitle: De haven\r\n---\r\nEen zin.\r\n')
    expect(words).toEqual(['Een zin.'])
    expect(stated.titles).toEqual([{ text: 'De haven', from: 'front-matter' }])
  })

  it('are a head with parts of TOML', () => {
    const head = '+++\ntitle = "De haven"\n[params]\na = 1\n[[menu.main]]\nb = 2\n+++\n'
    expect(read(`${head}Een zin.`).words).toEqual(['Een zin.'])
  })
})

describe('a day of a month', () => {
  it.each([
    '12. März 2026',
    '8. mei is een feestdag.',
    '3. July was warm.',
    '14. juillet',
    '1) Août',
  ])('is no number of a list: %s', (line) => {
    expect(read(`Een zin.\n\n${line}\n\nslot`).words).toEqual(['Een zin.', line, 'slot'])
  })

  it('is one in a list', () => {
    expect(read('1. mei was warm\n2. juni was koud').words).toEqual([
      'mei was warm',
      'juni was koud',
    ])
    expect(read('1. Meisjes winnen').words).toEqual(['Meisjes winnen'])
  })
})
