// Export and import of what the reader made, with their outcome told in a sentence.
import { useI18n } from 'vue-i18n'
import type { ExportFormat, ExportOutcome, ImportOutcome } from '#core/desktop-api'
import { kindNames, type AnnotationCounts } from '#core/annotations/kinds'
import { useMessagesStore } from '../stores/messages.ts'
import { useSystemStore } from '../stores/system.ts'

type ExportFault = Extract<ExportOutcome, { ok: false }>['reason']
type Imported = Extract<ImportOutcome, { ok: true }>

export interface Transfer {
  readonly exportTo: (format: ExportFormat) => Promise<void>
  /** Says why an export was not made; nothing when the reader changed their mind. */
  readonly tellFault: (reason: ExportFault) => void
  readonly importFrom: () => Promise<void>
}

export function useTransfer(): Transfer {
  const { t } = useI18n()
  const messages = useMessagesStore()
  const system = useSystemStore()

  async function exportTo(format: ExportFormat): Promise<void> {
    const outcome = await system.exportTo(format)
    if (outcome.ok) messages.show(t('kept.exported', { file: outcome.file }))
    else tellFault(outcome.reason)
  }

  function tellFault(reason: ExportFault): void {
    switch (reason) {
      case 'cancelled':
        return
      case 'disk-full':
        messages.show(t('fault.exportDiskFull'))
        return
      case 'not-permitted':
        messages.show(t('fault.exportNotPermitted'))
        return
      case 'failed':
        messages.show(t('fault.exportFailed'))
    }
  }

  /** `3 bladwijzers en 1 notitie`; empty when there are none. */
  function named(counts: AnnotationCounts): string {
    return kindNames
      .filter((kind) => counts[kind] > 0)
      .map((kind) => t(`annotation.${kind}.count`, counts[kind]))
      .join(` ${t('kept.and')} `)
  }

  /** What came, and then what was here already. What was read is only told of where nothing else came. */
  function importedSentence({ added, merged, unchanged }: Imported): string {
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
      return
    }
    switch (outcome.reason) {
      case 'cancelled':
        return
      case 'not-ours':
        messages.show(t('fault.importNotOurs'))
        return
      case 'newer-version':
        messages.show(t('fault.importNewer'))
        return
      case 'damaged':
        messages.show(t('fault.importDamaged'))
        return
      case 'not-permitted':
        messages.show(t('fault.importNotPermitted'))
        return
      case 'too-large':
        messages.show(t('fault.importTooLarge'))
        return
      case 'disk-full':
        messages.show(t('fault.addDiskFull'))
        return
      case 'read-only':
        messages.show(t('fault.addReadOnly'))
        return
      case 'in-use':
        messages.show(t('fault.inUse'))
        return
      case 'failed':
        messages.show(t('fault.addFailed'))
    }
  }

  return { exportTo, tellFault, importFrom }
}
