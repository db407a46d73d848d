// A Word file → blocks.
import mammoth from 'mammoth'
import { Refusal } from '#core/edition/rejection'
import { openZip, type ZipArchive } from '../packages/zip-archive.ts'
import type { DocumentWithPictures, SourceDocument } from '#core/document/source-document'
import { documentText } from '#core/document/source-document'
import { readHtml } from './read-html.ts'
import { headingStyles } from './word-styles.ts'

/**
 * The text of a Word file, with its title, headings, lists, links and embedded images. mammoth gives HTML, which is read as
 * a web page from a stranger would be and never shown. It sees only what our own rules for zip archives let through; time
 * and memory are the cage's. Throws a `Refusal`.
 */
export async function readDocx(bytes: Uint8Array): Promise<DocumentWithPictures> {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  if (buffer.length === 0) throw new Refusal('empty')
  // What older programs made, or what has a password, is no damaged archive.
  if (buffer.toString('latin1', 0, 2) !== 'PK') throw new Refusal('not-a-word-file')
  const archive = await openZip(buffer, { exact: false })
  try {
    await checkArchive(archive)
    const files = filesFor(archive)
    const headings = headingStyles(String(await files.read('word/styles.xml', 'utf8')))
    // Mammoth counts anew behind each break of a list.
    const { document, pictures } = readHtml(await htmlOf(files, headings), { hasNumbers: false })
    const leftOut = [...(await readAround(archive)), ...document.leftOut]
    return { document: { ...document, leftOut }, pictures }
  } finally {
    archive.close()
  }
}

/** Unpacks every file once, so that nothing in it is larger than it says when mammoth asks for it. */
async function checkArchive({ entries }: ZipArchive): Promise<void> {
  if (!entries.some(({ name }) => name === '[Content_Types].xml')) {
    throw new Refusal('not-a-word-file')
  }
  for (const entry of entries) await entry.read()
}

/** In points; Word has halves. */
const sizes = Array.from({ length: 133 }, (_, at) => 6 + at / 2)
const nameOfSize = (size: number): string => `size ${String(size)}`

/** An element as mammoth reads it, as far as it counts here. */
interface WordElement {
  readonly type: string
  readonly children?: readonly WordElement[]
  readonly styleId?: string | null
  readonly styleName?: string | null
  readonly fontSize?: number | null
}

/**
 * Styles are all that mammoth turns into HTML. Sizes become styles, since many set headings as large text, and texts as small headings;
 * headings of any name become those of Word.
 */
function withStyles(element: WordElement, headings: ReadonlyMap<string, number>): WordElement {
  const { type, children, styleId, styleName = null, fontSize } = element
  const size = type === 'run' && styleName === null ? fontSize : null
  const level = type === 'paragraph' ? headings.get(styleId ?? '') : undefined
  return {
    ...element,
    ...(children === undefined
      ? {}
      : { children: children.map((child) => withStyles(child, headings)) }),
    ...(size != null && sizes.includes(size) ? { styleName: nameOfSize(size) } : {}),
    ...(level === undefined ? {} : { styleName: `Heading ${String(level)}` }),
  }
}

const options = {
  externalFileAccess: false,
  includeEmbeddedStyleMap: false,
  // Word has a style for the title of a document, above its headings.
  styleMap: [
    "p[style-name='Title'] => h1:fresh",
    ...sizes.map(
      (size) => `r[style-name='${nameOfSize(size)}'] => span[style='font-size: ${String(size)}pt']`,
    ),
  ],
}

/** @param headings the levels of styles of paragraphs, by their ids */
async function htmlOf(
  file: WordFiles,
  headings: ReadonlyMap<string, number> = new Map(),
): Promise<string> {
  const input = { file } as unknown as Parameters<typeof mammoth.convertToHtml>[0]
  const transformDocument = (element: WordElement): WordElement => withStyles(element, headings)
  try {
    const made = await mammoth.convertToHtml(input, { ...options, transformDocument })
    return made.value.replace(wayBack, '')
  } catch (error) {
    if (error instanceof RangeError) throw error
    throw new Refusal('not-a-word-file')
  }
}

/** What mammoth puts behind each note at the end: a link to where it is called, and no word of the file. */
const wayBack = / ?<a href="#(?:footnote|endnote)-ref-[^"]*">↑<\/a>/gu

