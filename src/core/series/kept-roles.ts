// A mended outline and the blocks that it was made of → what each block is in it.
import { isWorded, wordsOf, type Block } from '../document/source-document.ts'
import { plainWords } from '../outline/outline-blocks.ts'
import type { Role, RoledBlock } from '../outline/roles.ts'
import type { MendedItem, MendedOutline } from './mended-outline.ts'

interface Line {
  readonly block: Block
  /** Letters and figures alone. */
  readonly words: string
}

/** An item, as it is looked for. */
interface Sought {
  readonly title: string | null
  /** How its text begins; empty when it has none. */
  readonly first: string
  /** How its title and its text begin in one block. */
  readonly both: string
}

/** So far below its title the text of an item begins. */
const farthestText = 5
const shortestKey = 12
const longestKey = 40
const shareOfSame = 0.6
const shortestName = 6
/** Behind a title in the same block. */
const shortestText = 3
const beginnings: readonly (Role | undefined)[] = [
  ...(['heading', 'item-title', 'titled-text', 'item-start'] as const),
]

/**
 * A role for every block with words.
 * @param isWhole whether the outline names all that is in the edition: then what it names nowhere has no role here, and is
 * not told by its place
 */
export function keptRoles(
  roled: readonly RoledBlock[],
  outline: MendedOutline,
  isWhole = false,
): ReadonlyMap<Block, Role> {
  const lines = roled.flatMap(({ block }): Line[] =>
    isWorded(block) ? [{ block, words: plainName(wordsOf(block)) }] : [],
  )
  return new Labelling(lines, outline).roles(isWhole)
}

class Labelling {
  readonly #lines: readonly Line[]
  readonly #outline: MendedOutline
  readonly #roles = new Map<Block, Role>()

  constructor(lines: readonly Line[], outline: MendedOutline) {
    this.#lines = lines
    this.#outline = outline
  }

  roles(isWhole: boolean): ReadonlyMap<Block, Role> {
    this.#items()
    this.#headings()
    this.#title()
    this.#named()
    if (!isWhole) this.#others()
    return this.#roles
  }

  #isFree = ({ block }: Line): boolean => !this.#roles.has(block)

  #items(): void {
    let from = 0
    for (const { items } of this.#outline.sections)
      for (const item of items.map(soughtItem)) {
        const found = this.#lines
          .flatMap((line, at) =>
            this.#isFree(line) ? (this.#beginning(item, at, from) ?? []) : [],
          )
          .reduce<Beginning | null>(
            (best, one) => (best === null || one.worth > best.worth ? one : best),
            null,
          )
        if (found === null) continue
        this.#give(found.at, found.role)
        if (found.text !== null) this.#give(found.text, 'text')
        from = found.text ?? found.at
      }
  }

