// What the page has for paper, as a PDF or to a printer of the system. The page itself says what that is (src/styles/print.css).
import type { BrowserWindow, PrintToPDFOptions } from 'electron'
import type { DesktopCalls } from '#core/desktop-api'
import { footTemplate } from '../services/calls/foot-template.ts'
import { writeWhole } from '../services/program/write-whole.ts'
import { askWhereToSavePdf } from './dialogs.ts'

/** Those of the style for paper, in inches: for a Chromium that takes them from here, and for the foot. */
const margins = { top: 20 / 25.4, bottom: 24 / 25.4, left: 14 / 25.4, right: 14 / 25.4 } as const

const sheet: PrintToPDFOptions = {
  pageSize: 'A4',
  preferCSSPageSize: true,
  // Else the margins have the colour of the window; what must be printed says so itself (print-color-adjust).
  printBackground: false,
  displayHeaderFooter: true,
  headerTemplate: '<span></span>',
  generateTaggedPDF: true,
  generateDocumentOutline: true,
}

/** The calls that print what the page of a window has for paper. */
export function createPrintCalls(window: () => BrowserWindow | null): DesktopCalls['printing'] {
  return {
    async savePdf({ foot, name }) {
      const shown = window()
      if (shown === null) return { ok: false, reason: 'failed' }
      const file = await askWhereToSavePdf(shown, name)
      if (file === null) return { ok: false, reason: 'cancelled' }
      const options = { ...sheet, margins, footerTemplate: footTemplate(foot) }
      const pdf = await shown.webContents.printToPDF(options).catch(() => null)
      return pdf === null ? { ok: false, reason: 'failed' } : writeWhole(file, pdf)
    },
    print() {
      const contents = window()?.webContents
      if (contents === undefined) return Promise.resolve({ ok: false, reason: 'failed' })
      return new Promise((resolve) => {
        contents.print({ pageSize: 'A4', printBackground: false }, (ok, why) => {
          if (ok) resolve({ ok })
          else resolve({ ok, reason: /cancell?ed/iu.test(why) ? 'cancelled' : 'failed' })
        })
      })
    },
  }
}
