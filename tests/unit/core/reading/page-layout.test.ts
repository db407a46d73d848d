import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  layOutPage,
  sideSizes,
  type PageLayout,
  type PageNeeds,
} from '../../../../src/core/reading/page-layout.ts'

const serif = 0.482

function needs(wanted: Partial<PageNeeds> = {}): PageNeeds {
  const { textSize = 19 } = wanted
  return {
    ...{ width: 1_280, view: 'original', textSize, letter: textSize * serif, characters: 66 },
    ...{ wantsContents: true, hasPanel: false },
    ...wanted,
  }
}

function lay(wanted: Partial<PageNeeds> = {}): PageLayout {
  return layOutPage(needs(wanted))
}

const widths = [600, 720, 900, 960, 1_100, 1_240, 1_280, 1_440, 1_600, 1_920] as const
const anyNeeds: fc.Arbitrary<PageNeeds> = fc
  .record({
    width: fc.integer({ min: 480, max: 3_000 }),
    view: fc.constantFrom('original' as const, 'notes' as const, 'side-by-side' as const),
    textSize: fc.constantFrom(8, 16, 19, 21, 26, 30, 38),
    face: fc.constantFrom(serif, 0.423),
    characters: fc.constantFrom(58, 66, 74),
    wantsContents: fc.boolean(),
    hasPanel: fc.boolean(),
  })
  .map(({ face, ...rest }) => ({ ...rest, letter: rest.textSize * face }))

/** The right edge of all that is text. */
function textRight(layout: PageLayout): number {
  const { columns, textLeft, measure, margin } = layout
  const opening = measure + (margin === null ? 0 : 40 + margin)
  const rows = columns === null ? 0 : columns.original + columns.gap + columns.notes
  return textLeft + Math.max(opening, rows)
}

describe('the page', () => {
  it.each([
    [1_280, 340],
    [1_440, 420],
    [1_920, 660],
  ])('stands in the middle of a window of %i px, beside the contents', (width, textLeft) => {
    expect(lay({ width })).toMatchObject({ contents: 'beside', textLeft, columns: null })
  })

  it('has its text where it was when the contents are closed', () => {
    for (const width of [1_280, 1_440, 1_920])
      expect(lay({ width, wantsContents: false }).textLeft).toBe(lay({ width }).textLeft)
  })

  it('has an outer margin from 1240 px on, also beside lines of 74 characters', () => {
    expect(lay({ width: 1_239 }).margin).toBeNull()
    expect(lay({ width: 1_240 }).margin).toBe(216)
    expect(lay({ width: 1_280, characters: 74 }).margin).toBeGreaterThanOrEqual(200)
    expect(lay({ width: 1_920 }).margin).toBe(256)
  })

  it('never runs out of the window, nor under a panel beside it, nor over the contents', () => {
    fc.assert(
      fc.property(anyNeeds, (any) => {
        const layout = layOutPage(any)
        const inset = any.wantsContents && layout.contents === 'beside' ? layout.contentsWidth : 0
        expect(layout.textLeft).toBeGreaterThanOrEqual(inset + layout.gutter - 1e-6)
        expect(textRight(layout)).toBeLessThanOrEqual(any.width - layout.panelRoom - 14)
        if (layout.panelRoom > 0) expect(any.hasPanel).toBe(true)
      }),
    )
  })

  it('keeps at least 30 characters in a line beside a panel, and 38 in each of two columns', () => {
    fc.assert(
      fc.property(anyNeeds, (any) => {
        const { panelRoom, columns, measure } = layOutPage(any)
        if (columns !== null) {
          expect(columns.original / (any.letter * sideSizes.original)).toBeGreaterThanOrEqual(38)
          expect(columns.notes / (any.letter * sideSizes.notes)).toBeGreaterThanOrEqual(38)
        } else if (panelRoom > 0) {
          expect(measure / any.letter).toBeGreaterThanOrEqual(30)
        }
      }),
    )
  })
})

describe('a panel', () => {
  it('lies over the page below 960 px and beside it from there on', () => {
    const over = widths.filter((width) => lay({ width, hasPanel: true }).panel === 'over')
    expect(over).toEqual([600, 720, 900])
  })

  it('moves no line of text in the default window', () => {
    const open = lay({ hasPanel: true })
    expect(open).toMatchObject({ contents: 'beside', textLeft: 340, margin: null })
    expect(open.measure).toBe(lay().measure)
  })

  it.each([
    ['a window of 1240 px', { width: 1_240 }],
    ['larger text', { textSize: 21 }],
    ['longer lines', { characters: 74 }],
    ['a window of 960 px', { width: 960 }],
  ])('takes the place of the contents where it would cover text: %s', (_, wanted) => {
    const open = lay({ ...wanted, hasPanel: true })
    expect(open).toMatchObject({ contents: 'away', panel: 'beside' })
    expect(open.measure).toBeCloseTo(Math.min(open.measure, lay(wanted).measure))
  })

  it('leaves the notes of the margin in view from 1780 px on', () => {
    expect(lay({ width: 1_780, hasPanel: true }).margin).toBeGreaterThanOrEqual(200)
    expect(lay({ width: 1_600, hasPanel: true }).margin).toBeNull()
  })

  it('lies over the page with a scrim where a line would hold less than 30 characters', () => {
    expect(lay({ width: 960, textSize: 46, hasPanel: true })).toMatchObject({
      ...{ panel: 'over', panelRoom: 0, contents: 'beside' },
    })
  })
})

describe('two columns', () => {
  const side = (wanted: Partial<PageNeeds>) => lay({ view: 'side-by-side', ...wanted })

  it.each([
    [1_280, 340, 68, 'away'],
    [1_440, 420, 228, 'away'],
    [1_552, 340, 340, 'beside'],
    [1_600, 388, 388, 'beside'],
    [1_920, 660, 660, 'beside'],
  ] as const)('stand at %i px where the design has them', (width, shut, open, contents) => {
    expect(side({ width })).toMatchObject({ textLeft: shut, contents: 'beside' })
    expect(side({ width, hasPanel: true })).toMatchObject({ textLeft: open, contents })
    expect(side({ width }).columns).toEqual({ original: 472, gap: 40, notes: 360 })
    expect(side({ width, hasPanel: true }).columns).toEqual(side({ width }).columns)
  })

  it('share what there is from 1100 px on, and give way to a panel', () => {
    expect(side({ width: 1_099 }).columns).toBeNull()
    expect(side({ width: 1_100 }).columns?.notes).toBeCloseTo(301.4, 0)
    expect(side({ width: 1_240, hasPanel: true })).toMatchObject({
      columns: null,
      contents: 'away',
    })
  })

  it('have the title and the caption above them where the original has them', () => {
    const original = lay()
    expect(side({}).measure).toBe(original.measure)
    expect([side({}).margin, original.margin]).toEqual([216, 216])
  })

  it('never run out of a wide window beside wide contents', () => {
    const largest = side({ width: 1_920, textSize: 38 })
    expect(textRight(largest)).toBeLessThanOrEqual(1_920 - 30)
  })

  it('are given up where they would hold less than 38 characters', () => {
    expect(side({ width: 1_280, textSize: 23 }).columns).not.toBeNull()
    expect(side({ width: 1_280, textSize: 26 }).columns).toBeNull()
  })

  it.each([26, 16, 9.5])(
    'hold as many characters at %d px, where the window has room',
    (textSize) => {
      const { columns } = side({ width: 1_920, textSize })
      expect(columns?.original).toBeCloseTo((472 * textSize) / 19)
    },
  )
})
