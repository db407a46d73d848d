import fc from 'fast-check'
import * as v from 'valibot'
import { describe, expect, it } from 'vitest'
import {
  isWorded,
  nothingStated,
  wordsOf,
  type SourceDocument,
} from '../../../../src/core/document/source-document.ts'
import { editionOfDocument } from '../../../../src/core/outline/document-edition.ts'
import { applyForm } from '../../../../src/core/series/apply-form.ts'
import { formSchema, noForm, type Form } from '../../../../src/core/series/form.ts'
import type { MendedOutline } from '../../../../src/core/series/mended-outline.ts'
import { teach } from '../../../../src/core/series/teach.ts'
import { documentOf, emptyOutline, guessed, type Styled } from './a-series.ts'

const texts = [
  'De kade is dicht tot de herfst, omdat de muur eronder zakt.',
  'De brug gaat weer open, en de leuning komt volgend jaar.',
  'Op de markt staan voorlopig minder kramen dan vorig jaar.',
]

/** Three items: a rubric, a headline in larger letters and a text each, and a foot below all. */
function issue(rubrics: readonly string[], headlines: readonly string[]): SourceDocument {
  const lines = texts.flatMap((text, at): Styled[] => [
    ['grijs', rubrics[at] ?? ''],
    ['heading', headlines[at] ?? ''],
    ['', text],
  ])
  return documentOf([...lines, ['voet', 'Deze brief komt elke vrijdag uit.']])
}

const first = issue(
  ['Aan het water', 'Onderweg', 'In het dorp'],
  ['Kade dicht', 'Brug open', 'Markt leeg'],
)
const next = issue(
  ['In het dorp', 'Op het land', 'Aan het water'],
  ['Plein vol', 'Hek weg', 'Sluis dicht'],
)

/** The rubrics head sections, the headlines are titles, and the foot is no news. */
const outline: MendedOutline = {
  ...emptyOutline,
  furniture: ['Deze brief komt'],
  sections: ['Aan het water', 'Onderweg', 'In het dorp'].map((heading, at) => ({
    heading,
    items: [
      {
        title: ['Kade dicht', 'Brug open', 'Markt leeg'][at] ?? '',
        first: texts[at] ?? '',
        more: [],
      },
    ],
  })),
}

function read(form: Form, document: SourceDocument): string[] | null {
  const formed = applyForm(form, guessed(document), nothingStated)
  return (
    formed?.roled.flatMap(({ block, role }) =>
      isWorded(block) ? [`${role}: ${wordsOf(block)}`] : [],
    ) ?? null
  )
}

describe('a form', () => {
  const form = teach(noForm, first, outline)

  it('repeats in the next issue what was mended', () => {
    expect(read(form, next)).toEqual([
      'heading: In het dorp',
      'item-title: Plein vol',
      `text: ${texts[0] ?? ''}`,
      'heading: Op het land',
      'item-title: Hek weg',
      `text: ${texts[1] ?? ''}`,
      'heading: Aan het water',
      'item-title: Sluis dicht',
      `text: ${texts[2] ?? ''}`,
      'left-out: Deze brief komt elke vrijdag uit.',
    ])
  })

  it('changes nothing where nothing was mended', () => {
    const parsed = editionOfDocument(first, 'blad.html')
    if (!parsed.ok) throw new Error(parsed.reason)
    const { title, lede, sections } = parsed.edition
    const asItIs = {
      ...{ ...emptyOutline, title, lede },
      sections: sections.map(({ heading, items }) => ({
        heading,
        items: items.map((item) => {
          const [begin = '', ...more] = item.text.split('\n\n')
          return { title: item.title, first: begin, more }
        }),
      })),
    }
    const untouched = teach(noForm, first, asItIs)
    expect(applyForm(untouched, guessed(next), nothingStated)?.changes).toEqual([])
  })

  it('joins entries of a list as they were joined: without a dash', () => {
    const list = (notes: readonly string[]): SourceDocument =>
      documentOf([
        ['heading', 'Aan het water'],
        ...texts.flatMap((text, at): Styled[] => [
          ['entry', text],
          ['entry noot', notes[at] ?? ''],
        ]),
      ])
    const notes = ['Zie ook bladzijde twee.', 'Zie ook het kaartje.', 'Zie ook de vorige week.']
    const taught = teach(noForm, list(notes), {
      ...emptyOutline,
      sections: [
        {
          heading: 'Aan het water',
          items: texts.map((first, at) => ({ title: null, first, more: [notes[at] ?? ''] })),
        },
      ],
    })
    const other = list(['Zie ook de foto.', 'Zie ook achterin.', 'Zie ook de brief hiernaast.'])
    const read = editionOfDocument(other, 'blad.html', taught)
    if (!read.ok) throw new Error(read.reason)
    const [section] = read.edition.sections
    expect(section?.items.map(({ text }) => text)).toEqual([
      `${texts[0] ?? ''}\n\nZie ook de foto.`,
      `${texts[1] ?? ''}\n\nZie ook achterin.`,
      `${texts[2] ?? ''}\n\nZie ook de brief hiernaast.`,
    ])
  })

  it('is not applied to what looks otherwise', () => {
    const other = documentOf(
      texts.flatMap((text): Styled[] => [
        ['', 'Een kop van een ander blad'],
        ['groen klein', text],
      ]),
    )
    expect(read(form, other)).toBeNull()
  })

  it('says which blocks it changed, and into what', () => {
    const roled = guessed(next)
    const formed = applyForm(form, roled, nothingStated)
    const said = formed?.changes.map(({ line, now }) => {
      const block = roled.find((one) => one.block.line === line)?.block
      return `${now}: ${block !== undefined && isWorded(block) ? wordsOf(block) : ''}`
    })
    // The texts below the titles are no changes by themselves.
    expect(said).toEqual([
      'heading: In het dorp',
      'item-title: Plein vol',
      'heading: Op het land',
      'item-title: Hek weg',
      'heading: Aan het water',
      'item-title: Sluis dicht',
      'left-out: Deze brief komt elke vrijdag uit.',
    ])
  })

  it('keeps every block in its place, whatever it says', () => {
    const kinds = form.editions[0]?.blocks.map(([, role]) => role) ?? []
    const blocks = fc.array(fc.tuple(fc.nat(40), fc.constantFrom(...kinds), fc.constant('')))
    fc.assert(
      fc.property(blocks, (wild) => {
        const hostile: Form = { ...form, editions: [{ title: 'block', blocks: wild }] }
        const roled = guessed(next)
        const formed = applyForm(hostile, roled, nothingStated)
        if (formed === null) return
        expect(formed.roled.map(({ block }) => block)).toEqual(roled.map(({ block }) => block))
        expect(formed.roled.filter(({ role }) => role === 'title').length).toBeLessThan(2)
      }),
      { seed: 1 },
    )
  })
})

