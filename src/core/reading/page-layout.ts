// Where contents, text, notes and panel stand, worked out from the window and the reader's text (design: "Two columns and a
// panel"). All lengths are CSS pixels.
import type { View } from '../reader-data/reader-record.ts'

export interface PageNeeds {
  /** The width of the window. */
  readonly width: number
  readonly view: View
  /** The size of the text, and the mean width of its letters. */
  readonly textSize: number
  readonly letter: number
  /** How many characters the reader wants in a full line. */
  readonly characters: number
  readonly wantsContents: boolean
  readonly hasPanel: boolean
}

export interface PageLayout {
  /** `away`: the contents make room for the panel, and come back when it closes. */
  readonly contents: 'beside' | 'overlay' | 'away'
  /** `over`: the panel lies over the page, with a scrim, and holds the focus. */
  readonly panel: 'beside' | 'over'
  /** Where the page ends at the right: the width of a panel beside it, else 0. */
  readonly panelRoom: number
  readonly contentsWidth: number
  /** Whether the contents have room for the first words of each item. */
  readonly hasWordsInContents: boolean
  /** Whether the bar has room for words and the search field. */
  readonly hasWordsInBar: boolean
  /** The room left of the text, where numbers and bookmarks hang. */
  readonly gutter: number
  /** From the left edge of the window to the text. */
  readonly textLeft: number
  /** The length of a full line of the text, or above two columns of title and intro. */
  readonly measure: number
  /** The two columns of Naast elkaar; null where notes stand under their item. */
  readonly columns: Columns | null
  /** The width of captions and notes beside the text; null where they fold under it. */
  readonly margin: number | null
  /** A panel stands where the outer margin was: captions there wait until it closes. */
  readonly isMarginCovered: boolean
  /** From the left edge of the window to the switch between the views. */
  readonly switchLeft: number
}

export interface Columns {
  readonly original: number
  readonly gap: number
  readonly notes: number
}

/** From these widths of the window on. */
const from = {
  contentsBeside: 900,
  panelBeside: 960,
  twoColumns: 1_100,
  outerMargin: 1_240,
  fixedColumns: 1_280,
  wordsInContents: 1_680,
} as const
const panelWidth = 320
const contentsWidths = { plain: 272, withWords: 352 } as const
const gutters = { narrow: 52, wide: 68 } as const
/** What stays free right of the text: of the window's edge, and of a panel. Both leave room for the scrollbar. */
const air = { edge: 30, panel: 15, columns: 20 } as const
const scrollbar = 15
/** Between the text and its outer margin. */
const marginGap = 40
const margins = { least: 200, normal: 216, most: 280 } as const
/** At the default size. */
const sideBySide: Columns = { original: 472, gap: 40, notes: 360 }
const defaultSize = 19
/** Letters of the two columns, as parts of the reader's size (ItemArticle.vue, ItemNotes.vue). */
export const sideSizes = { original: 0.895, notes: 0.842 } as const
/** The fewest characters that a line may hold: of one column beside a panel, and of each of two. */
const leastCharacters = { beside: 30, column: 38 } as const

const widthOf = ({ original, gap, notes }: Columns): number => original + gap + notes

/** From the left edge of the window to where the text ends, both columns of it where there are two. */
export function textRight({ textLeft, columns, measure }: PageLayout): number {
  return textLeft + (columns === null ? measure : widthOf(columns))
}

function scaled({ original, gap, notes }: Columns, by: number): Columns {
  return { original: original * by, gap: gap * by, notes: notes * by }
}

/** Lays out the page. The same needs always give the same layout. */
export function layOutPage(needs: PageNeeds): PageLayout {
  const { width, hasPanel } = needs
  const canPanelBeBeside = width >= from.panelBeside
  if (!hasPanel || !canPanelBeBeside) return withoutPanel(needs)
  return (needs.view === 'side-by-side' ? columnsBesidePanel(needs) : null) ?? besidePanel(needs)
}

/** The panel is closed, or lies over the page. */
function withoutPanel(needs: PageNeeds): PageLayout {
  const { width } = needs
  const contents = width >= from.contentsBeside ? 'beside' : 'overlay'
  const left = contentsRoom(needs, contents) + gutterOf(width)
  const columns = needs.view === 'side-by-side' ? columnsFor(needs, left) : null
  const panel = width >= from.panelBeside ? 'beside' : 'over'
  if (columns !== null)
    return { ...frame(needs, contents, panel, 0), ...placed(needs, left, columns) }
  return { ...frame(needs, contents, panel, 0), ...oneColumn(needs, left, air.edge, 0) }
}

/** Two columns keep their widths beside a panel; else null, and notes stand under their item. */
function columnsBesidePanel(needs: PageNeeds): PageLayout | null {
  if (needs.width < from.fixedColumns * smaller(needs)) return null
  const columns = holdEnough(needs, fixedColumns(needs))
  if (columns === null) return null
  const free = needs.width - panelWidth - air.columns - widthOf(columns)
  const besideContents = contentsRoom(needs, 'beside') + gutterOf(needs.width)
  const contents = free >= besideContents ? 'beside' : 'away'
  const textLeft = Math.min(middle(needs.width), free)
  return {
    ...frame(needs, contents, 'beside', panelWidth),
    textLeft,
    ...openingAbove(needs, columns),
  }
}

