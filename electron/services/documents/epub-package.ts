// What an EPUB says of itself: its title and date, and which of its files are its text, in order.
import path from 'node:path/posix'
import { dayOf } from '#core/document/stated-date'
import { nothingStated, type Stated } from '#core/document/source-document'
import { Refusal } from '#core/edition/rejection'
import type { ZipArchive, ZipEntry } from '../packages/zip-archive.ts'
import { decodeMarkup } from './decode-text.ts'
import { attributeOf, elementsIn, firstIn, readXml, textOf, type XmlElement } from './read-xml.ts'

export interface EpubPage {
  /** Its name in the archive. */
  readonly name: string
  readonly id: string
  readonly entry: ZipEntry
  /** Outside the order of reading, as notes and answers are. */
  readonly isAside: boolean
}

export interface EpubPackage {
  readonly stated: Stated
  readonly pages: readonly EpubPage[]
  /** Of EPUB 3, and of 2; null for none. */
  readonly navigation: ZipEntry | null
  readonly ncx: ZipEntry | null
  /** The pages that the book itself calls cover, title page or contents. */
  readonly furniture: ReadonlySet<string>
}

const fontLocks = new Set(['http://www.idpf.org/2008/embedding', 'http://ns.adobe.com/pdf/enc#RC'])
const encryptionMethod = /<(?:\w{1,20}:)?EncryptionMethod\s[^<>]*/gu

/** Throws a `Refusal`: 'locked-epub', or 'not-an-epub'. */
export async function readPackage(archive: ZipArchive): Promise<EpubPackage> {
  const files = new Map(archive.entries.map((entry) => [entry.name, entry]))
  await checkLocks(files)
  const container = await readFile(files.get('META-INF/container.xml'), 'container')
  const rootFile = firstIn(container, 'rootfiles', 'rootfile')
  const name = rootFile === null ? '' : attributeOf(rootFile, 'full-path')
  const opf = await readFile(files.get(name), 'package')
  if (opf === null) throw new Refusal('not-an-epub')
  const items = elementsIn(firstIn(opf, 'manifest'), 'item').map((item) => ({
    id: attributeOf(item, 'id'),
    name: resolveIn(name, attributeOf(item, 'href')),
    type: attributeOf(item, 'media-type'),
    properties: attributeOf(item, 'properties').split(' '),
  }))
  const byId = new Map(items.map((item) => [item.id, item]))
  const spine = firstIn(opf, 'spine')
  const references = elementsIn(spine, 'itemref').map((reference) => ({
    id: attributeOf(reference, 'idref'),
    isAside: attributeOf(reference, 'linear') === 'no',
  }))
  const inOrder = new Set(references.flatMap(({ id, isAside }) => (isAside ? [] : [id])))
  const seen = new Set<string>()
  const pages = references.flatMap(({ id, isAside }): EpubPage[] => {
    // What stands in the order of reading too is read there.
    if (isAside && inOrder.has(id)) return []
    const item = byId.get(id)
    const entry = files.get(item?.name ?? '')
    // A page is read once, however often the book names it.
    const isRead = item === undefined || seen.has(item.name)
    if (isRead || entry === undefined || !/html/iu.test(item.type)) return []
    seen.add(item.name)
    return [{ name: item.name, id, entry, isAside }]
  })
  const nav = items.find(({ properties }) => properties.includes('nav'))
  const ncx =
    byId.get(spine === null ? '' : attributeOf(spine, 'toc')) ??
    items.find(({ type }) => type === 'application/x-dtbncx+xml')
  const guide = elementsIn(firstIn(opf, 'guide'), 'reference')
  return {
    stated: statedBy(firstIn(opf, 'metadata')),
    pages,
    navigation: files.get(nav?.name ?? '') ?? null,
    ncx: files.get(ncx?.name ?? '') ?? null,
    furniture: new Set([
      ...(nav === undefined ? [] : [nav.name]),
      ...guide
        .filter((one) => /^(?:cover|title-?page|toc)$/iu.test(attributeOf(one, 'type')))
        .map((one) => resolveIn(name, attributeOf(one, 'href'))),
    ]),
  }
}

/** The name in the archive of what a file refers to; without what stands behind `#`. */
export function resolveIn(from: string, reference: string): string {
  const [place = ''] = reference.split(/[?#]/u)
  try {
    return path.join(path.dirname(from), decodeURIComponent(place))
  } catch {
    return path.join(path.dirname(from), place)
  }
}

async function readFile(
  entry: ZipEntry | undefined,
  root: 'container' | 'package',
): Promise<XmlElement | null> {
  return entry === undefined ? null : readXml(decodeMarkup(await entry.read(), null), root)
}

/** Fonts may be made unreadable to other programs; everything else that is, is a lock. */
async function checkLocks(files: ReadonlyMap<string, ZipEntry>): Promise<void> {
  if (files.has('META-INF/rights.xml') || files.has('META-INF/sinf.xml'))
    throw new Refusal('locked-epub')
  const encryption = files.get('META-INF/encryption.xml')
  if (encryption === undefined) return
  const methods = decodeMarkup(await encryption.read(), null).match(encryptionMethod) ?? []
  const isLocked = methods.some((method) => {
    return !fontLocks.has(/Algorithm\s?=\s?["']([^"']*)/u.exec(method)?.[1] ?? '')
  })
  if (isLocked) throw new Refusal('locked-epub')
}

function statedBy(metadata: XmlElement | null): Stated {
  const metas = elementsIn(metadata, 'meta')
  const series =
    metas.find((meta) => attributeOf(meta, 'property') === 'belongs-to-collection') ?? null
  const calibre = metas.find((meta) => attributeOf(meta, 'name') === 'calibre:series')
  const name = textOf(series) || (calibre === undefined ? '' : attributeOf(calibre, 'content'))
  const dates = elementsIn(metadata, 'date').filter((date) => {
    return ['', 'publication', 'issued'].includes(attributeOf(date, 'event'))
  })
  const [language] = elementsIn(metadata, 'language')
  const code = /^([a-z]{2})(?:[-_]|$)/iu.exec(textOf(language ?? null))?.[1]
  return {
    ...nothingStated,
    titles: elementsIn(metadata, 'title')
      .map((title) => ({ text: textOf(title), from: 'package' as const }))
      .filter(({ text }) => text !== ''),
    date: dates.map((date) => dayOf(textOf(date))).find((date) => date !== null) ?? null,
    series: name === '' ? null : name,
    language: code?.toLowerCase() ?? null,
  }
}