  #give(at: number, role: Role): void {
    const line = this.#lines[at]
    if (line !== undefined) this.#roles.set(line.block, role)
  }

  /** How an item may begin in a line; null when it cannot. What stands behind the item before is likelier. */
  #beginning({ title, first, both }: Sought, at: number, from: number): Beginning | null {
    const words = this.#lines[at]?.words ?? ''
    const isBehind = at >= from
    const worth = isBehind ? 3 : 1
    if (title === null)
      return begins(words, first) ? { at, role: 'item-start', text: null, worth } : null
    if (first !== '' && words.length > title.length + shortestText && begins(words, both))
      return { at, role: 'titled-text', text: null, worth }
    if (!areAlike(title, words)) return null
    const text = first === '' ? null : this.#textBelow(title, first, at)
    // A headline stands nearer to its text than its line in a list of contents.
    const near = text === null ? (first === '' ? 3 : 0.5) : 3 - 0.1 * (text - at - 1)
    return { at, role: 'item-title', text, worth: near + (isBehind ? 0.2 : 0) }
  }

  #textBelow(title: string, first: string, at: number): number | null {
    const below = this.#lines.slice(at + 1, at + 1 + farthestText)
    const found = below.findIndex(
      (line) => this.#isFree(line) && begins(line.words, first) && !areAlike(title, line.words),
    )
    return found === -1 ? null : at + 1 + found
  }

  /** A heading is the last such line above its first item. */
  #headings(): void {
    for (const { heading, items } of this.#outline.sections) {
      if (heading === null) continue
      const name = plainName(heading)
      const named = this.#lines.flatMap((line, at) =>
        this.#isFree(line) && areAlike(name, line.words) ? [at] : [],
      )
      const [first] = items.slice(0, 1).map(soughtItem)
      const below = this.#lines.findIndex(
        (line) =>
          !this.#isFree(line) &&
          first !== undefined &&
          (areAlike(first.title ?? '', line.words) || begins(line.words, first.first)),
      )
      const at = named.findLast((one) => one < below) ?? named[0]
      if (at !== undefined) this.#give(at, 'heading')
    }
  }

  #title(): void {
    const { title, alsoTitle } = this.#outline
    const names = [...(title === null ? [] : [title]), ...alsoTitle].map(plainName)
    const begun = this.#lines.findIndex((line) => !this.#isFree(line))
    const above = begun === -1 ? this.#lines : this.#lines.slice(0, begun)
    const line = above.find(({ words }) => names.some((name) => areAlike(name, words)))
    if (line !== undefined) this.#roles.set(line.block, 'title')
  }

  /** What no item or heading is, by what is said of it. */
  #named(): void {
    const { furniture, lede, sections } = this.#outline
    const more = sections.flatMap(({ items }) => items.flatMap((item) => item.more)).map(keyOf)
    const left = furniture.map((one) => ({ name: plainName(one), key: keyOf(one) }))
    const opening = lede === null ? '' : keyOf(lede)
    const saidOf = ({ words }: Line): Role | null => {
      if (left.some(({ name, key }) => begins(words, key) || words === name)) return 'left-out'
      if (more.some((one) => begins(words, one))) return 'text'
      return begins(words, opening) ? 'lede' : null
    }
    for (const line of this.#lines.filter(this.#isFree)) {
      const said = saidOf(line)
      if (said !== null) this.#roles.set(line.block, said)
    }
  }

  /** What nothing is said of, by its place among the parts. */
  #others(): void {
    const { optional, lede } = this.#outline
    const either = optional.map(keyOf)
    const roleOf = ({ block }: Line): Role | undefined => this.#roles.get(block)
    const start = this.#lines.findIndex((line) => beginnings.includes(roleOf(line)))
    const end = this.#lines.findLastIndex(
      (line) => roleOf(line) === 'text' || beginnings.includes(roleOf(line)),
    )
    for (const [at, line] of this.#lines.entries()) {
      if (!this.#isFree(line)) continue
      const isOptional = either.some((one) => begins(line.words, one))
      const isAbove = start === -1 || at < start
      if (isAbove) this.#give(at, isOptional || lede !== null ? 'lede' : 'left-out')
      else this.#give(at, isOptional || at < end ? 'text' : 'left-out')
    }
  }
}

interface Beginning {
  readonly at: number
  readonly role: Role
  /** Where the text stands, when that is another line. */
  readonly text: number | null
  readonly worth: number
}

function soughtItem({ title, first }: MendedItem): Sought {
  return {
    title: title === null ? null : plainName(title),
    first: keyOf(first),
    both: keyOf(`${title ?? ''} ${first}`),
  }
}

/** Letters and figures alone, without the number that a list gives. */
function plainName(name: string): string {
  return plainWords(name).replace(/^\d+ (?=\S)/u, '')
}

/** So much of a beginning as is looked for. */
function keyOf(start: string): string {
  return plainName(start).slice(0, longestKey).trim()
}

function begins(words: string, key: string): boolean {
  if (key === '') return false
  return words.startsWith(key) || (words.length >= shortestKey && key.startsWith(words))
}

/** Whether a name and a line say the same, or one of them hardly more. */
export function sayTheSameName(name: string, line: string): boolean {
  return areAlike(plainName(name), plainName(line))
}

function areAlike(one: string, other: string): boolean {
  const [short = '', long = ''] = [one, other].sort((a, b) => a.length - b.length)
  if (short === long) return long !== ''
  return (
    short.length >= shortestName &&
    short.length >= shareOfSame * long.length &&
    (long.startsWith(short) || long.endsWith(` ${short}`))
  )
}