/** One column: the contents make room first, then the lines get shorter, and at last the panel lies over the page. */
function besidePanel(needs: PageNeeds): PageLayout {
  const { width, letter, characters } = needs
  const gutter = gutterOf(width)
  const free = width - panelWidth - air.panel - gutter
  const inset = contentsRoom(needs, 'beside')
  if (free < leastCharacters.beside * letter)
    return { ...withoutPanel(needs), panel: 'over', panelRoom: 0 }
  const contents = free - inset >= characters * letter ? 'beside' : 'away'
  const left = (contents === 'beside' ? inset : 0) + gutter
  const right = panelWidth + air.panel
  const column = oneColumn(needs, left, right, panelWidth)
  const isMarginCovered = column.margin === null && withoutPanel(needs).margin !== null
  return { ...frame(needs, contents, 'beside', panelWidth), ...column, isMarginCovered }
}

function frame(
  needs: PageNeeds,
  contents: PageLayout['contents'],
  panel: PageLayout['panel'],
  panelRoom: number,
) {
  const { width } = needs
  return {
    ...{ contents, panel, panelRoom, isMarginCovered: false },
    contentsWidth: contentsWidthAt(width),
    hasWordsInContents: width >= from.wordsInContents,
    hasWordsInBar: width >= from.panelBeside,
    gutter: gutterOf(width),
    switchLeft: Math.max(contentsWidths.plain + gutters.wide, middle(width)),
  }
}

/**
 * @param left where the text stands at the least
 * @param right what must stay free at the right of the window
 */
function oneColumn(needs: PageNeeds, left: number, right: number, panelRoom: number) {
  const { width } = needs
  const measure = Math.min(needs.characters * needs.letter, width - left - right)
  const textLeft = Math.max(left, Math.min(middle(width), width - right - measure))
  const room = width - panelRoom - scrollbar - (textLeft + measure + marginGap)
  const wanted = Math.min(margins.most, Math.max(margins.normal, width / 2 - 704))
  const hasMargin = width >= from.outerMargin && room >= margins.least
  return { columns: null, textLeft, measure, margin: hasMargin ? Math.min(wanted, room) : null }
}

function placed(needs: PageNeeds, left: number, columns: Columns) {
  const { width } = needs
  const beside = width - panelWidth - air.columns - widthOf(columns)
  // Where there is room for contents and panel, opening the panel moves nothing.
  const keepsClear = beside >= contentsWidths.plain + gutters.wide
  const lastLeft = keepsClear ? beside : width - air.columns - scrollbar - widthOf(columns)
  const textLeft = Math.max(left, Math.min(middle(width), lastLeft))
  return { textLeft, ...openingAbove(needs, columns) }
}

/** Title and intro stand above the columns as they stand above one. */
function openingAbove({ characters, letter }: PageNeeds, columns: Columns) {
  const measure = Math.min(characters * letter, widthOf(columns))
  const room = widthOf(columns) - measure - marginGap
  return { columns, measure, margin: room >= margins.least ? Math.min(margins.normal, room) : null }
}

/** Two columns for a window without a panel; null where they would hold too little. */
function columnsFor(needs: PageNeeds, left: number): Columns | null {
  if (needs.width < from.twoColumns * smaller(needs)) return null
  if (needs.width >= from.fixedColumns * smaller(needs))
    return holdEnough(needs, fixedColumns(needs))
  return holdEnough(needs, columnsWithin(needs, needs.width - left - air.edge))
}

/** Contents fit beside them, and so does a panel in place of the contents. */
function fixedColumns(needs: PageNeeds): Columns {
  const besidePanelAlone = panelWidth + air.columns
  const besideContents = contentsWidthAt(needs.width) + air.columns + scrollbar
  const free = needs.width - gutters.wide - Math.max(besidePanelAlone, besideContents)
  return columnsWithin(needs, free)
}

/** As wide as the design has them at the default size, and wider or narrower as the text is, as far as there is room. */
function columnsWithin({ textSize }: PageNeeds, room: number): Columns {
  return scaled(sideBySide, Math.min(textSize / defaultSize, room / widthOf(sideBySide)))
}

/** Smaller text has columns in a smaller window too: where buttons and panels are large, the text is small beside them. */
function smaller({ textSize }: PageNeeds): number {
  return Math.min(1, textSize / defaultSize)
}

function holdEnough({ letter }: PageNeeds, columns: Columns): Columns | null {
  const least = leastCharacters.column * letter
  const hold =
    columns.original >= least * sideSizes.original && columns.notes >= least * sideSizes.notes
  return hold ? columns : null
}

/** Where the text starts when it stands in the middle of the window at the default measure. */
function middle(width: number): number {
  return width / 2 - 300
}

function contentsRoom({ width, wantsContents }: PageNeeds, contents: PageLayout['contents']) {
  return wantsContents && contents === 'beside' ? contentsWidthAt(width) : 0
}

function contentsWidthAt(width: number): number {
  return width >= from.wordsInContents ? contentsWidths.withWords : contentsWidths.plain
}

function gutterOf(width: number): number {
  return width >= from.panelBeside ? gutters.wide : gutters.narrow
}
