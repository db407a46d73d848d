// What can be done with a row of what was kept: go to its item, or remove it.
import { nextTick } from 'vue'
import { useI18n } from 'vue-i18n'
import type { Annotation } from '#core/annotations/annotation'
import { annotationKey } from '#core/annotations/kinds'
import type { KeptRow } from '#core/annotations/group-kept'
import { firstWords, openingItem } from '#core/edition/edition'
import { quotableStart } from '#core/edition/quoted-title'
import { useEditionStore } from '../stores/edition.ts'
import { useHighlightsStore } from '../stores/highlights.ts'
import { useLibraryStore } from '../stores/library.ts'
import { useMessagesStore } from '../stores/messages.ts'
import { useNoteDraftStore } from '../stores/note-draft.ts'
import { useOpenedNoteStore } from '../stores/opened-note.ts'
import { useReaderDataStore } from '../stores/reader-data.ts'
import { useShelfStore } from '../stores/shelf.ts'
import { useViewStore } from '../stores/view.ts'
import { useOpenEdition } from './use-open-edition.ts'
import { useRevisionReport } from './use-revision-report.ts'
import { useScreenSteps } from './use-screen-steps.ts'
import { useSentences } from './use-sentences.ts'

export interface KeptRows {
  /** Its number where its edition is open, or else its first words. */
  readonly nameOf: (row: KeptRow) => string
  /** @param title of its edition */
  readonly open: (row: KeptRow, title: string) => Promise<void>
  readonly remove: (row: KeptRow) => Promise<void>
}

export function useKeptRows(): KeptRows {
  const { t } = useI18n()
  const { ofOpenFault } = useSentences()
  const editions = useEditionStore()
  const highlights = useHighlightsStore()
  const library = useLibraryStore()
  const messages = useMessagesStore()
  const draft = useNoteDraftStore()
  const openedNote = useOpenedNoteStore()
  const reader = useReaderDataStore()
  const shelf = useShelfStore()
  const view = useViewStore()
  const openEdition = useOpenEdition()
  const { openReport } = useRevisionReport()
  const { showShelf } = useScreenSteps()

  function numberOf({ record, number }: KeptRow): number | null {
    return record.edition === editions.edition?.id ? number : null
  }

  function nameOf(row: KeptRow): string {
    const n = numberOf(row)
    return n === null ? firstWords(row.record.quote, 6, ' …') : t('contents.item', { n })
  }

  /** To the item, in another edition if need be, in the view that the reader has chosen; for what is loose, to the report. */
  async function open({ record, item, isGone }: KeptRow, title: string): Promise<void> {
    const isLoose = record.kind === 'highlight' && highlights.isLoose(record)
    if (isGone && !isLoose) return showWithoutText(record, t('kept.itemGone'))
    if (record.edition === editions.edition?.id) view.pushHistory()
    else {
      const chosen = view.view
      const outcome = await library.open(record.edition)
      if (!outcome.ok) {
        const why =
          outcome.reason === 'missing' ? t('kept.editionGone') : ofOpenFault(outcome.reason, title)
        return showWithoutText(record, why)
      }
      await openEdition(outcome.bundle, { keepSearch: true })
      view.view = chosen
      // Its text comes into the page first.
      await nextTick()
    }
    // There it can be pointed out again.
    if (isLoose) return openReport()
    if (!editions.itemById.has(item) && item !== openingItem)
      return showWithoutText(record, t('kept.itemGone'))
    if (record.kind === 'note') openedNote.open(item)
    // On a narrow window the list lies over the text.
    if (view.panelOverlay) view.panel = null
    if (item === openingItem) view.goToTitle({ focus: true, isStep: false })
    else view.goToItem(item, { focus: true, isStep: false })
    if (record.kind === 'highlight') {
      // It is brought into view when its item is there.
      await nextTick()
      highlights.open(annotationKey(record))
    }
  }

  /** On the desk all that is kept can be read, written at and copied, also without the text that it is about. */
  async function showWithoutText(record: Annotation, why: string): Promise<void> {
    if (view.screen !== 'desk') {
      shelf.asked = annotationKey(record)
      await showShelf({ kind: 'all' })
    }
    // A message goes with the screen on which it was shown.
    messages.show(why)
  }

  async function remove(row: KeptRow): Promise<void> {
    const { record } = row
    const key = annotationKey(record)
    const n = numberOf(row)
    const name = quotableStart(nameOf(row))
    if (record.kind === 'note') await draft.save()
    const now = reader.kept.get(key)
    if (!(await reader.remove(key))) return
    draft.follow()
    const { kind } = record
    messages.showRemoval(
      n === null
        ? t(`annotation.${kind}.removedElsewhere`, { name })
        : t(`annotation.${kind}.removed`, { n }),
      key,
      () => reader.put(now ?? record),
    )
  }

  return { nameOf, open, remove }
}
