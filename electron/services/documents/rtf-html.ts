// HTML that Outlook keeps within RTF (MS-OXRTFEX), taken out again.
import { decoderFor } from './mail-headers.ts'

const token =
  /\\(?:([a-z]{1,32})(-?\d{1,10})? ?|'([0-9a-f]{2})|([^a-z]))|([{}])|[\r\n]+|([^\\{}\r\n]+)/giu

/** Groups that hold no text. */
const silent = new Set([
  'fonttbl',
  'colortbl',
  'stylesheet',
  'info',
  'pict',
  'object',
  'header',
  'footer',
])
const signs: Readonly<Record<string, string>> = {
  par: '\r\n',
  line: '\r\n',
  tab: '\t',
  lquote: '&lsquo;',
  rquote: '&rsquo;',
  ldblquote: '&ldquo;',
  rdblquote: '&rdquo;',
  bullet: '&bull;',
  endash: '&ndash;',
  emdash: '&mdash;',
}

/** Code pages of Windows whose encoding is not called by their number. */
const encodings: Readonly<Record<string, string>> = {
  932: 'shift_jis',
  936: 'gbk',
  949: 'euc-kr',
  950: 'big5',
}

interface Group {
  readonly isSilent: boolean
  readonly isSuppressed: boolean
  /** How many letters stand behind a character of Unicode for programs that know none. */
  readonly letters: number
}

/** The HTML; null for RTF that was not made of HTML. */
export function htmlInRtf(rtf: string): string | null {
  if (!/^\{\\rtf1[^{}]{0,200}\\fromhtml1/u.test(rtf)) return null
  const page = /\\ansicpg(\d{3,5})/u.exec(rtf)?.[1] ?? '1252'
  const decoder =
    page === '65001' ? new TextDecoder() : decoderFor(encodings[page] ?? `windows-${page}`)
  const groups: Group[] = []
  const parts: string[] = []
  let group: Group = { isSilent: false, isSuppressed: false, letters: 1 }
  let isStarred = false
  let skipped = 0
  let bytes: number[] = []
  const flush = (): void => {
    if (bytes.length > 0) parts.push(decoder.decode(Uint8Array.from(bytes)))
    bytes = []
  }
  const write = (text: string): void => {
    if (group.isSilent || group.isSuppressed) return
    flush()
    parts.push(text)
  }
  for (const [, word, digits, hex, sign, brace, text] of rtf.matchAll(token)) {
    if (brace === '{') groups.push(group)
    else if (brace === '}') group = groups.pop() ?? group
    else if (hex !== undefined) {
      if (skipped > 0) skipped -= 1
      else if (!group.isSilent && !group.isSuppressed) bytes.push(Number.parseInt(hex, 16))
    } else if (text !== undefined) {
      write(text.slice(skipped))
      skipped = Math.max(0, skipped - text.length)
    } else if (sign !== undefined) {
      if (sign === '*') isStarred = true
      else if (sign === '~') write('&nbsp;')
      else if ('\\{}'.includes(sign)) write(sign)
    } else if (word !== undefined) {
      const number = digits === undefined ? null : Number(digits)
      if (word === 'htmlrtf') group = { ...group, isSuppressed: number !== 0 }
      else if (silent.has(word) || (isStarred && !word.startsWith('htmltag')))
        group = { ...group, isSilent: true }
      else if (word === 'uc') group = { ...group, letters: number ?? 1 }
      else if (word === 'u' && number !== null) {
        write(String.fromCharCode((number + 65_536) % 65_536))
        skipped = group.letters
      } else if (signs[word] !== undefined) write(signs[word])
      isStarred = false
    }
  }
  flush()
  return parts.join('')
}
