// Text as Markdown in which nothing is taken for a sign.

/** One line in which no character is a sign of Markdown or of HTML. */
export function asText(text: string): string {
  const line = text.trim().replace(/\s+/gu, ' ')
  return line.replace(/[\\`*_[\]<>#|~&!{}]/gu, '\\$&')
}

/** A paragraph, or nothing. What begins like a list, a rule or the line under a heading is text here. */
export function asParagraph(text: string): string[] {
  const line = asText(text)
    .replace(/^[-+=]/u, '\\$&')
    .replace(/^(\d+)([.)])/u, '$1\\$2')
  return line === '' ? [] : [line]
}

/** Markdown in a block quote: whatever begins in it also ends in it. */
export function asBlockQuote(markdown: string): string {
  const lines = markdown.trimEnd().split(/\r\n|[\n\r]/u)
  return lines.map((line) => (line === '' ? '>' : `> ${line}`)).join('\n')
}
