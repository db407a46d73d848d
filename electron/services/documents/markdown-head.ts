// The fields that programs which make sites put on top of a Markdown file: YAML between `---`, TOML between `+++`.
import { dayOf } from '#core/document/stated-date'
import { issueNumber } from '#core/edition/issue-number'
import type { DocumentBuilder } from './document-builder.ts'

interface Field {
  /** In lower case. */
  readonly key: string
  readonly value: string
  /** Its lines as they stand there, without the white space around them. */
  readonly lines: readonly string[]
  /** The number of the first one. */
  readonly line: number
}

const longestHead = 200
/** Some programs write keys of two words, or between quotes. */
const fieldStart = /^["']?([\p{L}\p{N}_.-]+(?: [\p{L}\p{N}_.-]+)?)["']?\s?[:=](?:\s|$)(.*)$/u
/** What goes on with the field above it: further in, an entry of a list, the end of one, a comment or a part of TOML. */
const goesOn = /^(?:[\s\]}#]|-\s|\[[^\]]*\]+\s*$|-?$)/u
const isEmpty = /^\s*(?:#|$)/u
/** The first of these that is there is the date of the text. */
const dateKeys = ['date', 'published', 'modified', 'updated', 'last_modified_at']
const numberKeys = ['issue', 'issue_number', 'nummer', 'nr']
const fences = ['---', '+++']
/** Where a value stands below its key in YAML: `>`, `|-`. */
const blockMark = /^[>|][-+\d]{0,2}(?:\s+#.*)?$/u

/**
 * Tells the builder what the head of a file states, and quotes its other fields.
 * @returns the file with empty lines for its head, so that all others keep their numbers
 */
export function readFrontMatter(markdown: string, builder: DocumentBuilder): string {
  const lines = markdown.split('\n')
  const fence = fences.find((one) => lines[0]?.trim() === one)
  const start = fence === undefined ? 0 : 1
  const end = lines
    .slice(0, longestHead)
    .findIndex((line, index) => index >= start && line.trim() === (fence ?? ''))
  const head = lines.slice(start, Math.max(start, end)).map((line) => line.trimEnd())
  const fields = fieldsOf(head, start + 1)
  // Text may stand between lines too. Without a fence, every line must be a field and one of them the title.
  const isOpen = fence === undefined
  const isHead = isOpen
    ? fields.some(({ key }) => key === 'title') && fields.every(({ key }) => key !== '')
    : fieldStart.test(head.find((line) => !isEmpty.test(line)) ?? '') &&
      head.every((line) => goesOn.test(line) || fieldStart.test(line.trim()))
  if (!isHead) return markdown
  const unread = fields.filter((field) => !isStated(field, builder))
  // One remark for all of them: their words tell a reader little.
  builder.leaveOut('field', unread.flatMap(({ lines }) => lines).join(' · '), unread[0]?.line)
  for (const key of dateKeys) {
    const field = fields.find((one) => one.key === key)
    builder.state({ date: field === undefined ? null : dayOf(valueOf(field)) })
  }
  const length = end + (isOpen ? 0 : 1)
  return '\n'.repeat(length) + lines.slice(length).join('\n')
}

/** A line that stands further in, or that begins no field, goes on with the field above it; a comment does not. */
function fieldsOf(lines: readonly string[], firstLine: number): Field[] {
  const fields: Field[] = []
  for (const [index, line] of lines.entries()) {
    const text = line.trim()
    const found = /^\s/u.test(line) ? null : fieldStart.exec(text)
    const above = fields.at(-1)
    if (found === null && above !== undefined && !line.startsWith('#'))
      fields[fields.length - 1] = { ...above, lines: [...above.lines, text] }
    else {
      const [, key = '', value = ''] = found ?? []
      fields.push({
        key: key.toLowerCase(),
        value: value.trim(),
        lines: [text],
        line: firstLine + index,
      })
    }
  }
  return fields
}

/** Tells the builder what a field states; false for one that nobody reads. */
function isStated(field: Field, builder: DocumentBuilder): boolean {
  const value = valueOf(field)
  const language = value.slice(0, 2).toLowerCase()
  if (field.key === 'title' && value !== '')
    builder.state({ titles: [{ text: value, from: 'front-matter' }] })
  else if (dateKeys.includes(field.key)) return dayOf(value) !== null
  else if ((field.key === 'lang' || field.key === 'language') && /^[a-z]{2}(?:-|$)/iu.test(value))
    builder.state({ language })
  else if (field.key === 'series' && value !== '') builder.state({ series: value })
  else if (numberKeys.includes(field.key) && issueNumber(value) !== null)
    builder.state({ number: value })
  else return false
  return true
}

/** Without quotes, also when it stands on the lines below its key. */
function valueOf({ value, lines: [, ...more] }: Field): string {
  const words = [blockMark.test(value) ? '' : value, ...more]
    .filter((part) => part !== '')
    .join(' ')
  return words.replace(/^(?:!\s)?(["'])(.*)\1$/u, '$2')
}
