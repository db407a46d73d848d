// The files of our own beside which lies the document that is to be read from them.
import fs from 'node:fs'
import path from 'node:path'
import * as v from 'valibot'
import { sourceDocumentSchema, type SourceDocument } from '#core/document/source-document'

const folder = path.resolve('tests/fixtures/documents')

export interface DocumentFile {
  readonly name: string
  readonly bytes: Buffer
  readonly expected: SourceDocument
}

/** All files with one of these endings, each with its `NAME.document.json`. */
export function documentFiles(...endings: readonly string[]): DocumentFile[] {
  return fs
    .readdirSync(folder)
    .filter((name) => endings.includes(path.extname(name)) && !name.endsWith('.document.json'))
    .map((name) => {
      const json = fs.readFileSync(path.join(folder, `${name}.document.json`), 'utf8')
      return {
        name,
        bytes: fs.readFileSync(path.join(folder, name)),
        expected: v.parse(sourceDocumentSchema, JSON.parse(json)),
      }
    })
}
