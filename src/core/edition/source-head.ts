// The front matter of an edition's source file, and what an id looks like there.
import * as v from 'valibot'
import { isDate } from './calendar-date.ts'
import { editionSchema, idSchema, type Edition } from './edition.ts'
import { hasHiddenCharacters } from './hidden-characters.ts'
import type { FrontMatter } from './front-matter.ts'
import { issueNumber } from './issue-number.ts'
import { shownTitle } from './shown-name.ts'
import type { Mistake } from './source-text.ts'

export const headKeys = {
  required: ['id', 'revision', 'language', 'title'],
  optional: ['series', 'issue', 'date', 'date-inferred', 'first-section'],
} as const

/** The fields of an edition that stand in its front matter, and the id of a first section without a heading. */
export interface EditionHead {
  readonly fields: Pick<
    Edition,
    'id' | 'revision' | 'language' | 'series' | 'number' | 'date' | 'title'
  >
  readonly firstSection: string
}

type Values = FrontMatter['values']

/** Reads the fields; a mistake in one is added to `mistakes`, and the field gets a placeholder. */
export function readHead(values: Values, mistakes: Mistake[]): EditionHead {
  const read = (key: string, isGood: (value: string) => boolean, reason: string): string | null => {
    const entry = values.get(key)
    if (entry === undefined) return null
    // An empty value is already reported by the front matter.
    if (entry.value !== '' && !isGood(entry.value)) {
      mistakes.push({ line: entry.line, reason: reason || notAnId(entry.value) })
    }
    return entry.value
  }
  const date = read('date', isDate, 'a date is YYYY, YYYY-MM or YYYY-MM-DD, and a day that exists')
  const inferred = read('date-inferred', isYesOrNo, 'date-inferred is "yes" or "no"')
  if (date === null && inferred !== null) {
    const line = values.get('date-inferred')?.line ?? 1
    mistakes.push({ line, reason: 'date-inferred stands here without a date' })
  }
  const number = read('issue', isNumber, numberReason)
  const fields = {
    id: read('id', isId, '') ?? '',
    revision: Number(read('revision', isRevision, 'a revision is a number from 1 to 999999')),
    language: read('language', isLanguage, 'a language is written as nl or nl-BE') ?? '',
    series: read('series', isPlainName, hiddenReason),
    ...(number === null ? {} : { number }),
    date: date === null ? null : { value: date, inferred: inferred === 'yes' },
    title: read('title', isPlainName, hiddenReason) ?? '',
  }
  return { fields, firstSection: read('first-section', isId, '') ?? 'vooraan' }
}

const hiddenReason =
  'control characters, those that turn the text around and names that are not seen have no place here'

function isPlainName(text: string): boolean {
  return !hasHiddenCharacters(text) && shownTitle(text) !== ''
}

export function isId(text: string): boolean {
  return v.is(idSchema, text)
}

export function isLanguage(text: string): boolean {
  return v.is(editionSchema.entries.language, text)
}

/** Says to an editor why a text is no id. */
export function notAnId(text: string): string {
  return `"${text}" is not an id: lower-case letters, digits, dots and hyphens, beginning with a letter or digit`
}

/** Whether a text is a number from 1 to 999999, written in no other way. */
export function isRevision(text: string): boolean {
  return /^[1-9]\d{0,5}$/u.test(text)
}

const numberReason = 'an issue is its number alone, such as 27 or 2024/12'

function isNumber(text: string): boolean {
  return issueNumber(text) === text
}

function isYesOrNo(text: string): boolean {
  return text === 'yes' || text === 'no'
}
