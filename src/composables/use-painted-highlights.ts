// Paints the reader's highlights with the CSS Custom Highlight API: a set of ranges for each colour, and a text that is not touched.
import { nextTick, onBeforeUnmount, watch } from 'vue'
import { highlightColours, type HighlightColour } from '#core/annotations/annotation'
import { useEditionStore } from '../stores/edition.ts'
import { useHighlightsStore, type PlacedHighlight } from '../stores/highlights.ts'
import { elementOf, lengthBefore } from './passage-elements.ts'
import { readShownText } from './shown-text.ts'

/** What is painted in one text, and what it looked like then. */
interface PaintedText {
  readonly element: HTMLElement
  readonly content: string
  readonly highlights: readonly PlacedHighlight[]
  readonly ranges: readonly PaintedRange[]
}

interface PaintedRange {
  readonly range: StaticRange
  readonly name: SetName
}

/** The set of a colour, and the one of what lies within a longer highlight: it is painted over that. */
type SetName = HighlightColour | `${HighlightColour}-within`
const setNames = highlightColours.flatMap((colour): SetName[] => [colour, `${colour}-within`])

/** Looks of the search and of the keys lie over those of the reader. */
function setOf(name: SetName): Highlight {
  const known = CSS.highlights.get(name)
  if (known !== undefined) return known
  const made = new Highlight()
  made.priority = name.endsWith('-within') ? -1 : -2
  CSS.highlights.set(name, made)
  return made
}

function isWithin(one: PlacedHighlight, all: readonly PlacedHighlight[]): boolean {
  const length = one.end - one.start
  return all.some(({ start, end }) => start <= one.start && one.end <= end && end - start > length)
}

function isSameList(one: readonly PlacedHighlight[], other: readonly PlacedHighlight[]): boolean {
  return (
    one.length === other.length &&
    one.every(({ highlight, start, end }, index) => {
      const second = other[index]
      return highlight === second?.highlight && start === second.start && end === second.end
    })
  )
}

/** @param shown what the texts on the page depend on: when one of these changes, they may be shown anew */
export function usePaintedHighlights(shown: () => readonly unknown[]): void {
  const editions = useEditionStore()
  const highlights = useHighlightsStore()
  let painted: ReadonlyMap<string, PaintedText> = new Map()

  function clear({ ranges }: PaintedText): void {
    for (const { range, name } of ranges) setOf(name).delete(range)
  }

  /** Only texts that are shown anew, or with other highlights, are painted anew. */
  async function paint(): Promise<void> {
    await nextTick()
    const next = new Map<string, PaintedText>()
    for (const [text, all] of highlights.byText) {
      const element = all[0] === undefined ? null : elementOf(all[0])
      if (element === null) continue
      const known = painted.get(text)
      const isSame =
        known?.element === element &&
        isSameList(known.highlights, all) &&
        known.content === element.textContent
      next.set(text, isSame ? known : paintText(element, all))
    }
    for (const [text, known] of painted) if (next.get(text) !== known) clear(known)
    painted = next
  }

  function paintText(element: HTMLElement, all: readonly PlacedHighlight[]): PaintedText {
    const text = readShownText(element)
    const ranges = all.flatMap((one): PaintedRange[] => {
      const { item, part, start, end, highlight } = one
      const before = lengthBefore(part, editions.textAndTitle(item)?.title ?? null)
      const range = text.range(before + start, before + end)
      const name: SetName = isWithin(one, all) ? `${highlight.colour}-within` : highlight.colour
      return range === null ? [] : [{ range: new StaticRange(range), name }]
    })
    for (const { range, name } of ranges) setOf(name).add(range)
    return { element, content: element.textContent, highlights: all, ranges }
  }

  watch(() => [highlights.byText, ...shown()], paint, { immediate: true })
  onBeforeUnmount(() => {
    for (const name of setNames) CSS.highlights.delete(name)
  })
}
