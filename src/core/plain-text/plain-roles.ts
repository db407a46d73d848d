// A document without marks → its lines as blocks with roles.
import type { Block, SourceDocument } from '../document/source-document.ts'
import { isListOfItems, itemRoles } from '../outline/item-roles.ts'
import type { Habits } from '../outline/outline-habits.ts'
import { withRoles, type GuessedRoles, type Role } from '../outline/roles.ts'
import { endsAsSentence } from '../sources/sentence-end.ts'
import { LineBlocks } from './line-blocks.ts'
import { rankedLines } from './ranked-lines.ts'

/** Where fewer texts have sources, an item may have several paragraphs before its sources. */
const shareOfItems = 0.75

/** The texts between two headings. */
interface Part {
  /** The role of the heading above; null for the opening. */
  readonly below: 'heading' | 'item-title' | null
  readonly body: Block[]
}

interface TextHabits {
  readonly habits: Habits
  /** The part of all texts that have sources; 0 where these are no habit. */
  readonly share: number
  /** Whether texts begin with their sources. */
  readonly areAtStart: boolean
  readonly hasHeadings: boolean
  /** Whether a text has sources, in it or on lines below. */
  readonly hasSources: (block: Block) => boolean
}

/** @param isTitled whether its file states its title, so that no line is one */
export function guessPlainRoles(document: SourceDocument, isTitled: boolean): GuessedRoles {
  const { titleLine, lines, ends, sourced, ranks, links, ...known } = rankedLines(
    document,
    isTitled,
  )
  const made = new LineBlocks(lines, links, document.blocks)
  const blocks: Block[] = []
  const roles = new Map<Block, Role>()
  if (titleLine !== null) {
    const named = { words: titleLine.text, sources: [], findings: [] }
    const block = made.text({ ...titleLine, ...named, role: 'short' })
    blocks.push(block)
    roles.set(block, 'title')
  }
  const parts: Part[] = [{ below: null, body: [] }]
  const withSources = new Set<Block>()
  for (const own of lines) {
    const rank = ranks.get(own)
    const body = parts.at(-1)?.body ?? []
    if (own.rule && rank === undefined) {
      const rule: Block = { kind: 'rule', line: own.line, depth: 0 }
      blocks.push(rule)
      body.push(rule)
    }
    const block = made.text(own)
    blocks.push(block)
    if (rank !== undefined) {
      const role = rank === 'section' ? 'heading' : 'item-title'
      roles.set(block, role)
      parts.push({ below: role, body: [] })
    } else if (own.role === 'sources') {
      roles.set(block, 'sources')
      const above = body.findLast(isText)
      if (above !== undefined) withSources.add(above)
    } else {
      if (own.sources.length > 0) withSources.add(block)
      body.push(block)
    }
  }
  const habits = {
    ...{ habits: made, share: sourced.share, areAtStart: sourced.areAtStart },
    ...{ hasHeadings: ranks.size > 0, hasSources: (block: Block) => withSources.has(block) },
  }
  for (const part of parts)
    for (const [block, role] of rolesIn(part, habits)) roles.set(block, role)
  blocks.push(...ends.map((own) => made.text(own)))
  const { title, line, remarks } = known
  return { roled: withRoles(blocks, roles), title, line, habits: made, remarks }
}

function isText({ kind }: Block): boolean {
  return kind !== 'caption' && kind !== 'rule'
}

function rolesIn({ below, body }: Part, habits: TextHabits): [Block, Role][] {
  const { share, areAtStart, hasSources } = habits
  const isOfItems = share > 0
  if (below === null) {
    const end = endOfLede(body, habits)
    const lede = body.slice(0, end).map((block): [Block, Role] => [block, 'lede'])
    return [...lede, ...itemsOf(body.slice(end), habits)]
  }
  if (below === 'heading') return itemsOf(body, habits)
  // A text below a title goes up to its sources; right below the title they are those of all that follows.
  const own = isOfItems && !areAtStart ? body.findIndex(hasSources) : -1
  const end = own === -1 ? body.length : own + 1
  return [
    ...body.slice(0, end).map((block): [Block, Role] => [block, 'text']),
    ...sourcedItems(body.slice(end), 1, habits),
  ]
}

function itemsOf(body: readonly Block[], habits: TextHabits): [Block, Role][] {
  const { share, areAtStart, hasHeadings } = habits
  if (share > 0) return sourcedItems(body, areAtStart ? 0 : share, habits)
  const isAlone = !hasHeadings && !body.some(({ kind }) => kind === 'item')
  return isAlone ? sourcedItems(body, 1, habits) : [...itemRoles(body, habits.habits)]
}

/** What stands above the first heading or item. */
function endOfLede(body: readonly Block[], { share, hasHeadings, hasSources }: TextHabits): number {
  const [entry, ...others] = body.flatMap(({ kind }, at) => (kind === 'item' ? [at] : []))
  if (share > 0) {
    const first = body.findIndex((block) => block.kind === 'item' || hasSources(block))
    return first === -1 ? body.length : first
  }
  if (entry !== undefined && (others.length === 0 || isListOfItems(body))) return entry
  return hasHeadings ? body.length : 0
}

/** Texts that end in their sources, and those of a list. */
function sourcedItems(
  body: readonly Block[],
  share: number,
  { habits, hasSources }: TextHabits,
): [Block, Role][] {
  let first: Block | undefined
  let last: Block | undefined
  return body.flatMap((block): [Block, Role][] => {
    const isAfter = last !== undefined && hasSources(last)
    const isBelowEntry =
      last !== undefined &&
      !isAfter &&
      first?.kind === 'item' &&
      block.kind === 'paragraph' &&
      endsAsSentence(habits.readSources([last]).text)
    const begins =
      last === undefined ||
      block.kind === 'item' ||
      last.kind === 'rule' ||
      isAfter ||
      (share >= shareOfItems && !isBelowEntry)
    if (begins) first = block
    last = block
    return block.kind === 'rule' ? [] : [[block, begins ? 'item-start' : 'text']]
  })
}
