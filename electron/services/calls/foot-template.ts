// The foot of a printed page. For Chromium it is a document of its own, so all its styles are inline.

const face = "'Source Sans 3', 'Segoe UI', 'Helvetica Neue', Arial, sans-serif"

/**
 * @param words printed beside the page number; they come from an edition, so they are escaped
 * @returns HTML for `printToPDF`, which fills in the number of the page by the element's class
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
