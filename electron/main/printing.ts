// Prints the page as a PDF or to a printer; src/styles/print.css chooses what of the page is printed.
import type { BrowserWindow, PrintToPDFOptions } from 'electron'
import type { PrintOutcome } from '#core/desktop/transfer'

/** In inches, as the style sheet has them: for the foot, and for a Chromium that does not take them from the page. */
const margins = { top: 20 / 25.4, bottom: 24 / 25.4, left: 14 / 25.4, right: 14 / 25.4 } as const

const pdfOptions: PrintToPDFOptions = {
  pageSize: 'A4',
  preferCSSPageSize: true,
  // Otherwise the margins have the colour of the window. What must be printed says so itself (print-color-adjust).
  printBackground: false,
  displayHeaderFooter: true,
  headerTemplate: '<span></span>',
  generateTaggedPDF: true,
  generateDocumentOutline: true,
}

/** Null when it fails. */
export function printToPdf(window: BrowserWindow, foot: string): Promise<Uint8Array | null> {
  const options = { ...pdfOptions, margins, footerTemplate: foot }
  return window.webContents.printToPDF(options).catch(() => null)
}

export function print(window: BrowserWindow): Promise<PrintOutcome> {
  return new Promise((resolve) => {
    window.webContents.print({ pageSize: 'A4', printBackground: false }, (ok, why) => {
      if (ok) resolve({ ok })
      else resolve({ ok, reason: /cancell?ed/iu.test(why) ? 'cancelled' : 'failed' })
    })
  })
}
