// The lines of a text as they stand in it, without what a mail or a page puts between letters for its own use.

export interface PhysicalLine {
  /** Counts from 1. */
  readonly line: number
  readonly text: string
}

/** Where a word may break, and marks without a width; those between emoji stay. */
const invisible = /[\u00ad\u200b\u2060\ufeff]/gu
/** What that encoding is for: the equals sign itself, blanks, and bytes beyond ASCII. `x=41` means what it says. */
const encoded = /(?:=(?:3D|20|09|0A|0D|[89A-F][\dA-F]))+/gu
/** A line that goes on in the next is as long as a line of a mail may be; a short one ends in an equals sign of its own. */
const goingOn = /^.{50,}(?<!=)=[ \t]*$/u
/** An encoding that no address has: at the end of a line, or of more bytes than one. */
const surelyEncoded = /^.{50,}(?<!=)=$|=20$|=C[23]=[89AB][\dA-F]|=E2=80=[89AB][\dA-F]/gmu
const fewestEncoded = 2
/** What a mail program puts before each line of the mail that is answered or sent on. */
const quoted = /^(?:>[ \t]?)*>(?:[ \t]|$)/u
const fewestQuoted = 5
const shareOfQuoted = 0.6

/**
 * Splits a text into lines. What is left of quoted-printable, the dress of letters on their way, is undone: `=20` and
 * `=C3=A9` are characters, and a line that ends in `=` goes on in the next.
 */
export function physicalLines(text: string): PhysicalLine[] {
  const lines = text
    .replace(invisible, '')
    .split(/\r\n|\n|\r/u)
    .map((part, index) => ({ line: index + 1, text: part }))
  const isEncoded = [...text.replace(/\r/gu, '').matchAll(surelyEncoded)].length >= fewestEncoded
  return withoutQuoteMarks(isEncoded ? decoded(lines) : lines)
}

function withoutQuoteMarks(lines: readonly PhysicalLine[]): PhysicalLine[] {
  const marked = lines.filter(({ text }) => quoted.test(text)).length
  const all = lines.filter(({ text }) => text.trim() !== '').length
  if (marked < fewestQuoted || marked < shareOfQuoted * all) return [...lines]
  return lines.map(({ line, text }) => ({ line, text: text.replace(quoted, '') }))
}

function decoded(lines: readonly PhysicalLine[]): PhysicalLine[] {
  const blocks: { line: number; parts: string[] }[] = []
  let goesOn = false
  for (const { line, text } of lines) {
    const isOpen = goingOn.test(text)
    const part = isOpen ? text.trimEnd().slice(0, -1) : text
    if (goesOn) blocks.at(-1)?.parts.push(part)
    else blocks.push({ line, parts: [part] })
    goesOn = isOpen
  }
  return blocks.map(({ line, parts }) => ({ line, text: parts.join('').replace(encoded, decode) }))
}

/** Bytes that are no text stay as they are. */
function decode(bytes: string): string {
  try {
    return decodeURIComponent(bytes.replaceAll('=', '%'))
  } catch {
    return bytes
  }
}

/** A text holds no NUL, and hardly any control characters or characters that could not be decoded. */
export function looksBinary(text: string): boolean {
  let strange = 0
  for (let index = 0; index < text.length; index += 1) {
    const code = text.charCodeAt(index)
    if (code === 0) return true
    if (code === 0xfffd || (code < 32 && (code < 9 || code > 13))) strange += 1
  }
  return strange > text.length * 0.05
}
