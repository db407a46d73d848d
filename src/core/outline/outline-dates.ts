// The date of an edition: what its file states, a line that says nothing else, or its first sentences.
import { isWorded, wordsOf, type Block } from '../document/source-document.ts'
import { dateInIntro, dateInTitle } from '../dates/date-in-opening.ts'
import { readDateBesides, readDateLine } from '../dates/date-line.ts'
import type { Remark } from '../edition/remark.ts'
import type { Edition } from '../edition/edition.ts'
import { dateInName } from '../edition/named-by-file.ts'

/** So many blocks of the opening may hold the date between other things. */
const mostLooked = 3

export interface FoundDate {
  readonly date: Edition['date']
  /** The opening without lines that say nothing but the date. */
  readonly lede: readonly Block[]
  readonly remarks: readonly Remark[]
}

const besides = /\s*[|·•–—]\s*/u

/** The date in a line, alone or between other things: `12 juli 2030 | Lees online`. */
function dateBesides(line: string): string | null {
  const dates = [line, ...line.split(besides)].map((part) => readDateLine(part.trim())?.value)
  return dates.find((value) => value != null) ?? readDateBesides(line)?.value ?? null
}

export function findDate(
  lede: readonly Block[],
  given: {
    readonly stated: string | null
    readonly title: string | null
    readonly stem: string
    /** What stands around each page, and what was left out above the first item. */
    readonly around: readonly string[]
  },
): FoundDate {
  const dated = lede.flatMap((block) => {
    const date = isWorded(block) ? readDateLine(wordsOf(block)) : null
    return date === null ? [] : [{ block, value: date.value }]
  })
  const remarks = dated.map(({ block }): Remark => ({
    line: block.line,
    kind: 'date-line',
    quote: isWorded(block) ? wordsOf(block) : '',
  }))
  const lines = new Set(dated.map(({ block }) => block))
  const rest = lede.filter((block) => !lines.has(block))
  const intro = rest.find(isWorded)
  const said = [
    given.stated,
    dated.find(({ value }) => value !== null)?.value,
    ...rest
      .filter(isWorded)
      .slice(0, mostLooked)
      .map((block) => dateBesides(wordsOf(block))),
    ...given.around.map(dateBesides),
  ].find((value) => value != null)
  const inferred = [
    intro === undefined ? null : dateInIntro(wordsOf(intro)),
    given.title === null ? null : dateInTitle(given.title),
    dateInName(given.stem),
  ].find((value) => value != null)
  const value = said ?? inferred
  return {
    date: value == null ? null : { value, inferred: said == null },
    lede: rest,
    remarks,
  }
}
