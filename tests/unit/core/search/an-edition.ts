import type { Edition, EditionBundle, Item } from '../../../../src/core/edition/edition.ts'

interface Wanted {
  readonly id?: string
  readonly language?: string
  readonly title?: string
  readonly series?: string
  readonly date?: string
  readonly lede?: string | null
  readonly caption?: string
  /** A heading → the texts under it; ` :: ` stands before its sources. */
  readonly sections?: Readonly<Record<string, readonly string[]>>
}

/** An edition as it is searched; item ids are `i1`, `i2` … through all sections. */
export function anEdition(wanted: Wanted = {}): EditionBundle {
  let number = 0
  const item = (written: string): Item => {
    const [text = '', sources = ''] = written.split(' :: ')
    return {
      id: `i${++number}`,
      title: null,
      text,
      sources: sources === '' ? [] : sources.split(', '),
    }
  }
  const { id = 'blik-1', title = 'Titel', lede = null, caption, sections = {} } = wanted
  const { language = 'nl', series = null, date } = wanted
  return {
    edition: {
      id,
      revision: 1,
      language,
      series,
      date: date === undefined ? null : { value: date, inferred: false },
      title,
      lede,
      figure: caption === undefined ? null : { caption, credit: null },
      sections: Object.entries(sections).map(([heading, texts], index) => ({
        id: `s${index + 1}`,
        heading: heading === '' ? null : heading,
        items: texts.map(item),
      })),
    },
    notes: null,
    hyphenation: {},
  }
}

/** An edition with one section of items. */
export function anEditionOf(...texts: readonly string[]): EditionBundle {
  return anEdition({ sections: { Rubriek: texts } })
}

/** An edition without an editor's notes. */
export function bundleOf(edition: Edition): EditionBundle {
  return { edition, notes: null, hyphenation: {} }
}
