// Goes to the report of a revision, tells of it, and does what the reader decides there.
import { watch } from 'vue'
import { useI18n } from 'vue-i18n'
import type { Highlight } from '#core/annotations/annotation'
import { highlightAsNote } from '#core/annotations/highlight-as-note'
import { annotationKey } from '#core/annotations/kinds'
import { useEditionStore } from '../stores/edition.ts'
import { useMessagesStore } from '../stores/messages.ts'
import { useNoteDraftStore } from '../stores/note-draft.ts'
import { useReaderDataStore } from '../stores/reader-data.ts'
import { useRevisionReportStore } from '../stores/revision-report.ts'
import { useTagsStore } from '../stores/tags.ts'
import { useViewStore } from '../stores/view.ts'
import { flushAll } from './flush-all.ts'

export interface RevisionReportActions {
  readonly openReport: () => Promise<void>
  /** Its words and its note go into the note of its item. */
  readonly asItemNote: (highlight: Highlight) => Promise<void>
  /** It stays loose, and nothing is asked about it any more. */
  readonly leaveLoose: (highlight: Highlight) => void
}

export function useRevisionReport(): RevisionReportActions {
  const { t } = useI18n()
  const draft = useNoteDraftStore()
  const editions = useEditionStore()
  const messages = useMessagesStore()
  const reader = useReaderDataStore()
  const tags = useTagsStore()
  const view = useViewStore()

  /** The place in the text is written first: the text goes, and comes back there. */
  async function openReport(): Promise<void> {
    await flushAll()
    view.goToScreen('report')
  }

  async function asItemNote(highlight: Highlight): Promise<void> {
    const placed = editions.itemById.get(highlight.item)
    if (placed === undefined) return
    await draft.save()
    const before = reader.noteOf(highlight.item)
    const text = highlightAsNote(highlight, before, new Date().toISOString())
    if (text === null) return messages.show(t('report.tooLong'))
    const about = reader.about(placed)
    if (!(await reader.putNote(about, text))) return
    for (const tag of highlight.tags ?? []) await tags.add({ placed }, tag)
    if (!(await reader.remove(annotationKey(highlight)))) return
    draft.follow()
    const note = annotationKey({ ...about, kind: 'note', text, created: '', changed: '' })
    messages.show(t('report.becameNote', { n: placed.number }), () => {
      void reader.put(highlight)
      void (before === undefined ? reader.remove(note) : reader.put(before))
      draft.follow()
    })
  }

  function leaveLoose(highlight: Highlight): void {
    void reader.put({ ...highlight, leftLoose: true, changed: new Date().toISOString() })
    messages.show(t('report.left'), () => void reader.put(highlight))
  }

  return { openReport, asItemNote, leaveLoose }
}

/** Says once a sitting that annotations in the open revision want a look, until the reader took one. */
export function tellRevision(openReport: () => Promise<void>): void {
  const { t } = useI18n()
  const editions = useEditionStore()
  const messages = useMessagesStore()
  const report = useRevisionReportStore()
  const view = useViewStore()
  /** Editions with the revision that was told of. */
  const told = new Map<string, number>()

  watch(
    () => [report.asking, view.screen, editions.bundle] as const,
    ([asking, screen]) => {
      const { edition } = editions
      if (asking === null || asking === 0 || screen !== 'edition' || edition === null) return
      if (report.isSeen || told.get(edition.id) === edition.revision) return
      told.set(edition.id, edition.revision)
      messages.show(
        t('report.told', { revision: edition.revision, asks: t('report.asks', asking) }),
        null,
        {
          name: t('report.look'),
          run: () => void openReport(),
        },
      )
    },
    { immediate: true },
  )
}
