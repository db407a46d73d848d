// The foot of a printed page, as Chromium wants it: a document of its own without the program's styles, so all of them are inline.

const face = "'Source Sans 3', 'Segoe UI', 'Helvetica Neue', Arial, sans-serif"

/**
 * @param words what stands beside the number; words of an edition, which may hold anything
 * @returns HTML for `printToPDF`, which puts the number of the page into the element of that class
 */
export function footTemplate(words: string): string {
  return (
    `<div style="box-sizing: border-box; width: 100%; height: 24mm; padding: 8mm 14mm 0 32mm; display: flex; ` +
    `justify-content: space-between; align-items: baseline; font: 8pt/11pt ${face}; color: #1f1b16;">` +
    `<span style="max-width: 112mm; overflow: hidden; white-space: nowrap; text-overflow: ellipsis;">${escaped(words)}</span>` +
    `<span class="pageNumber" style="font: 10pt/11pt Literata, Georgia, serif; color: #000;"></span></div>`
  )
}

function escaped(text: string): string {
  return text.replaceAll(/[&<>"']/gu, (sign) => `&#${String(sign.charCodeAt(0))};`)
}
