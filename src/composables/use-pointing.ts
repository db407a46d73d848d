// A loose highlight gets new words: the reader points them out in the text.
import { nextTick } from 'vue'
import { useI18n } from 'vue-i18n'
import type { Highlight } from '#core/annotations/annotation'
import { annotationKey } from '#core/annotations/kinds'
import { placeOfContext } from '#core/annotations/passage-surroundings'
import { firstWords, openingItem } from '#core/edition/edition'
import { useEditionStore } from '../stores/edition.ts'
import { useHighlightsStore } from '../stores/highlights.ts'
import { useMessagesStore } from '../stores/messages.ts'
import { useReaderDataStore } from '../stores/reader-data.ts'
import { useRevisionReportStore } from '../stores/revision-report.ts'
import { useSentenceStore } from '../stores/sentence.ts'
import { useViewStore } from '../stores/view.ts'
import { selectedPassage } from './selected-passage.ts'
import { useRevisionReport } from './use-revision-report.ts'

export interface Pointing {
  /** To its item, where the sentence is lit in which its words may have stood. */
  readonly startPointing: (highlight: Highlight) => Promise<void>
  /** What is selected, or else the lit sentence, is what it marks from now on. */
  readonly point: () => void
  /** Nothing has changed, and the report comes back. */
  readonly cancelPointing: () => Promise<void>
}

/** The first of its words. */
export function shownWords({ anchor }: Highlight): string {
  return firstWords(anchor.exact, 6, ' …')
}

export function usePointing(): Pointing {
  const { t } = useI18n()
  const { openReport } = useRevisionReport()
  const editions = useEditionStore()
  const highlights = useHighlightsStore()
  const messages = useMessagesStore()
  const reader = useReaderDataStore()
  const report = useRevisionReportStore()
  const sentence = useSentenceStore()
  const view = useViewStore()

  /** Its own item; where that is gone, the one that has its number now. */
  function itemOf({ item, context }: Highlight): string {
    const { items, itemById } = editions
    if (item === openingItem || itemById.has(item)) return item
    const number = Math.min(context?.number ?? 1, items.length)
    return items[number - 1]?.item.id ?? openingItem
  }

  async function startPointing(highlight: Highlight): Promise<void> {
    const { anchor } = highlight
    const { part } = anchor
    const item = itemOf(highlight)
    highlights.pointing = annotationKey(highlight)
    if (part === 'gist' && view.view === 'original') view.view = 'notes'
    if (part === 'item' && view.view === 'notes') view.view = 'original'
    if (item === openingItem) view.goToTitle({ focus: true })
    else view.goToItem(item, { focus: true })
    // The text comes back first.
    await nextTick()
    await nextTick()
    const place = placeOfContext(editions.textOf(item, part), anchor) ?? anchor.start
    sentence.light(item, item === highlight.item ? place : 0)
    // Said together with the sentence, since one announcement takes the place of another.
    await nextTick()
    const help = t('report.point.help', { words: shownWords(highlight) })
    messages.announce(`${help} ${sentence.chosenText}`)
  }

  function point(): void {
    const highlight = reader.highlightByKey(highlights.pointing ?? '')
    if (highlight === undefined) return
    const chosen = selectedPassage(editions.textAndTitle) ?? sentence.chosen
    if (chosen === null) return messages.show(t('report.point.nothing'))
    if (chosen === 'several') return messages.show(t('highlight.several'))
    const isLeft = highlight.leftLoose === true
    const others = (report.asking ?? 0) - (isLeft ? 0 : 1)
    document.getSelection()?.removeAllRanges()
    sentence.close()
    highlights.pointing = null
    highlights.acceptWords(highlight, chosen)
    messages.show(
      t('highlight.accepted'),
      () => void reader.put(highlight),
      others > 0 ? { name: t('report.point.back'), run: () => void openReport() } : null,
    )
  }

  async function cancelPointing(): Promise<void> {
    highlights.pointing = null
    sentence.close()
    await openReport()
  }

  return { startPointing, point, cancelPointing }
}
