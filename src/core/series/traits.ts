// A block → what of it can be compared with blocks of other issues.
import { isWorded, wordsOf, type Run, type WordedBlock } from '../document/source-document.ts'
import { longestLook } from '../document/look.ts'
import type { RoledBlock } from '../outline/roles.ts'
import { deepest, type Traits } from './form.ts'

export interface TracedBlock {
  readonly block: WordedBlock
  /** Those that are the same are one object. */
  readonly traits: Traits
}

const mostOfSign = 3
const mostWords = { few: 3, line: 14, lines: 30 } as const

/** The blocks with words, in their order. */
export function tracedBlocks(roled: readonly RoledBlock[]): TracedBlock[] {
  const known = new Map<string, Traits>()
  return roled.flatMap(({ block }, at) => {
    if (!isWorded(block)) return []
    const traits = traitsOf(block, roled, at)
    const key = JSON.stringify(traits)
    if (!known.has(key)) known.set(key, traits)
    return [{ block, traits: known.get(key) ?? traits }]
  })
}

function traitsOf(block: WordedBlock, roled: readonly RoledBlock[], at: number): Traits {
  const words = wordsOf(block).trim()
  const { tags = '', style = '' } = block.look ?? {}
  return {
    kind: block.kind,
    level: block.kind === 'heading' ? block.level : 0,
    depth: Math.min(block.depth, deepest),
    tags: tags.slice(-longestLook),
    style: style.slice(-longestLook),
    bold: shareOf(block.runs, ({ bold }) => bold === true),
    link: shareOf(block.runs, ({ link }) => link !== undefined),
    capitals: /\p{Lu}/u.test(words) && words === words.toUpperCase(),
    sign: signOf(words),
    length: lengthOf(words),
    end: /[.!?…]["”’)]*$/u.test(words) ? 'stop' : words.endsWith(':') ? 'colon' : 'open',
    label: /^[^.!?:]{2,40}:\s/u.test(words),
    above: roled[at - 1]?.block.kind ?? null,
    below: roled[at + 1]?.block.kind ?? null,
    guess: roled[at]?.role ?? 'text',
  }
}

function shareOf(runs: readonly Run[], isSo: (run: Run) => boolean): Traits['bold'] {
  const worded = runs.filter(({ text }) => /[\p{L}\p{N}]/u.test(text))
  const [first] = worded
  if (first === undefined || !isSo(first)) return 'none'
  return worded.every(isSo) ? 'all' : 'start'
}

function signOf(words: string): string {
  const [sign = ''] = /^(?:\d{1,2}[.):]|[^\p{L}\p{N}\s"'“‘«(]+)/u.exec(words) ?? []
  return sign.replace(/\d+/u, '1').slice(0, mostOfSign)
}

function lengthOf(words: string): Traits['length'] {
  const count = words.split(/\s+/u).length
  if (count <= mostWords.few) return 'few'
  if (count <= mostWords.line) return 'line'
  return count <= mostWords.lines ? 'lines' : 'text'
}
