/** With one space where there was white space. */
export function squeeze(text: string): string {
  return text.replace(/\s+/gu, ' ').trim()
}
