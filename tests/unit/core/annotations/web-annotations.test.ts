import { Ajv2020 } from 'ajv/dist/2020.js'
import addFormats from 'ajv-formats'
import { describe, expect, it } from 'vitest'
import { exportWebAnnotations } from '../../../../src/core/annotations/web-annotations.ts'
import { parseEditionLink } from '../../../../src/core/edition/edition-link.ts'
import { omit } from '../../../../src/core/omit.ts'
import { aBookmark, aHighlight, aNote, aWord } from '../reader-data/reader-records.ts'
import { webAnnotationSchema } from './web-annotation-schema.ts'

const ajv = new Ajv2020({ allErrors: true, strict: true })
addFormats.default(ajv)
const validate = ajv.compile(webAnnotationSchema)

interface Written {
  readonly total: number
  readonly first: { readonly items: readonly Record<string, unknown>[] }
}

function written(records: Parameters<typeof exportWebAnnotations>[0]): Written {
  return JSON.parse(exportWebAnnotations(records)) as Written
}

const all = [
  aBookmark({ tags: ['haven'] }),
  aNote({ text: 'Na **kijken**', author: 'Anna de Vries' }),
  aHighlight(),
  aHighlight({ id: 'f'.repeat(16), note: 'Klopt dit?', tags: ['haven', 'prijs'] }),
  aWord(),
]

describe('W3C Web Annotations', () => {
  it('are as the standard has them', () => {
    const collection = written(all)
    expect(validate(collection), JSON.stringify(validate.errors)).toBe(true)
    expect(collection.total).toBe(4)
    expect(collection.first.items.map(({ motivation }) => motivation)).toEqual([
      ...['bookmarking', 'commenting', 'highlighting', 'commenting'],
    ])
  })

  it('name who made them, where they gave a name', () => {
    const { items } = written(all).first
    expect(items.map(({ creator }) => creator)).toEqual([
      ...[undefined, { type: 'Person', name: 'Anna de Vries' }, undefined, undefined],
    ])
  })

  it('are refused by the schema when a part is missing', () => {
    const { first, ...rest } = written(all)
    const items = first.items.map((one) => omit(one, 'target'))
    expect(validate({ ...rest, first: { ...first, items } })).toBe(false)
  })

  it('have what was written and tagged as bodies, and words with their place as selectors', () => {
    const { items } = written(all).first
    expect(items[3]?.body).toEqual([
      {
        ...{ type: 'TextualBody', purpose: 'commenting' },
        ...{ format: 'text/markdown', value: 'Klopt dit?' },
      },
      { type: 'TextualBody', purpose: 'tagging', value: 'haven' },
      { type: 'TextualBody', purpose: 'tagging', value: 'prijs' },
    ])
    const { exact, prefix, suffix, start, end } = aHighlight().anchor
    expect(items[2]?.target).toMatchObject({
      styleClass: 'oker',
      selector: [
        { type: 'TextQuoteSelector', exact, prefix, suffix },
        { type: 'TextPositionSelector', start, end },
      ],
    })
  })

  it('lead back to their item, and have ids that stay', () => {
    const [bookmark] = written(all).first.items
    const { edition, item } = aBookmark()
    const { id } = bookmark?.target as { id: string }
    expect(parseEditionLink(id)).toMatchObject({ edition, item })
    const ids = written(all).first.items.map(({ id: one }) => one)
    expect(new Set(ids).size).toBe(4)
    expect(written(all.toReversed()).first.items.map(({ id: one }) => one)).toEqual(
      ids.toReversed(),
    )
  })
})