const rootEnd = /<\/w:(?:hdr|ftr|comments)>\s*$/u
/** The heads and feet of pages, and what somebody wrote in the margin. mammoth shows none of them. */
const partAround = /^word\/(header|footer|comments)\d*\.xml$/u

/**
 * Their words, each line once: they belong to every page and to no line of the text. What is wrong in one of them says nothing
 * of the text: its words are quoted as they stand there.
 */
async function readAround(archive: ZipArchive): Promise<SourceDocument['leftOut']> {
  const lines = new Map<string, 'around' | 'field'>()
  for (const { name, read } of archive.entries) {
    const part = partAround.exec(name)?.[1]
    const xml = part === undefined ? '' : (await read()).toString()
    if (!rootEnd.test(xml)) continue
    const text = await wordsOfPart(archive, name, xml)
    for (const line of text.split('\n')) {
      if (line !== '' && !lines.has(line)) lines.set(line, part === 'comments' ? 'field' : 'around')
    }
  }
  return [...lines].map(([quote, kind]) => ({ line: 1, kind, quote }))
}

async function wordsOfPart(archive: ZipArchive, name: string, xml: string): Promise<string> {
  try {
    return documentText(readHtml(await htmlOf(documentOf(archive, name, xml))).document)
  } catch (error) {
    if (!(error instanceof Refusal || error instanceof RangeError)) throw error
    return xml
      .replace(/<[^<>]*>/gu, ' ')
      .replace(/\s+/gu, ' ')
      .trim()
  }
}

interface WordFiles {
  exists(name: string): boolean
  read(name: string, encoding?: BufferEncoding): Promise<Buffer | string>
}

/** An archive in the form that mammoth makes of bytes. */
function filesFor({ entries }: ZipArchive): WordFiles {
  const byName = new Map(entries.map((entry) => [entry.name, entry]))
  return {
    exists: (name) => byName.has(name),
    async read(name, encoding) {
      const bytes = (await byName.get(name)?.read()) ?? Buffer.alloc(0)
      if (encoding === undefined) return bytes
      const text = bytes.toString(encoding)
      return encoding === 'base64' ? text : withAllWords(text)
    },
  }
}

/** A part around the text as a document of its own, with what belongs to it. */
function documentOf(archive: ZipArchive, name: string, part: string): WordFiles {
  const document = part
    .replace(/<w:(?:hdr|ftr|comments)(?=[\s>])/u, '<w:document')
    .replace(/<w:document(?:[^<>"']|"[^"<]*"|'[^'<]*')*>/u, '$&<w:body>')
    .replace(rootEnd, '</w:body></w:document>')
    .replace(/<\/?w:comment(?=[\s>])(?:[^<>"']|"[^"<]*"|'[^'<]*')*>/gu, '')
  const files = filesFor(archive)
  const ownName = (asked: string): string =>
    asked === 'word/_rels/document.xml.rels'
      ? name.replace(/^word\/(.*)$/u, 'word/_rels/$1.rels')
      : asked
  const isDocument = (asked: string): boolean => asked === 'word/document.xml'
  const isRoot = (asked: string): boolean => asked === '_rels/.rels'
  return {
    exists: (asked) => isDocument(asked) || (!isRoot(asked) && files.exists(ownName(asked))),
    read: (asked, encoding) =>
      isDocument(asked)
        ? Promise.resolve(withAllWords(document))
        : files.read(ownName(asked), encoding),
  }
}

/**
 * mammoth leaves out what stands in a field that Word keeps in one piece (a date, a number), in a turn of direction or in a
 * formula, and one of the two ways to break a line.
 */
function withAllWords(xml: string): string {
  return xml
    .replace(
      /<\/m:num>|<m:sup>|<\/?m:d>/gu,
      (tag) => `<w:r><w:t>${formulaSigns[tag] ?? ''}</w:t></w:r>`,
    )
    .replace(/<(\/?)m:([rt])(?=[\s>])/gu, '<$1w:$2')
    .replace(envelope, '')
    .replace(/<w:cr\s*\/>/gu, '<w:br/>')
}

/** What a formula shows by the place of its parts, as one writes it on a line: `1/2`, `c^2`, `f(x)`. */
const formulaSigns: Readonly<Record<string, string>> = {
  '</m:num>': '/',
  '<m:sup>': '^',
  '<m:d>': '(',
  '</m:d>': ')',
}

const envelope = /<\/?(?:w:(?:fldSimple|bdo|dir)(?=[\s/>])|m:)(?:[^<>"']|"[^"<]*"|'[^'<]*')*>/gu
