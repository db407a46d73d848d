// A dictionary of StarDict: `.ifo` says what it is, `.idx` lists the words with their places, `.dict` holds the articles.
// Source of the format: StarDictFileFormat, version 2.4.2 and 3.0.0.
import { isUsable, readArticle, type DictionaryContent } from '#core/lookup/dictionary-content'

export interface StarDictFiles {
  readonly ifo: string
  /** Unpacked. */
  readonly idx: Uint8Array
  /** Unpacked. */
  readonly dict: Uint8Array
}

/** Kinds of article that are a text; those in `marked` have tags. */
const texts = 'mltygxkwhn'
const marked = 'gxkhw'

/** Null when it is no dictionary of StarDict, or no word of it has an article in text. */
export function readStarDict({ ifo, idx, dict }: StarDictFiles): DictionaryContent | null {
  const [title, ...lines] = ifo.split(/\r?\n/u)
  if (title?.trim() !== "StarDict's dict ifo file") return null
  const said = new Map(lines.map((line) => [before(line, '='), after(line, '=')]))
  const offsetBytes = said.get('idxoffsetbits') === '64' ? 8 : 4
  const kinds = said.get('sametypesequence') ?? ''
  const articles = indexed(idx, offsetBytes)
    .map(({ headword, from, size }) => {
      const bytes = dict.subarray(from, from + size)
      return readArticle(headword, kinds === '' ? eachKind(bytes) : sameKinds(bytes, kinds))
    })
    .filter(isUsable)
  const name = said.get('bookname')?.trim() ?? ''
  return articles.length === 0 ? null : { name: name === '' ? null : name, articles }
}

function before(line: string, sign: string): string {
  return line.split(sign, 1)[0]?.trim() ?? ''
}

function after(line: string, sign: string): string {
  return line.slice(line.indexOf(sign) + 1).trim()
}

interface Indexed {
  readonly headword: string
  readonly from: number
  readonly size: number
}

/** Words end in a zero byte; an offset and a size follow, the most significant byte first. */
function indexed(idx: Uint8Array, offsetBytes: 4 | 8): readonly Indexed[] {
  const decoder = new TextDecoder('utf-8')
  const view = new DataView(idx.buffer, idx.byteOffset, idx.byteLength)
  const found: Indexed[] = []
  let start = 0
  for (;;) {
    const end = idx.indexOf(0, start)
    const next = end + 1 + offsetBytes + 4
    if (end < 0 || next > idx.length) return found
    const from = offsetBytes === 4 ? view.getUint32(end + 1) : Number(view.getBigUint64(end + 1))
    const headword = decoder.decode(idx.subarray(start, end))
    found.push({ headword, from, size: view.getUint32(end + 1 + offsetBytes) })
    start = next
  }
}

/** Each part begins with its kind. One in a small letter ends in a zero byte, one in a capital begins with its size. */
function eachKind(bytes: Uint8Array): string {
  const parts: string[] = []
  let at = 0
  while (at < bytes.length) {
    const kind = String.fromCharCode(bytes[at] ?? 0)
    const { from, to } = part(bytes, kind, at + 1, false)
    parts.push(textOf(bytes.subarray(from, to), kind))
    at = to + (isText(kind) ? 1 : 0)
  }
  return parts.join('\n')
}

/** The kinds are the same for every word, and the last part has neither a zero byte nor a size. */
function sameKinds(bytes: Uint8Array, kinds: string): string {
  const parts: string[] = []
  let at = 0
  for (const [index, kind] of [...kinds].entries()) {
    const { from, to } = part(bytes, kind, at, index === kinds.length - 1)
    parts.push(textOf(bytes.subarray(from, to), kind))
    at = to + (isText(kind) ? 1 : 0)
  }
  return parts.join('\n')
}

function part(
  bytes: Uint8Array,
  kind: string,
  at: number,
  isLast: boolean,
): { from: number; to: number } {
  if (isLast) return { from: at, to: bytes.length }
  if (isText(kind)) {
    const end = bytes.indexOf(0, at)
    return { from: at, to: end < 0 ? bytes.length : end }
  }
  if (at + 4 > bytes.length) return { from: bytes.length, to: bytes.length }
  const size = new DataView(bytes.buffer, bytes.byteOffset + at, 4).getUint32(0)
  return { from: at + 4, to: Math.min(at + 4 + size, bytes.length) }
}

function isText(kind: string): boolean {
  return kind === kind.toLowerCase()
}

/** Empty for a sound or a picture. Of a marked text the tags are left out; those that end a line end one. */
function textOf(bytes: Uint8Array, kind: string): string {
  if (!texts.includes(kind)) return ''
  const text = new TextDecoder('utf-8').decode(bytes)
  if (!marked.includes(kind)) return text
  return text
    .replaceAll(/<(?:br|\/?p|\/?div|\/?li|\/?tr|\/?h\d)\b[^<>]{0,200}>/giu, '\n')
    .replaceAll(/<[^<>]{0,500}>/gu, '')
    .replaceAll(/&(lt|gt|amp|quot|apos|nbsp);/gu, (_, name: string) => entities[name] ?? '')
}

const entities: Readonly<Record<string, string>> = {
  ...{ lt: '<', gt: '>', amp: '&', quot: '"', apos: "'", nbsp: ' ' },
}
