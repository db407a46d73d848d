// An EPUB → a document: what its contents call a section is one, and each page is an item.
import {
  isWorded,
  wordsOf,
  type DocumentWithPictures,
  type HeadingLevel,
} from '#core/document/source-document'
import { Refusal } from '#core/edition/rejection'
import { openZip, type ZipArchive } from '../packages/zip-archive.ts'
import { decodeMarkup } from './decode-text.ts'
import { createDocumentBuilder } from './document-builder.ts'
import { chapterLevel, chaptersOf, chapterWithoutEntry } from './epub-chapters.ts'
import { readNavigation, readNcx, type NavigationEntry } from './epub-navigation.ts'
import { readPackage, resolveIn, type EpubPackage, type EpubPage } from './epub-package.ts'
import { joinDocuments, type DocumentPart } from './join-documents.ts'
import { writeHtml } from './read-html.ts'
import { plainText, xhtmlAsHtml } from './read-xml.ts'

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

const pictureSource = /<(?:img\s[^<>]*?src|image\s[^<>]*?href)\s?=\s?["']([^"'<>]+)/giu

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
