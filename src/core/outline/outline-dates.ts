// The date of an edition: what its file states, a line that says nothing else, or its first sentences.
import { isWorded, wordsOf, type Block, type WordedBlock } from '../document/source-document.ts'
import { dateInIntro, dateInTitle } from '../dates/date-in-opening.ts'
import { readDateBesides, readDateLine } from '../dates/date-line.ts'
import type { Edition } from '../edition/edition.ts'
import { dateInName } from '../edition/named-by-file.ts'
import type { RoledBlock } from './roles.ts'

/** So many blocks of the opening may hold the date between other things. */
const mostLooked = 3

/** The same, with lines of the opening that say nothing but the date as dates. */
export function withDateRoles(roled: readonly RoledBlock[]): RoledBlock[] {
  return roled.map((one) => {
    const { block, role } = one
    const isDate = role === 'lede' && isWorded(block) && readDateLine(wordsOf(block)) !== null
    return isDate ? { block, role: 'date' } : one
  })
}

const besides = /\s*[|·•–—]\s*/u

/** The date in a line, alone or between other things: `12 juli 2030 | Lees online`. */
function dateBesides(line: string): string | null {
  const dates = [line, ...line.split(besides)].map((part) => readDateLine(part.trim())?.value)
  return dates.find((value) => value != null) ?? readDateBesides(line)?.value ?? null
}

/** @param dates blocks that say the date and nothing else */
export function findDate(
  dates: readonly WordedBlock[],
  lede: readonly Block[],
  given: {
    readonly stated: string | null
    readonly title: string | null
    readonly stem: string
    /** What stands around each page, and what was left out above the first item. */
    readonly around: readonly string[]
  },
): Edition['date'] {
  const intro = lede.find(isWorded)
  const said = [
    given.stated,
    ...dates.map((block) => dateBesides(wordsOf(block))),
    ...lede
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
  return value == null ? null : { value, inferred: said == null }
}
