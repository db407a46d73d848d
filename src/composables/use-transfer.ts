// Export and import of what the reader made, with their outcome told in a sentence.
import { useI18n } from 'vue-i18n'
import type { ExportFormat, ExportOutcome, ImportedRecords } from '#core/desktop/transfer'
import { kindNames, type AnnotationCounts } from '#core/annotations/kinds'
import type { ReasonOf } from '#core/outcome'
import { useMessagesStore } from '../stores/messages.ts'
import { useSystemStore } from '../stores/system.ts'
import { useSentences } from './use-sentences.ts'

export interface Transfer {
  readonly exportTo: (format: ExportFormat) => Promise<void>
  /** Says why an export was not made; nothing when the reader changed their mind. */
  readonly tellFault: (reason: ReasonOf<ExportOutcome>) => void
  readonly importFrom: () => Promise<void>
}

export function useTransfer(): Transfer {
  const { t } = useI18n()
  const messages = useMessagesStore()
  const system = useSystemStore()
  const { ofExportFault, ofImportFault } = useSentences()

  async function exportTo(format: ExportFormat): Promise<void> {
    const outcome = await system.exportTo(format)
    if (outcome.ok) messages.show(t('kept.exported', { file: outcome.file }))
    else tellFault(outcome.reason)
  }

  function tellFault(reason: ReasonOf<ExportOutcome>): void {
    if (reason !== 'cancelled') messages.show(ofExportFault(reason))
  }

  /** `3 bladwijzers en 1 notitie`; empty when there are none. */
  function named(counts: AnnotationCounts): string {
    return kindNames
      .filter((kind) => counts[kind] > 0)
      .map((kind) => t(`annotation.${kind}.count`, counts[kind]))
      .join(` ${t('kept.and')} `)
  }

  /** What came, and then what was here already. What was read is only told of where nothing else came. */
  function importedSentence({ added, merged, unchanged }: ImportedRecords): string {
    const there = Object.values(unchanged.annotations).reduce((sum, count) => sum + count, 0)
    const [fresh, joined] = [named(added.annotations), named(merged.annotations)]
    const parts = [
      fresh === '' ? '' : t('kept.importedNew', { what: fresh }),
      joined === '' ? '' : t('kept.importedMerged', { what: joined }),
      there === 0 ? '' : t('kept.importedThere', there),
    ].filter((part) => part !== '')
    if (parts.length > 0) return parts.join(', ')
    return t(added.read + merged.read > 0 ? 'kept.importedRead' : 'kept.importedNothing')
  }

  async function importFrom(): Promise<void> {
    const outcome = await system.importFrom()
    if (outcome.ok) {
      const { tooLong } = outcome
      const sentence = importedSentence(outcome)
      messages.show(tooLong === 0 ? sentence : `${sentence}. ${t('kept.tooLong', tooLong)}`)
    } else if (outcome.reason !== 'cancelled') messages.show(ofImportFault(outcome.reason))
  }

  return { exportTo, tellFault, importFrom }
}
