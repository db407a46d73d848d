// What is one item of a section without titles: an entry of a list with all that is in it, or a text of several paragraphs.
import { isWorded, wordsOf, type Block } from '../document/source-document.ts'
import type { Habits } from './outline-habits.ts'
import type { Role } from './roles.ts'

/** So many texts that begin in bold type, or that end in sources, are items of their own. */
const fewestAlike = 2

/** Pictures above the first words of an item belong to it. */
export function itemRoles(body: readonly Block[], habits: Habits): Map<Block, Role> {
  const roles = new Map<Block, Role>()
  for (const part of splitAtRules(body)) {
    const starts = isListOfItems(part) ? listStarts(part) : textStarts(part, habits)
    let hasBegun = false
    for (const block of part) {
      if (isWorded(block)) roles.set(block, !hasBegun || starts.has(block) ? 'item-start' : 'text')
      else roles.set(block, hasBegun ? 'text' : 'ahead')
      hasBegun ||= isWorded(block)
    }
  }
  return roles
}

/** A line across the page parts items. */
export function splitAtRules(body: readonly Block[]): Block[][] {
  const parts: Block[][] = []
  let part: Block[] = []
  for (const block of body) {
    if (block.kind !== 'rule') part.push(block)
    // Pictures alone belong to the text below them.
    else if (part.some(isWorded)) {
      parts.push(part)
      part = []
    }
  }
  if (part.some(isWorded)) return [...parts, part]
  // Below the last text they belong to that.
  parts.at(-1)?.push(...part)
  return parts
}

function isEntry(block: Block): boolean {
  return block.kind === 'item'
}

/**
 * Whether a text is a list whose entries are items: it stands first, or it is one list with more entries than there are
 * paragraphs around it. Several lists between paragraphs belong to the text, unless they are lists of links.
 */
export function isListOfItems(part: readonly Block[]): boolean {
  const worded = part.filter(isWorded)
  const entries = worded.filter(isEntry)
  if (entries.length < fewestAlike) return false
  const around = worded.filter(({ depth }) => depth === 0)
  if (worded[0] === entries[0]) return true
  // Below a text, entries that begin with a small letter finish its sentence.
  if (entries.every((entry) => /^\p{Ll}/u.test(wordsOf(entry)))) return false
  const lists = worded.filter(({ depth }, index) => depth > 0 && worded[index - 1]?.depth === 0)
  const linked = entries.filter(({ runs }) => runs.some(({ link }) => link !== undefined))
  const areItems = lists.length === 1 || linked.length * 2 > entries.length
  return areItems && entries.length > around.length
}

/** Each entry of the outermost list begins an item, and so does a text between or behind them. */
function listStarts(part: readonly Block[]): Set<Block> {
  const base = Math.min(...part.filter(isEntry).map(({ depth }) => depth))
  const starts = part.filter(
    (block) => (isEntry(block) && block.depth === base) || (isWorded(block) && block.depth < base),
  )
  return new Set(starts)
}

/** Paragraphs are items where most of them open in bold type, and where several end in their sources. */
function textStarts(part: readonly Block[], habits: Habits): Set<Block> {
  const texts = part.filter((block) => isWorded(block) && block.depth === 0)
  const open = texts.filter(habits.opensItem)
  if (open.length >= fewestAlike && open.length * 2 > texts.length) return new Set(open)
  const sourced = texts.filter((block) => habits.readSources([block]).sources.length > 0)
  if (sourced.length < fewestAlike) return new Set()
  if (sourced.length * 2 >= texts.length) return new Set(texts)
  const ends = new Set<Block | undefined>(sourced)
  return new Set(
    texts.filter(({ kind }, index) => kind !== 'caption' && ends.has(texts[index - 1])),
  )
}
