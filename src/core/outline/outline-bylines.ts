// The line below a title that says where an item comes from, and when: `Landpost · 12:30, 4 mei · origineel`.
import { readDateLine } from '../dates/date-line.ts'
import type { Remark } from '../edition/remark.ts'
import { isWorded, wordsOf, type Block, type WordedBlock } from '../document/source-document.ts'

interface Byline {
  readonly block: WordedBlock
  readonly source: string
  /** What else the line says. */
  readonly rest: string
}

export type Bylines = ReadonlyMap<Block, Byline>

const between = /\s[·•|]\s/u
const longestByline = 160
const longestSource = 60
const time = /(?<!\d)\d{1,2}[:.]\d{2}(?!\d)/u
const fewestBylines = 2

/**
 * The bylines of a document, by the first block below each title. They count where most titles have one, and where the line
 * names a day or an hour behind the source.
 */
export function bylinesOf(bodies: readonly (readonly Block[])[]): Bylines {
  const found = bodies.flatMap((body) => readByline(body.find(isWorded)) ?? [])
  const isHabit = found.length >= fewestBylines && found.length * 2 > bodies.length
  return new Map(isHabit ? found.map((byline) => [byline.block, byline]) : [])
}

function readByline(block: WordedBlock | undefined): Byline | null {
  if (block === undefined || block.kind === 'item') return null
  const words = wordsOf(block).trim()
  if (words.length > longestByline || words.includes('\n')) return null
  const [source = '', ...others] = words.split(between)
  const isDated = others.some((part) => time.test(part) || readDateLine(part) !== null)
  if (!isDated || source === '' || source.length > longestSource) return null
  return { block, source, rest: words.slice(source.length).trim() }
}

export function remarkOnByline({ block, rest }: Byline): Remark {
  return { line: block.line, kind: 'date-line', quote: rest }
}
