// The editions of the walk: the one that comes with the program, and those that are hard to lay out. All words are our own.
import type { Edition, EditionBundle, Item } from '../../../src/core/edition/edition.ts'
import { quoteOf } from '../../../src/core/annotations/annotation.ts'
import type { ReaderRecord } from '../../../src/core/reader-data/reader-record.ts'
import { makeEdition } from '../../fixtures/make-library.ts'
import type { Cell } from './cells.ts'

type Made = Exclude<Cell['edition'], 'bundled'>

const long =
  'Waarom de herinrichting van de oude havenkom, ondanks zeven bezwaarschriften van omwonenden en een onverwachte vondst van middeleeuwse kademuren, volgens het waterschap toch nog voor de winter kan worden afgerond, zij het met een smallere doorvaart, hogere kosten en een tijdelijke omleiding voor al het fietsverkeer van en naar het station'
/** A word and an address that no line holds. */
const longWord = `Kade${'muur'.repeat(29)}`
const longAddress = `https://archief.example/${'havenkom/'.repeat(11)}kaart.html`
const english =
  'The harbour authority has approved a narrower passage for the ferry, after seven objections and an unexpected find of medieval quay walls. Extraordinary circumstances notwithstanding, the works will be finished before winter.'
const arabic =
  'أعلنت هيئة الميناء اليوم أن أعمال توسيع الرصيف ستبدأ في الخريف. وقالت إن العبّارة ستواصل رحلاتها من الضفة الشمالية.'

function anItem(id: string, text: string, sources: readonly string[]): Item {
  return { id, title: null, text, sources: [...sources] }
}

function anEdition(
  id: string,
  wanted: Partial<Edition> & Pick<Edition, 'title' | 'sections'>,
): EditionBundle {
  const edition: Edition = {
    ...{ id, revision: 1, series: 'Kaderonde', language: 'nl', figure: null },
    ...{
      date: { value: '2031-09-12', inferred: false },
      lede: 'Dit is de opening van deze editie.',
    },
    ...wanted,
  }
  return { edition, notes: null, hyphenation: {} }
}

function sections(count: number, items: number, text: (n: number) => string): Edition['sections'] {
  return Array.from({ length: count }, (_, place) => ({
    id: `rubriek-${String(place + 1)}`,
    heading: `Rubriek van ${String(place + 1)}`,
    items: Array.from({ length: items }, (_unused, index) =>
      anItem(`bericht-${String(place + 1)}-${String(index + 1)}`, text(place * items + index + 1), [
        'Dorpsblad',
        'Het Veenbericht',
      ]),
    ),
  }))
}

/** With reading notes at every section and item: they stand in the margin, where a caption does too. */
function withNotes(bundle: EditionBundle): EditionBundle {
  const { id, sections } = bundle.edition
  return {
    ...bundle,
    notes: {
      ...{ edition: id, language: 'en' },
      sections: sections.map((section) => ({
        section: section.id,
        watch: 'Mind who pays for it, and for how long the passage stays closed to the ferry.',
      })),
      items: sections.flatMap(({ items }) =>
        items.map((item) => ({
          ...{ item: item.id, gist: english, terms: [], names: [] },
          figures: [{ measures: 'Objections', value: '7', unit: '', remark: null }],
          background: ['The quay walls are from the fourteenth century.'],
        })),
      ),
    },
  }
}

/** Each under the id by which the driver opens it. */
export const editions: Readonly<Record<Made, EditionBundle>> = {
  english: withNotes(
    anEdition('english-2031-09-12', {
      ...{ title: 'A narrower passage for the ferry', language: 'en' },
      lede: 'The works begin this autumn.',
      figure: {
        caption: 'The harbour in the early morning, seen from the old lock on the eastern bank.',
        credit: 'Harbour archive',
      },
      sections: sections(4, 3, () => english).map((section, place) =>
        place === 0 ? { ...section, heading: null } : section,
      ),
    }),
  ),
  'items-300': {
    ...makeEdition(3, { items: 300 }),
    edition: { ...makeEdition(3, { items: 300 }).edition, id: 'items-300-2031-09-12' },
  },
  'sections-200': anEdition('sections-200-2031-09-12', {
    title: 'Een editie in tweehonderd delen',
    sections: sections(200, 1, (n) => `De veerdienst telt vandaag ${String(n)} overtochten meer.`),
  }),
  'long-titles': anEdition('long-titles-2031-09-12', {
    title: long.slice(0, 300),
    series: 'Een reeks met een naam die ook niet kort is',
    lede: `Dit is de opening, over de ${longWord}. Zie ${longAddress}.`,
    figure: { caption: `De ${longWord}, van de brug gezien.`, credit: longWord },
    sections: sections(6, 2, (n) => `${long} (${String(n)}).`).map((section, place) => ({
      ...section,
      heading: place === 0 ? longWord : long.slice(0, 180),
    })),
  }),
  'right-to-left': anEdition('right-to-left-2031-09-12', {
    ...{ title: 'توسيع الرصيف', language: 'ar', lede: arabic },
    sections: sections(3, 4, () => arabic).map((section) => ({
      ...section,
      heading: 'أخبار الميناء',
    })),
  }),
}

/** What is pasted to become a proof, of the same kind as the edition. */
export function pastedText(edition: Cell['edition']): string {
  const bundle = edition === 'bundled' ? makeEdition(5, { items: 8 }) : editions[edition]
  const { title, lede, sections: parts } = bundle.edition
  const lines = parts
    .slice(0, 12)
    .flatMap(({ heading, items }) => [
      heading ?? '',
      ...items.slice(0, 6).map(({ text, sources }) => `* ${text} ${sources.join(', ')}`),
    ])
  return [title, lede ?? '', ...lines].join('\n\n')
}

/** Bookmarks and notes in editions of the library that the walk does not open, and in one that is not there. */
export function keptElsewhere(): ReaderRecord[] {
  const created = '2031-09-12T08:00:00.000Z'
  return [1, 2, 3, 40].flatMap((place): ReaderRecord[] => {
    const { id, title, sections } = makeEdition(place).edition
    const [section] = sections
    return (section?.items ?? []).slice(0, 3).flatMap((item, index): ReaderRecord[] => {
      const about = {
        ...{ edition: id, item: item.id, quote: quoteOf(item.text), created },
        context: { title, section: section?.heading ?? null, number: index + 1 },
      }
      return [
        { kind: 'bookmark', ...about },
        { kind: 'note', ...about, text: `**Nakijken**: ${long}`, changed: created },
      ]
    })
  })
}
