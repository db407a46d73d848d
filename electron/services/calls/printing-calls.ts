import type { DesktopCalls } from '#core/desktop-api'
import type { PrintOutcome } from '#core/desktop/transfer'
import { writeWhole } from '../program/write-whole.ts'
import { footTemplate } from './foot-template.ts'

export interface PrintingParts {
  /** Null when the reader closes the dialog. */
  readonly askWhereToSavePdf: (name: string) => Promise<string | null>
  /** The page as a PDF, with this HTML at the foot of each sheet; null when it fails. */
  readonly printToPdf: (foot: string) => Promise<Uint8Array | null>
  readonly print: () => Promise<PrintOutcome>
}

export function createPrintingCalls(parts: PrintingParts): DesktopCalls['printing'] {
  return {
    async savePdf({ foot, name }) {
      const file = await parts.askWhereToSavePdf(name)
      if (file === null) return { ok: false, reason: 'cancelled' }
      const pdf = await parts.printToPdf(footTemplate(foot))
      return pdf === null ? { ok: false, reason: 'failed' } : writeWhole(file, pdf)
    },
    print: () => parts.print(),
  }
}
