// An EPUB → a document: what its contents call a section is one, and each page is an item.
import {
  isWorded,
  wordsOf,
  type Block,
  type DocumentWithPictures,
  type HeadingLevel,
  type WordedBlock,
} from '#core/document/source-document'
import { Refusal } from '#core/edition/rejection'
import { openZip, type ZipArchive } from '../packages/zip-archive.ts'
import { decodeMarkup } from './decode-text.ts'
import { createDocumentBuilder } from './document-builder.ts'
import { readNavigation, readNcx, type NavigationEntry } from './epub-navigation.ts'
import { readPackage, resolveIn, type EpubPackage, type EpubPage } from './epub-package.ts'
import { joinDocuments, type DocumentPart } from './join-documents.ts'
import { writeHtml } from './read-html.ts'
import { plainText, xhtmlAsHtml } from './read-xml.ts'

const chapterLevel = 2
/** Pages around the text, by the whole name of their file: `cover-story` is a chapter. */
const furnitureName =
  /^(?:\d+[_-])?(?:(?:cover|toc|contents|nav)(?:[_-]?page)?|title[_-]?page)[_-]?\d*$/iu
/** And by what the contents call them. */
const furnitureTitles = new Set([
  'cover',
  'contents',
  'table of contents',
  'title page',
  'omslag',
  'inhoud',
  'inhoudsopgave',
  'titelpagina',
  'inhalt',
  'inhaltsverzeichnis',
  'titelseite',
  'couverture',
  'sommaire',
  'table des matières',
  'page de titre',
])

/**
 * Throws a `Refusal`: 'locked-epub' for a book with a lock on it, 'not-an-epub' for what is no book, and those of our rules
 * for archives.
 */
export async function readEpub(bytes: Uint8Array): Promise<DocumentWithPictures> {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  if (buffer.length === 0) throw new Refusal('empty')
  if (buffer.toString('latin1', 0, 2) !== 'PK') throw new Refusal('not-an-epub')
  const archive = await openZip(buffer, { exact: false, skipFolders: true })
  try {
    return await readArchive(archive)
  } finally {
    archive.close()
  }
}

async function readArchive(archive: ZipArchive): Promise<DocumentWithPictures> {
  const book = await readPackage(archive)
  const contents = await contentsOf(book)
  // Contents of more levels do not say which of them are items.
  const isDeep = contents.some(({ depth }) => depth > chapterLevel)
  const byPage = new Map<string, NavigationEntry[]>()
  for (const entry of contents) {
    const own = byPage.get(entry.page)
    if (own === undefined) byPage.set(entry.page, [entry])
    else own.push(entry)
  }
  const parts: DocumentPart[] = []
  let level: HeadingLevel = chapterLevel
  for (const page of book.pages) {
    const html = xhtmlAsHtml(decodeMarkup(await page.entry.read(), null))
    const document = await documentOfPage(html, page, archive)
    const entries = byPage.get(page.name) ?? []
    if (isFurniture(page, entries, book)) {
      parts.push({ heading: null, document: asFurniture(document) })
      continue
    }
    const chapters: DocumentPart[] =
      entries.length > 0
        ? chaptersOf(document, entries, isDeep)
        : chapterWithoutEntry(document, html, contents, level)
    level = chapters.at(-1)?.heading?.level ?? level
    parts.push(...chapters)
  }
  const read = joinDocuments(parts, {
    ...book.stated,
    ...(isDeep ? {} : { itemLevel: chapterLevel }),
  })
  if (!read.document.blocks.some(isWorded)) throw new Refusal('empty')
  return read
}

async function contentsOf({ navigation, ncx }: EpubPackage): Promise<NavigationEntry[]> {
  const read =
    navigation === null
      ? []
      : readNavigation(decodeMarkup(await navigation.read(), null), navigation.name)
  if (read.length > 0 || ncx === null) return read
  return readNcx(decodeMarkup(await ncx.read(), null), ncx.name)
}

