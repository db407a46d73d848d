// What a web page or a mail puts around a digest, in whole lines.
import { endsAsSentence } from '../sources/sentence-end.ts'
import { isShort } from './plain-line.ts'
import { closingPatterns, linePatterns } from '../words/furniture-patterns.ts'
import words from '../words/furniture.json' with { type: 'json' }

/** Whole lines, in lower case, without what stands after their last letter. */
const wholeLines: ReadonlySet<string> = new Set(words.lines)
const mailAddress = /[\w.+-]+@[\w-]+(?:\.[\w-]+)+/u
/** More words around an address say more than whose it is. */
const longestLabel = 5
const emphasis = /^[*_]+/u
const longestContact = 100
const longestLine = 200
const longestClosing = 300
const longestReadOn = 20_000

/** Whether a whole line is no part of the digest. */
export function isFurniture(text: string): boolean {
  if (text.length > longestLine) return false
  const line = text.toLowerCase().replaceAll('’', "'")
  const plain = withoutMarks(line)
  const unmarked = line.replace(emphasis, '')
  return (
    wholeLines.has(plain) ||
    leadsOn(text) ||
    isAdvertLabel(text) ||
    linePatterns.some((pattern) => pattern.test(line) || pattern.test(plain)) ||
    isContact(text) ||
    // A field of a mail has a capital; `aan: wie mee wil` goes on with a sentence.
    words.beginnings.some(
      (start) => unmarked.startsWith(start) && !(start.endsWith(': ') && /^\p{Ll}/u.test(text)),
    )
  )
}

/** Whether a line is the address of somebody, with no more than whose it is. */
export function isContact(text: string): boolean {
  if (text.length > longestContact || !mailAddress.test(text)) return false
  const words = text.replace(mailAddress, '').match(/\p{L}+/gu) ?? []
  return words.length <= longestLabel
}

/** Whether a text says something of the letter itself, or says goodbye: such texts stand below the last item. */
export function isClosing(text: string): boolean {
  return text.length <= longestClosing && closingPatterns.some((pattern) => pattern.test(text))
}

/** Whether a line says no more than that what stands below it is paid for. */
export function isAdvertLabel(text: string): boolean {
  return text.length <= longestContact && words.adverts.includes(withoutMarks(text.toLowerCase()))
}

/** Whether words lead on to the whole text, which nothing here opens. */
export function leadsOn(text: string): boolean {
  return text.length <= longestContact && words.readOn.includes(withoutMarks(text.toLowerCase()))
}

function withoutMarks(line: string): string {
  let start = 0
  let end = line.length
  while (end > 0 && !/\p{L}/u.test(line.charAt(end - 1))) end -= 1
  while (start < end && /[^\p{L}\p{N}©]/u.test(line.charAt(start))) start += 1
  return line.slice(start, end)
}

const addressAtEnd = /(?<=[\s:(<])(https?:\/\/[^\s<>()]+)[)>]?[.)]?$/u
const lastSentence = /(?:.*[.!?…]["’”)]*\s)?/su
const ledBy = /\s(?:at|hier|here|on|op|via)[\s:(<]*$/iu

/** Cuts `Lees verder: https://…` from the end of a line; `kept` is empty for a line of nothing else. */
export function cutReadOnAddress(
  text: string,
): { readonly kept: string; readonly address: string; readonly quote: string } | null {
  const found = addressAtEnd.exec(text)
  if (found === null || text.length > longestReadOn) return null
  const before = text.slice(0, found.index)
  const [kept = ''] = lastSentence.exec(before) ?? []
  const words = before.slice(kept.length)
  if (words.length > longestContact || !leadsOn(words.replace(ledBy, ''))) return null
  return { kept: kept.trim(), address: found[1] ?? '', quote: text.slice(kept.length) }
}

const readOn = 'Lees verder'
/** A short name behind the last sentence, where a source stands: words with capitals. */
const endsAsSource =
  /[.!?…]['’”"»)]*\s\p{Lu}[^\s.!?…]*(?:\s(?:[\p{Lu}\d&][^\s.!?…]*|van|de|der|den|het|en)){0,3}$/u

/** Cuts the link `Lees verder` out of a line: it may end a text, or have the next heading glued to it. */
export function cutReadOn(
  text: string,
): { readonly kept: readonly string[]; readonly quote: string } | null {
  const start = text.lastIndexOf(readOn)
  if (start === -1) return null
  const before = text.slice(0, start).trim()
  const mark = /^\s?(?:[»>→…›]|\.{3})/u.exec(text.slice(start + readOn.length))?.[0] ?? ''
  const after = text.slice(start + readOn.length + mark.length).trim()
  const apart = /\s?[|·]$/u.exec(before)
  const isApart =
    apart !== null || before.endsWith(')') || (after === '' && endsAsSource.test(before))
  if (before !== '' && !endsAsSentence(before) && !isApart) return null
  if (after !== '' && !(isShort({ text: after }) && /^[^\p{Ll}\s.,;:_*~–-]/u.test(after)))
    return null
  return {
    kept: [before.slice(0, apart?.index), after].filter((part) => part !== ''),
    quote: readOn + mark.trim(),
  }
}
