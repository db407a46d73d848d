/** So much of a paste is read, in characters. */
export const longestPaste = 4 * 1024 * 1024

/** What a text has beyond its letters: headings, paragraphs, lists, quotations, tables and links. Editors of code write none of these. */
const mark = /<(?:h[1-6]|p|li|blockquote|tr|a\s[^>]*\bhref)\b/iu

/** Whether the HTML of a paste says more than its plain text. */
export function isMarkedUp(html: string): boolean {
  return html.length <= longestPaste && mark.test(html)
}
