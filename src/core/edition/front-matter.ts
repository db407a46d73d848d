// The `key: value` lines between two `---` at the top of a source file. Not YAML: no quotes, no lists, no nesting.
import type { Mistake, SourceLine } from './source-text.ts'

/** The value of a key and the line on which it stands. */
export interface FrontMatterValue {
  readonly line: number
  readonly value: string
}

export interface FrontMatter {
  readonly values: ReadonlyMap<string, FrontMatterValue>
  /** The lines after the closing `---`. */
  readonly body: readonly SourceLine[]
  readonly mistakes: readonly Mistake[]
}

const fence = '---'

/** Reads the front matter; every key must be a required or an optional one and may stand there once. */
export function readFrontMatter(
  lines: readonly SourceLine[],
  keys: { readonly required: readonly string[]; readonly optional: readonly string[] },
): FrontMatter {
  const end = lines.findIndex(({ text }, index) => index > 0 && text === fence)
  if (lines[0]?.text !== fence || end === -1) {
    const reason = `the file must begin with front matter: key: value lines between two lines "${fence}"`
    return { values: new Map(), body: lines, mistakes: [{ line: 1, reason }] }
  }

  const known = [...keys.required, ...keys.optional]
  const values = new Map<string, FrontMatterValue>()
  const mistakes: Mistake[] = []
  for (const { line, text } of lines.slice(1, end)) {
    if (text === '') continue
    const entry = splitEntry(text)
    const reason =
      entry === null
        ? `expected "key: value", found "${text}"`
        : entryMistake(entry.key, entry.value, known, values)
    if (reason !== null) mistakes.push({ line, reason })
    // A key with a mistake counts as given, so that it is not reported as missing as well.
    if (entry !== null && !values.has(entry.key))
      values.set(entry.key, { line, value: entry.value })
  }
  for (const key of keys.required) {
    if (!values.has(key)) mistakes.push({ line: 1, reason: `the key "${key}" is missing` })
  }
  return { values, body: lines.slice(end + 1), mistakes }
}

function splitEntry(text: string): { key: string; value: string } | null {
  const colon = text.indexOf(':')
  if (colon < 1) return null
  return { key: text.slice(0, colon).trim(), value: text.slice(colon + 1).trim() }
}

function entryMistake(
  key: string,
  value: string,
  known: readonly string[],
  values: ReadonlyMap<string, FrontMatterValue>,
): string | null {
  if (!known.includes(key)) return `unknown key "${key}"; known keys are ${known.join(', ')}`
  if (values.has(key)) return `the key "${key}" stands here twice`
  return value === '' ? `the key "${key}" has no value` : null
}
