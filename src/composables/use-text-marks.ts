// Marks words in the text with the CSS Custom Highlight API: the text itself is not touched.
import { nextTick, onBeforeUnmount, onMounted, watch, type Ref } from 'vue'
import { shallowRef } from 'vue'
import { findAll } from '#core/reading/find-in-text'
import type { SearchHit, TextRange } from '#core/search/search-types'
import { useEditionStore } from '../stores/edition.ts'
import { usePassageStore } from '../stores/passage.ts'
import { useSearchStore } from '../stores/search.ts'
import { useSettingsStore } from '../stores/settings.ts'
import { useViewStore } from '../stores/view.ts'
import { liveRange, readShownText, titleLength } from './shown-text.ts'
import { rangeOfPassage } from './passage-elements.ts'

/** The matches that are marked now, in reading order, and the one that is being looked at. */
const matches = shallowRef<readonly StaticRange[]>([])
const at = shallowRef(-1)

/** How many matches are marked, and which of them (from 1) is at hand; 0 when none is. */
export function matchCount(): { all: number; now: number } {
  return { all: matches.value.length, now: at.value + 1 }
}

function draw(): void {
  const now = matches.value[at.value]
  const rest = matches.value.filter((range) => range !== now)
  CSS.highlights.set('match', new Highlight(...rest))
  CSS.highlights.set('match-now', new Highlight(...(now === undefined ? [] : [now])))
}

/** Marks these ranges, and brings the first of them that is at or after `from` to hand. */
export function markMatches(
  ranges: readonly StaticRangeInit[],
  options: { first?: number; reveal?: boolean } = {},
): void {
  matches.value = ranges.map((range) => new StaticRange(range))
  at.value = ranges.length === 0 ? -1 : Math.min(options.first ?? 0, ranges.length - 1)
  draw()
  if (options.reveal === true) reveal()
}

/** The match that is being looked at, as it was marked; null when none is. */
export function matchAtHand(): StaticRange | null {
  return matches.value[at.value] ?? null
}

export function clearMatches(): void {
  markMatches([])
}

/** Whether there is a match in that direction before the end is reached. */
export function hasMatchBeyond(step: 1 | -1): boolean {
  return matches.value[at.value + step] !== undefined
}

/** Goes to the next or previous match, and around the end. */
export function stepThroughMatches(step: 1 | -1): void {
  const count = matches.value.length
  if (count === 0) return
  at.value = (at.value + step + count) % count
  draw()
  reveal()
}

/** A match nearer than this to the page's edges, in pixels, or under what sticks to its top, is brought farther in. */
const edge = 30

/** Brings the match at hand into view when it is not: to a third of the page, with its item lit. */
function reveal(): void {
  const range = matches.value[at.value]
  const page = document.querySelector('main')
  if (range === undefined || page === null) return
  const place = liveRange(range).getBoundingClientRect()
  const frame = page.getBoundingClientRect()
  const sticky = page.querySelector<HTMLElement>('[data-sticky]')?.offsetHeight ?? 0
  const foot = document.querySelector<HTMLElement>('[data-foot]')?.offsetHeight ?? 0
  if (place.top >= frame.top + sticky + edge && place.bottom <= frame.bottom - foot - edge) return
  const by = place.top - frame.top - page.clientHeight / 3
  const item = range.startContainer.parentElement?.closest<HTMLElement>('[data-item]')
  if (item == null) page.scrollTop += by
  else {
    const offset = item.getBoundingClientRect().top - frame.top - by
    useViewStore().jump = { item: item.dataset.item ?? null, offset, focus: false }
  }
}

/** Keeps the words of the opened search hit marked in the text, also when it is shown anew. */
export function useTextMarks(sheet: Ref<HTMLElement | null>): void {
  const view = useViewStore()
  const passage = usePassageStore()
  const search = useSearchStore()
  const settings = useSettingsStore()
  const editions = useEditionStore()

  /** Of a hit in its item's title, where the word stands there that makes it one. */
  function marksInTitle(hit: SearchHit, title: string | null): readonly TextRange[] {
    if (title === null || hit.within !== 'heading') return []
    const words = hit.evidence === '' ? search.answered.split(/\s+/u) : [hit.evidence]
    return words.flatMap((word) => findAll(title, word))
  }

  async function markOpenedHit(): Promise<void> {
    if (view.findShown) return // the find bar marks its own
    await nextTick()
    const hit = search.opened
    if (hit === null || sheet.value === null) {
      markPassage()
      return
    }
    const inItem = `[data-item="${hit.item}"] [data-text="item"]`
    const selector = editions.itemById.has(hit.item) ? inItem : '[data-text="lede"]'
    const element = hit.where === 'item' ? sheet.value.querySelector<HTMLElement>(selector) : null
    if (element === null) {
      clearMatches()
      return
    }
    const shown = readShownText(element)
    const title = editions.itemById.get(hit.item)?.item.title ?? null
    // Marks count in the text of the item alone.
    const before = titleLength(title)
    const inText = hit.marks.map(([start, end]) => shown.range(before + start, before + end))
    const inTitle = marksInTitle(hit, title).map(([start, end]) => shown.range(start, end))
    const ranges = [...inTitle, ...inText].filter((range) => range !== null)
    markMatches(ranges, { first: search.openedAt === 'end' ? ranges.length - 1 : 0, reveal: true })
  }

  /** The passage that the reader was led to, if any. */
  function markPassage(): void {
    const { lit } = passage
    const title = editions.itemById.get(lit?.item ?? '')?.item.title ?? null
    const range = lit === null ? null : rangeOfPassage(lit, title)
    markMatches(range === null ? [] : [range], { reveal: true })
  }

  watch(
    () => [
      passage.lit,
      search.opened,
      view.view,
      view.source,
      settings.settings.hyphenate,
      view.findShown,
    ],
    markOpenedHit,
  )
  onMounted(markOpenedHit)
  onBeforeUnmount(clearMatches)
}
