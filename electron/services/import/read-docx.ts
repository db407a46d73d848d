// A Word file → lines.
import mammoth from 'mammoth'
import { Refusal } from '#core/edition/rejection'
import { openZip, type ZipArchive } from '../packages/zip-archive.ts'
import type { ImportedText } from './imported-text.ts'
import { readHtml } from './read-html.ts'

/**
 * The text of a Word file, with its title, headings, lists, links and embedded images. mammoth gives HTML, which is read as
 * a web page from a stranger would be and never shown. It sees only what our own rules for zip archives let through; time
 * and memory are the cage's. Throws a `Refusal`.
 */
export async function readDocx(bytes: Uint8Array): Promise<ImportedText> {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  if (buffer.length === 0) throw new Refusal('empty')
  // What older programs made, or what has a password, is no damaged archive.
  if (buffer.toString('latin1', 0, 2) !== 'PK') throw new Refusal('not-a-word-file')
  const archive = await openZip(buffer, { exact: false })
  try {
    await checkArchive(archive)
    return readHtml(await htmlOf(archive))
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

const options = {
  externalFileAccess: false,
  includeEmbeddedStyleMap: false,
  // Word has a style for the title of a document, above its headings.
  styleMap: "p[style-name='Title'] => h1:fresh",
}

async function htmlOf(archive: ZipArchive): Promise<string> {
  const input = { file: filesFor(archive) } as unknown as Parameters<
    typeof mammoth.convertToHtml
  >[0]
  try {
    return (await mammoth.convertToHtml(input, options)).value.replace(wayBack, '')
  } catch (error) {
    if (error instanceof RangeError) throw error
    throw new Refusal('not-a-word-file')
  }
}

/** What mammoth puts behind each note at the end: a link to where it is called, and no word of the file. */
const wayBack = / ?<a href="#(?:footnote|endnote)-ref-[^"]*">↑<\/a>/gu

/** An archive in the form that mammoth makes of bytes. */
function filesFor({ entries }: ZipArchive) {
  const byName = new Map(entries.map((entry) => [entry.name, entry]))
  return {
    exists: (name: string) => byName.has(name),
    async read(name: string, encoding?: BufferEncoding) {
      const bytes = (await byName.get(name)?.read()) ?? Buffer.alloc(0)
      if (encoding === undefined) return bytes
      const text = bytes.toString(encoding)
      return encoding === 'base64' ? text : text.replace(envelope, '').replace(lineEnd, '<w:br/>')
    },
  }
}

/** mammoth leaves out what stands in a field that Word keeps in one piece (a date, a number) or in a turn of direction. */
const envelope = /<\/?w:(?:fldSimple|bdo|dir)(?=[\s/>])(?:[^<>"']|"[^"<]*"|'[^'<]*')*>/gu
/** And one of the two ways to break a line. */
const lineEnd = /<w:cr\s*\/>/gu
