// Export and import of what the reader made, with their outcome told in a sentence.
import { useI18n } from 'vue-i18n'
import type { ExportFormat, ExportOutcome, ImportPreview } from '#core/desktop/transfer'
import { kindNames } from '#core/annotations/kinds'
import type { ReasonOf } from '#core/outcome'
import type { ImportCounts } from '#core/reader-data/merge-reader-data'
import { useMessagesStore } from '../stores/messages.ts'
import { useTransferStore } from '../stores/transfer.ts'
import { useViewStore } from '../stores/view.ts'
import { useSentences } from './use-sentences.ts'

export interface Transfer {
  /**
   * @param keys of the annotations that go along; null for all that is kept
   * @param count of their rows in the list, to be told
   */
  readonly exportTo: (
    format: ExportFormat,
    keys: readonly string[] | null,
    count: number,
  ) => Promise<void>
  /** Says why an export was not made; nothing when the reader changed their mind. */
  readonly tellFault: (reason: ReasonOf<ExportOutcome>) => void
  /** Asks for a file, and shows what it would bring. */
  readonly startImport: () => Promise<void>
  /** Brings in what was shown. */
  readonly mergeImport: (preview: ImportPreview) => Promise<void>
  /** `3 bladwijzers, 1 notitie en 2 vragen`; empty when there are none. */
  readonly named: (counts: ImportCounts) => string
}

export function useTransfer(): Transfer {
  const { t, locale } = useI18n()
  const messages = useMessagesStore()
  const transfer = useTransferStore()
  const view = useViewStore()
  const { ofExportFault, ofImportFault } = useSentences()

  async function exportTo(
    format: ExportFormat,
    keys: readonly string[] | null,
    count: number,
  ): Promise<void> {
    const outcome = await transfer.exportTo(format, keys)
    if (!outcome.ok) {
      const isStopped = outcome.reason === 'cancelled' && transfer.isStopped
      if (isStopped) messages.show(t('export.stopped'))
      else tellFault(outcome.reason)
      return
    }
    const { file, left = 0 } = outcome
    // The files of a folder have all that is kept of their editions, also what was not asked for.
    const isMore = format === 'markdown-folder' && keys !== null
    const written = t('kept.exported', { file })
    const sentence = isMore ? written : `${written}: ${t('desk.count', count)}`
    messages.show(left === 0 ? sentence : `${sentence}. ${t('export.left', left)}`)
  }

  function tellFault(reason: ReasonOf<ExportOutcome>): void {
    if (reason !== 'cancelled') messages.show(ofExportFault(reason))
  }

  function named({ annotations, passageNotes, tags, questions, series }: ImportCounts): string {
    const parts = kindNames
      .filter((kind) => annotations[kind] > 0)
      .map((kind) => t(`annotation.${kind}.count`, annotations[kind]))
    if (passageNotes > 0) parts.push(t('import.passageNotes', passageNotes))
    if (tags > 0) parts.push(t('import.tags', tags))
    if (questions > 0) parts.push(t('question.count', questions))
    if (series > 0) parts.push(t('taught.series', series))
    return new Intl.ListFormat(locale.value === 'en' ? 'en-GB' : locale.value).format(parts)
  }

  /** What came. What was read is only told of where nothing else came. */
  function importedSentence({ added, merged, tooLong }: ImportPreview): string {
    const [fresh, joined] = [named(added), named(merged)]
    const parts = [
      fresh === '' ? '' : t('kept.importedNew', { what: fresh }),
      joined === '' ? '' : t('kept.importedMerged', { what: joined }),
    ].filter((part) => part !== '')
    const sentence = parts.length > 0 ? parts.join(', ') : t('kept.importedRead')
    return tooLong === 0 ? sentence : `${sentence}. ${t('kept.tooLong', tooLong)}`
  }

  async function startImport(): Promise<void> {
    const reading = await transfer.readImport()
    if (reading.ok) view.dialog = 'import'
    else if (reading.reason !== 'cancelled') messages.show(ofImportFault(reading.reason))
  }

  async function mergeImport(preview: ImportPreview): Promise<void> {
    const outcome = await transfer.mergeImport()
    messages.show(outcome.ok ? importedSentence(preview) : ofImportFault(outcome.reason))
  }

  return { exportTo, tellFault, startImport, mergeImport, named }
}