describe('what is no form', () => {
  const form = teach(noForm, first, outline)
  const [traits] = form.traits
  const [edition] = form.editions
  const withTraits = (changed: object): object => ({ ...form, traits: [{ ...traits, ...changed }] })
  const withBlocks = (...blocks: unknown[]): object => ({
    ...form,
    editions: [{ ...edition, blocks }],
  })
  const hostile: readonly (readonly [string, unknown])[] = [
    ['nothing', null],
    ['a text', 'form'],
    ['a list', [form]],
    ['an empty object', {}],
    ['of another version', { ...form, version: 2 }],
    ['without traits', { version: 1, editions: [] }],
    ['without editions', { version: 1, traits: [] }],
    ['with more than a form has', { ...form, pattern: '(a+)+$' }],
    ['with too many editions', { ...form, editions: Array(4).fill(edition) }],
    ['with too many traits', { ...form, traits: Array(6_001).fill(traits) }],
    ['with too many blocks', withBlocks(...Array<unknown>(2_001).fill([0, 'text', '']))],
    ['with a role that is none', withBlocks([0, 'script', ''])],
    ['with a place below all', withBlocks([-1, 'text', ''])],
    ['with a place between two', withBlocks([0.5, 'text', ''])],
    ['with a place beyond all', withBlocks([1e9, 'text', ''])],
    ['with a place that is a text', withBlocks(['0', 'text', ''])],
    ['with long words', withBlocks([0, 'left-out', 'a'.repeat(81)])],
    ['with words that are none', withBlocks([0, 'left-out', null])],
    ['with too short a block', withBlocks([0, 'text'])],
    ['with too long a block', withBlocks([0, 'text', '', ''])],
    ['with a title nowhere', { ...form, editions: [{ ...edition, title: '/etc/passwd' }] }],
    ['with a long style', withTraits({ style: 's'.repeat(201) })],
    ['with long tags', withTraits({ tags: 't'.repeat(201) })],
    ['with a long sign', withTraits({ sign: '*'.repeat(201) })],
    ['with a kind that is none', withTraits({ kind: 'script' })],
    ['with a level too deep', withTraits({ level: 7 })],
    ['with a depth too deep', withTraits({ depth: 10 })],
    ['with a level that is no number', withTraits({ level: '1' })],
    ['with a share that is none', withTraits({ bold: true })],
    ['with a length that is none', withTraits({ length: 12 })],
    ['with a guess that is none', withTraits({ guess: 'constructor' })],
    ['with traits of its own', withTraits({ toString: 'x' })],
    ['with traits that lack one', { ...form, traits: [{ ...traits, link: undefined }] }],
  ]

  it.each(hostile)('is refused: %s', (_what, given) => {
    expect(v.safeParse(formSchema, given).success).toBe(false)
  })

  it('is not all that is asked: a form is one', () => {
    expect(v.safeParse(formSchema, form).success).toBe(true)
  })
})
