// A dictionary as a plain text: one word a line, then its glosses behind a tab or a semicolon.
import { isUsable, readArticle, type DictionaryContent } from '#core/lookup/dictionary-content'

/**
 * Reads a text whose lines are `headword<tab>gloss<tab>gloss…` or `headword;gloss;gloss…`, as spreadsheets write them. The sign that opens
 * more lines with a gloss is taken for all. Lines without it, and lines that begin with `#`, are passed over.
 *
 * @returns null when no line is a word with a gloss
 */
export function readTextDictionary(text: string): DictionaryContent | null {
  const lines = text.split(/\r?\n/u).filter((line) => line.trim() !== '' && !line.startsWith('#'))
  const separator = count(lines, '\t') >= count(lines, ';') ? '\t' : ';'
  const articles = lines
    .map((line) => fieldsOf(line, separator))
    .map(([headword = '', ...glosses]) => readArticle(headword, glosses.join('\n')))
    .filter(isUsable)
  return articles.length === 0 ? null : { name: null, articles }
}

function count(lines: readonly string[], separator: string): number {
  return lines.filter((line) => line.indexOf(separator) > 0).length
}

/** A spreadsheet puts quotes around a field that holds the separator, and doubles those within. */
const fields = {
  '\t': /(?:^|\t)(?:\s*"((?:[^"]|"")*)"\s*(?=\t|$)|([^\t]*))/gu,
  ';': /(?:^|;)(?:\s*"((?:[^"]|"")*)"\s*(?=;|$)|([^;]*))/gu,
}

function fieldsOf(line: string, separator: keyof typeof fields): readonly string[] {
  return [...line.matchAll(fields[separator])].map(([, quoted, plain = '']) =>
    (quoted?.replaceAll('""', '"') ?? plain).trim(),
  )
}
