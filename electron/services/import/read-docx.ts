// A Word file → lines.
import mammoth from 'mammoth'
import { Refusal } from '#core/edition/rejection'
import { openZip } from '../packages/zip-archive.ts'
import type { ImportedText } from './imported-text.ts'
import { readHtml } from './read-html.ts'

/**
 * The text of a Word file, with its headings, lists, links and embedded images. mammoth gives HTML, which is read as a
 * web page from a stranger would be and never shown. Before it sees the file, our own rules for zip archives hold for
 * it; time and memory are the cage's. Throws a `Refusal`.
 */
export async function readDocx(bytes: Uint8Array): Promise<ImportedText> {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  await checkArchive(buffer)
  let html: string
  try {
    const options = { externalFileAccess: false, includeEmbeddedStyleMap: false }
    html = (await mammoth.convertToHtml({ buffer }, options)).value
  } catch (error) {
    if (error instanceof RangeError) throw error
    throw new Refusal('not-a-word-file')
  }
  return readHtml(html)
}

/** Unpacks every file once, so that nothing in it is larger than it says when mammoth unpacks it. */
async function checkArchive(buffer: Buffer): Promise<void> {
  const archive = await openZip(buffer, { exact: false })
  try {
    if (!archive.entries.some(({ name }) => name === '[Content_Types].xml')) {
      throw new Refusal('not-a-word-file')
    }
    for (const entry of archive.entries) await entry.read()
  } finally {
    archive.close()
  }
}
