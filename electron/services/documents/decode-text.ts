// Bytes → text, without guessing.
import { Refusal } from '#core/edition/rejection'

const [lineFeed, carriageReturn] = [10, 13]

/** Whether lines end in a carriage return alone, as on old Macs, as far as these bytes tell. */
export function hasOldLines(bytes: Uint8Array): boolean {
  return bytes.includes(carriageReturn) && !bytes.includes(lineFeed)
}

/** As many bytes, with a line feed for each carriage return. */
export function withLineFeeds(bytes: Uint8Array): Uint8Array {
  return bytes.map((byte) => (byte === carriageReturn ? lineFeed : byte))
}

/** `utf-16` goes by the mark at the beginning; without one it is little-endian. */
export const textEncodings = ['utf-8', 'utf-16', 'utf-16le', 'utf-16be', 'windows-1252'] as const
export type TextEncoding = (typeof textEncodings)[number]

/** What Windows-1252 has at 0x80 to 0x9F; all else is as in Latin-1. Five places are empty and stay control characters. */
const windowsCharacters = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008DŽ\u008F\u0090‘’“”•–—˜™š›œ\u009DžŸ'

/**
 * The text in these bytes. A mark at the beginning decides between UTF-8 and UTF-16; without one it is UTF-8.
 * Windows-1252 fits any bytes, so it is taken only when somebody says so.
 *
 * @param encoding what the reader chose, or null
 * @returns the text without its mark; throws a `Refusal` 'not-utf-8' (Windows-1252 may then be offered) or
 *   'not-utf-16', also for one wrong byte or half a character, and 'binary' for what is no UTF-8 and has a NUL, which
 *   no text in Windows-1252 has
 */
export function decodeText(bytes: Uint8Array, encoding: TextEncoding | null): string {
  switch (encoding ?? markedEncoding(bytes)) {
    case 'utf-8':
      return decodeStrictly(bytes, 'utf-8')
    case 'utf-16':
      return decodeText(bytes, markedEncoding(bytes) === 'utf-16be' ? 'utf-16be' : 'utf-16le')
    case 'utf-16le':
      return decodeStrictly(bytes, 'utf-16le')
    case 'utf-16be':
      return decodeStrictly(swapPairs(bytes), 'utf-16le')
    case 'windows-1252':
      return decodeWindows(bytes)
  }
}

/** So far a page may say in which encoding it is. */
const longestHead = 4_096
const declaration =
  /<meta\s[^<>]{0,200}?charset\s?=\s?["']?([\w.:-]{1,40})|^\s*<\?xml[^<>]{0,100}encoding\s?=\s?["']([\w.:-]{1,40})/iu

/**
 * The text of a web page or of XML: by its mark, then as it declares, then as the reader chose, then as UTF-8. What it declares
 * is not used when it is unknown, or UTF-8 that it is not. Throws as `decodeText` does.
 * @param stated what the file says in which the page stands; it goes before what the page declares
 */
export function decodeMarkup(
  bytes: Uint8Array,
  encoding: TextEncoding | null,
  stated: string | null = null,
): string {
  const head = Buffer.from(bytes.subarray(0, longestHead)).toString('latin1')
  const [, inMeta, inXml] = declaration.exec(head) ?? []
  const decoder = decoderOf(stated ?? inMeta ?? inXml)
  const isMarked = markedEncoding(bytes) !== 'utf-8' || head.startsWith('ï»¿')
  if (isMarked || decoder === null) return decodeText(bytes, isMarked ? null : encoding)
  return decoder === 'windows-1252' ? decodeWindows(bytes) : decoder.decode(bytes)
}

/** UTF-8 that was cut off, without the character that it ends within and the line end that a parser put behind it. */
export function withoutHalfCharacter(cut: Uint8Array): Uint8Array {
  const isWord = (byte: number): boolean => byte !== lineFeed && byte !== carriageReturn
  const bytes = cut.subarray(0, cut.findLastIndex(isWord) + 1)
  const start = bytes.findLastIndex((byte) => byte < 0x80 || byte >= 0xc0)
  const [first = 0, length] = [bytes[start], bytes.length - start]
  const whole = first >= 0xf0 ? 4 : first >= 0xe0 ? 3 : first >= 0xc0 ? 2 : 1
  return length < whole ? bytes.subarray(0, start) : bytes
}

/** Null for UTF-8 and UTF-16, which need no declaration, and for what is unknown. Latin-1 is Windows-1252 on the web. */
function decoderOf(
  label: string | undefined,
): 'windows-1252' | InstanceType<typeof TextDecoder> | null {
  try {
    const decoder = new TextDecoder(label ?? 'utf-8')
    if (decoder.encoding.startsWith('utf-')) return null
    return decoder.encoding === 'windows-1252' ? 'windows-1252' : decoder
  } catch {
    return null
  }
}

function markedEncoding(bytes: Uint8Array): TextEncoding {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le'
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be'
  return 'utf-8'
}

function decodeStrictly(bytes: Uint8Array, encoding: 'utf-8' | 'utf-16le'): string {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes)
  } catch {
    if (encoding === 'utf-16le') throw new Refusal('not-utf-16')
    throw new Refusal(bytes.includes(0) ? 'binary' : 'not-utf-8')
  }
}

function swapPairs(bytes: Uint8Array): Uint8Array {
  if (bytes.length % 2 !== 0) throw new Refusal('not-utf-16')
  return Buffer.from(bytes).swap16()
}

/** Written out here: some releases of Node take Latin-1 for it. */
function decodeWindows(bytes: Uint8Array): string {
  const latin = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1')
  return latin.replace(
    /[\u0080-\u009F]/gu,
    (character) => windowsCharacters[character.charCodeAt(0) - 0x80] ?? character,
  )
}