const pictureSource = /<img\s[^<>]*?src\s?=\s?["']([^"'<>]+)/giu

async function documentOfPage(
  html: string,
  { name }: EpubPage,
  { entries }: ZipArchive,
): Promise<DocumentWithPictures> {
  const pictures = new Map<string, Uint8Array>()
  for (const [, source = ''] of html.matchAll(pictureSource)) {
    const place = resolveIn(name, plainText(source))
    const entry = entries.find((one) => one.name === place)
    if (entry !== undefined && !pictures.has(place)) pictures.set(place, await entry.read())
  }
  const builder = createDocumentBuilder('apart')
  writeHtml(html, builder, {
    findPicture: (source) => pictures.get(resolveIn(name, source)) ?? null,
  })
  return builder.finish()
}

function isFurniture(
  page: EpubPage,
  entries: readonly NavigationEntry[],
  { furniture }: EpubPackage,
): boolean {
  const stem = page.name.replace(/^.*\//u, '').replace(/\.[^.]*$/u, '')
  return (
    // What the contents name is to be read, wherever it stands.
    (page.isAside && entries.length === 0) ||
    furniture.has(page.name) ||
    furnitureName.test(stem) ||
    furnitureName.test(page.id) ||
    (entries.length > 0 && entries.every(({ title }) => furnitureTitles.has(title.toLowerCase())))
  )
}

/** A page that is left out, and told as one. */
function asFurniture({ document }: DocumentWithPictures): DocumentWithPictures {
  const quote = document.blocks.filter(isWorded).map(wordsOf).join('\n')
  const told = quote === '' ? [] : [{ line: 1, kind: 'furniture' as const, quote }]
  return { document: { ...document, blocks: [], leftOut: told }, pictures: [] }
}

/** A page cut where the contents have an entry for one of its headings; an entry for the page itself stands above it. */
function chaptersOf(
  { document, pictures }: DocumentWithPictures,
  entries: readonly NavigationEntry[],
  isDeep: boolean,
): DocumentPart[] {
  const { blocks } = document
  const headings = headingsOf(blocks)
  const isRubric = blocks.every((block) => block.kind === 'heading' || block.kind === 'picture')
  const cuts: { level: HeadingLevel; text: string; at: number; from: number }[] = []
  for (const [index, entry] of entries.entries()) {
    const start = cuts.at(-1)?.from ?? 0
    const [found = -1] = namesOf(entry.title).flatMap((name) => nextFrom(start, headings.get(name)))
    const level = levelOf(entry, isRubric || isDeep)
    const heading = blocks[found]
    if (heading !== undefined && isWorded(heading))
      cuts.push({ level, text: onOneLine(heading), at: found, from: found + 1 })
    else if (index === 0 || (start === 0 && entry.depth > (entries[index - 1]?.depth ?? 0)))
      cuts.push({ level, text: entry.title, at: start, from: start })
  }
  const [first] = cuts
  const before =
    first === undefined || first.at === 0 ? [] : [{ heading: null, from: 0, at: first.at }]
  const parts = [
    ...before.map(({ at }) => ({ heading: null, own: blocks.slice(0, at) })),
    ...cuts.map(({ level, text, from }, index) => ({
      heading: { level, text },
      own: blocks.slice(from, cuts[index + 1]?.at ?? blocks.length),
    })),
  ]
  return parts.map(({ heading, own }, index) => ({
    heading,
    document: {
      document: {
        ...document,
        blocks: fromLineOne(own),
        leftOut: index === 0 ? document.leftOut : [],
      },
      pictures: index === 0 ? pictures : [],
    },
  }))
}

/** Sections are those with entries of their own, and pages with nothing but a heading. */
function levelOf({ depth, hasChildren }: NavigationEntry, isByDepth: boolean): HeadingLevel {
  const level = hasChildren || isByDepth ? depth : Math.max(chapterLevel, depth)
  return Math.min(6, level) as HeadingLevel
}

/** The places of headings by each of their names. */
function headingsOf(blocks: readonly Block[]): Map<string, number[]> {
  const places = new Map<string, number[]>()
  for (const [at, block] of blocks.entries()) {
    if (block.kind !== 'heading') continue
    for (const name of namesOf(wordsOf(block))) {
      const own = places.get(name)
      if (own === undefined) places.set(name, [at])
      else own.push(at)
    }
  }
  return places
}

function onOneLine(block: WordedBlock): string {
  return wordsOf(block).replaceAll('\n', ' ')
}

/** Its letters and digits alone, and the same without its number: contents and headings need not both have that. */
function namesOf(title: string): string[] {
  const name = folded(title)
  const bare = folded(title.replace(/^\s*\d{1,3}(?:\.\d{1,3})*[.):]?\s/u, ''))
  return bare === name || bare === '' ? [name] : [name, bare]
}

/** One place, or none. Those before the start are taken away. */
function nextFrom(start: number, places: number[] = []): number[] {
  while ((places[0] ?? start) < start) places.shift()
  return places.slice(0, 1)
}

function folded(words: string): string {
  return words.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '')
}

/** In a book without contents each page is a chapter; in one with, such a page goes on with the chapter before it. */
function chapterWithoutEntry(
  { document, pictures }: DocumentWithPictures,
  html: string,
  contents: readonly NavigationEntry[],
  level: HeadingLevel,
): DocumentPart[] {
  const [first] = document.blocks
  const title = plainText(/<title[^<>]*>([^<]*)<\/title>/iu.exec(html)?.[1] ?? '')
  if (contents.length > 0 && first?.kind !== 'heading')
    return [{ heading: null, below: level, document: { document, pictures } }]
  const text = first?.kind === 'heading' ? onOneLine(first) : title
  const entry = { title: text, page: '', depth: 1, hasChildren: false }
  return document.blocks.length === 0 ? [] : chaptersOf({ document, pictures }, [entry], false)
}

function fromLineOne(blocks: readonly Block[]): Block[] {
  const shift = (blocks[0]?.line ?? 1) - 1
  return blocks.map((block): Block => ({ ...block, line: block.line - shift }))
}
