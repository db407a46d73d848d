// A letter of a conversation as the text of one item.
import { describe, expect, it } from 'vitest'
import { isConversation, letterText } from '../../../../electron/services/documents/letter-text.ts'
import {
  documentOfText,
  documentText,
  isWorded,
  wordsOf,
  type Block,
} from '../../../../src/core/document/source-document.ts'

const mina = { sender: 'Mina Vos', date: '2024-06-21' }

/** The blocks of a letter, each by its kind. */
function blocksOf(text: string, letter = mina): string[] {
  const { document } = letterText({ document: documentOfText(text), pictures: [] }, letter)
  return document.blocks.filter(isWorded).map((block) => `${block.kind}: ${wordsOf(block)}`)
}

describe('a letter', () => {
  it('ends with who wrote it, and when', () => {
    expect(blocksOf('De brug is open.')).toEqual([
      'paragraph: De brug is open.',
      'paragraph: — Mina Vos, 21 juni 2024',
    ])
    expect(blocksOf('Dag.', { sender: '', date: '2024-06-21' })[1]).toBe(
      'paragraph: — 21 juni 2024',
    )
    expect(blocksOf('Dag.', { sender: '', date: null as never })).toEqual(['paragraph: Dag.'])
  })

  it('has whole lines where a program broke them, and keeps those that its writer broke', () => {
    const wrapped = [
      'De gemeente heeft de brug bij de sluis voor een half jaar dicht gezet en',
      'de schippers van het dorp moeten nu over het meer varen om bij de haven',
      'te komen, want de andere brug is te laag voor wie een mast heeft die hij',
      'niet kan strijken.',
      '',
      'Groet,',
      'Mina',
    ]
    const [text, greeting, ...others] = blocksOf(wrapped.join('\n'))
    expect(text).toMatch(
      /^paragraph: De gemeente .* gezet en de schippers .* hij niet kan strijken\.$/u,
    )
    expect(greeting).toBe('paragraph: Groet,\nMina')
    expect(others).toEqual(['paragraph: — Mina Vos, 21 juni 2024'])
  })

  it('quotes each letter between as deep as it lies', () => {
    const text = ['Ko schreef:', '> Is dat zo?', '>> Ja.', '>', '> > Echt.', 'Nee.'].join('\n')
    expect(blocksOf(text).slice(0, -1)).toEqual([
      'paragraph: Ko schreef:',
      'quote: > Is dat zo?',
      'quote: > > Ja.',
      'quote: > > Echt.',
      'paragraph: Nee.',
    ])
  })

  it('marks each line of a quote that its writer broke', () => {
    const text = ['Ko schreef:', '> Dag,', '> Ko', '>> Hoi,', '>> Mina'].join('\n')
    expect(blocksOf(text).slice(1, -1)).toEqual([
      'quote: > Dag,\n> Ko',
      'quote: > > Hoi,\n> > Mina',
    ])
  })

  it('quotes all below the head of another mail, and below a second one deeper', () => {
    const text = [
      ...['Dank je.', '', '-----Oorspronkelijk bericht-----', 'Van: Ko', 'Verzonden: vrijdag'],
      ...['Onderwerp: De brug', '', 'Is hij open?', '', '> Nee.', ''],
      ...['Van: Mina', 'Verzonden: donderdag', 'Onderwerp: De brug', '', 'Hij is dicht.'],
    ].join('\n')
    expect(blocksOf(text).slice(0, -1)).toEqual([
      'paragraph: Dank je.',
      'quote: > -----Oorspronkelijk bericht-----\n> Van: Ko\n> Verzonden: vrijdag\n> Onderwerp: De brug',
      'quote: > Is hij open?',
      'quote: > > Nee.',
      'quote: > > Van: Mina\n> > Verzonden: donderdag\n> > Onderwerp: De brug',
      'quote: > > Hij is dicht.',
    ])
  })

  it('quotes the paragraphs, lists and quotes of a page below such a head', () => {
    const page = [
      { kind: 'paragraph', line: 1, depth: 0, runs: [{ text: 'Van: Ko\nAan: Mina' }] },
      { kind: 'paragraph', line: 3, depth: 0, runs: [{ text: 'Dank je.' }] },
      {
        kind: 'paragraph',
        line: 5,
        depth: 0,
        runs: [{ text: 'Van: Ko\nAan: Mina\nOnderwerp: Ja' }],
      },
      { kind: 'paragraph', line: 8, depth: 0, runs: [{ text: 'Te doen:' }] },
      { kind: 'item', line: 9, depth: 1, runs: [{ text: 'vegen' }] },
      { kind: 'item', line: 10, depth: 1, number: '2.', runs: [{ text: 'lappen' }] },
      { kind: 'quote', line: 11, depth: 0, runs: [{ text: 'Wie?\nMina' }] },
    ] as const satisfies Block[]
    const stated = { titles: [], date: null, series: null, language: 'nl' }
    const { document } = letterText(
      { document: { stated, blocks: [...page], leftOut: [] }, pictures: [] },
      { sender: '', date: null },
    )
    expect(
      document.blocks.filter(isWorded).map((block) => `${block.kind}: ${wordsOf(block)}`),
    ).toEqual([
      'paragraph: Van: Ko\nAan: Mina',
      'paragraph: Dank je.',
      'quote: > Van: Ko\n> Aan: Mina\n> Onderwerp: Ja',
      'quote: > Te doen:',
      'quote: > - vegen',
      'quote: > 2. lappen',
      'quote: > > Wie?\n> > Mina',
    ])
  })

  it('is one text across a line of signs', () => {
    expect(blocksOf('Tot dan.\n-----\nMina').slice(0, -1)).toEqual([
      'paragraph: Tot dan.',
      'paragraph: Mina',
    ])
  })

  it('keeps the entries of a list on lines of their own', () => {
    expect(blocksOf('Te doen:\n- de kade vegen\n- de lamp maken')[0]).toBe(
      'paragraph: Te doen:\n- de kade vegen\n- de lamp maken',
    )
  })

  it('has no headings and rules of its own, and marks the quotes of a page', () => {
    const page: Block[] = [
      { kind: 'heading', level: 1, line: 1, depth: 0, runs: [{ text: 'Dag allen' }] },
      { kind: 'rule', line: 2, depth: 0 },
      { kind: 'quote', line: 3, depth: 0, runs: [{ text: 'Komt er regen?' }] },
    ]
    const stated = { titles: [], date: null, series: null, language: 'en' }
    const leftOut = [{ line: 3, kind: 'furniture' as const, quote: 'x' }]
    const { document } = letterText(
      { document: { stated, blocks: page, leftOut }, pictures: [] },
      mina,
    )
    expect(documentText(document)).toBe('Dag allen\n\n> Komt er regen?\n\n— Mina Vos, 21 June 2024')
    expect(document.leftOut).toEqual(leftOut)
  })
})

describe('letters are a conversation', () => {
  const by = (sender: string, isAnswer: boolean) => ({ sender, date: null, isAnswer })

  it('where several people write, and answer each other', () => {
    expect(isConversation([by('Mina', false), by('Ko', true)])).toBe(true)
  })

  it.each([
    ['one sender', [by('Havenblad', false), by('Havenblad', true)]],
    ['senders who answer nobody', [by('Havenblad', false), by('Kas en Kade', false)]],
  ])('and not with %s', (_name, letters) => {
    expect(isConversation(letters)).toBe(false)
  })
})
