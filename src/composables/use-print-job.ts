// Prints what stands in the page for paper, and says how that went.
import { nextTick } from 'vue'
import { useI18n } from 'vue-i18n'
import type { Edition } from '#core/edition/edition'
import { useEditionStore } from '../stores/edition.ts'
import { useMessagesStore } from '../stores/messages.ts'
import { useNoteDraftStore } from '../stores/note-draft.ts'
import type { PrintJob } from '../stores/printing.ts'
import { useSystemStore } from '../stores/system.ts'
import { useMonths } from './use-months.ts'
import { useTransfer } from './use-transfer.ts'

/** The longest foot that the main process takes. */
const longestFoot = 300

/** Waits for the pictures of the sheet; one that cannot be read is left out. */
async function picturesOnPaper(): Promise<void> {
  const pictures = [...document.querySelectorAll<HTMLImageElement>('.paper img')]
  await Promise.allSettled(pictures.map((picture) => picture.decode()))
}

/** @returns prints, and tells how that went */
export function usePrintJob(): (job: PrintJob) => Promise<void> {
  const { t } = useI18n()
  const editions = useEditionStore()
  const messages = useMessagesStore()
  const system = useSystemStore()
  const transfer = useTransfer()
  const { wholeDate } = useMonths()

  /** The name of the page becomes that of the document. */
  async function run(job: PrintJob): Promise<void> {
    const { edition } = editions
    if (edition === null) return
    const { title } = document
    document.title = edition.title
    // The last letters of a note that is being written go along.
    await useNoteDraftStore().save()
    await nextTick()
    await document.fonts.ready
    await picturesOnPaper()
    try {
      await print(job, edition)
    } finally {
      document.title = title
    }
  }

  async function print({ to }: PrintJob, edition: Edition): Promise<void> {
    if (to === 'paper') {
      const outcome = await system.print()
      if (!outcome.ok && outcome.reason === 'failed') messages.show(t('print.paperFailed'))
      return
    }
    const { series, title, date, id } = edition
    const foot = [series, title, date === null ? null : wholeDate(date.value)]
      .filter((part) => part !== null)
      .join(', ')
      .slice(0, longestFoot)
    const outcome = await system.savePdf({ foot, name: id })
    if (outcome.ok) messages.show(t('print.saved', { file: outcome.file }))
    else if (outcome.reason === 'failed') messages.show(t('print.pdfFailed'))
    else transfer.tellFault(outcome.reason)
  }

  return run
}
