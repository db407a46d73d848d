// What the reader kept as a folder of Markdown, one file for each edition, for a program of notes such as Obsidian. The reader writes
// on in it: a later export leaves what stands below a line of the file as it is.
import { hashText } from '../hash-text.ts'
import type { Annotation } from './annotation.ts'
import { annotationKey, isTagged } from './kinds.ts'
import {
  keptByEdition,
  writeEdition,
  type KeptOfEdition,
  type MarkdownExportOptions,
} from './markdown-export.ts'
import { uniteTags } from './tags.ts'

/** The line below which a file is the reader's own. Obsidian does not show what stands between such signs. */
export const ownLine = '%% eigen %%'
/** In characters, of four bytes at the most: with a number and its ending, no file system finds it too long. */
const longestName = 60

export interface EditionFile {
  readonly edition: string
  /** Without an ending; a name that any file system takes. */
  readonly name: string
  /** Ends with the line below which nothing is ours. */
  readonly content: string
}

/** The same records give the same bytes: neither the day of the export nor anything else of its moment is in it. */
export function exportMarkdownFolder(
  annotations: readonly Annotation[],
  options: MarkdownExportOptions,
): readonly EditionFile[] {
  return keptByEdition(annotations, options.bundles).map((kept) => ({
    edition: kept.group.id,
    name: fileNameOf(kept),
    content: contentOf(kept, options),
  }))
}

function contentOf(kept: KeptOfEdition, { texts, language }: MarkdownExportOptions): string {
  const blocks = writeEdition(kept, { texts, language, level: 1, blockId })
  // The text of an item is no line of ours.
  const body = blocks.join('\n\n').replaceAll(/^%% eigen %%[ \t]*$/gmu, '\\$&')
  return `${frontMatter(kept)}\n${body}\n\n${ownLine}\n`
}

/** What programs of notes sort and find by. A quoted text of JSON is one of YAML too. */
function frontMatter({ group: { id, title, series, date, rows } }: KeptOfEdition): string {
  const records = rows.map(({ record }) => record)
  const tags = uniteTags(...records.map((record) => (isTagged(record) ? record.tags : undefined)))
  const lines = [
    `leeslamp: ${JSON.stringify(id)}`,
    `title: ${JSON.stringify(title)}`,
    ...(series === null ? [] : [`series: ${JSON.stringify(series)}`]),
    ...(date === null ? [] : [`date: ${JSON.stringify(date)}`]),
    // A tag of Obsidian has no spaces.
    `tags: [${(tags ?? []).map((tag) => JSON.stringify(tag.replaceAll(/\s+/gu, '-'))).join(', ')}]`,
    'annotations:',
    ...records.map((record) => `  - ${JSON.stringify(blockId(record))}`),
  ]
  return `---\n${lines.join('\n')}\n---\n`
}

/** The same at each export: a note elsewhere can lead to this block. */
function blockId(annotation: Annotation): string {
  if (annotation.kind === 'highlight') return `highlight-${annotation.id}`
  const hash = hashText(annotationKey(annotation)).toString(16).padStart(8, '0')
  return `${annotation.kind}-${hash}`
}

/** `2024-07-05 Title`, without the signs that a file system or a link of Obsidian reads otherwise. */
function fileNameOf({ group: { id, title, date } }: KeptOfEdition): string {
  const name = [date, title]
    .filter(Boolean)
    .join(' ')
    .replaceAll(/[\p{C}\\/:*?"<>|#^[\]]/gu, ' ')
    .replaceAll(/\s+/gu, ' ')
  const short = [...name].slice(0, longestName).join('').trim()
  // A name that begins with a dot is hidden, and Windows drops one at the end.
  return short.replaceAll(/^[. ]+|[. ]+$/gu, '') || id
}

/**
 * The id of the edition that a file of an earlier export is about; null for any other file.
 * @param text its beginning is enough
 */
export function editionOfFile(text: string): string | null {
  if (!/^\uFEFF?---\r?\n/u.test(text)) return null
  const [head = ''] = text.slice(4).split(/^---[ \t]*\r?$/mu)
  return /^leeslamp:[ \t]*["']?([a-z0-9][a-z0-9.-]*)["']?[ \t]*\r?$/mu.exec(head)?.[1] ?? null
}

/**
 * A file of an earlier export as it is now: what the reader wrote below the line stays, letter for letter.
 * @returns null when the line is gone, and with it what tells the reader's words from ours
 */
export function renewFile(existing: string, content: string): string | null {
  const line = /^%% eigen %%[ \t]*\r?$/mu.exec(existing)
  if (line === null) return null
  const below = existing.slice(line.index + line[0].length)
  return below === '' ? content : `${content.trimEnd()}${below}`
}
