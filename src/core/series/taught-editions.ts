// A form → what its editions teach: how each block was read and kept, the words that return, and the looks that say enough.
import type { Role } from '../outline/roles.ts'
import type { Form, TitlePlace, Traits } from './form.ts'
import type { Placed } from './likeness.ts'

export interface TaughtBlock {
  readonly traits: Traits
  readonly kept: Role
  /** Empty for one whose words are not kept. */
  readonly words: string
}

export interface TaughtEdition {
  readonly title: TitlePlace
  readonly blocks: readonly TaughtBlock[]
}

export interface Example extends Placed {
  /** What it became; null where somebody left it as it was guessed. */
  readonly changed: Role | null
}

/** So many blocks of one look, and no other, make that look sure. */
const fewestAlike = 4
const sureRoles: readonly Role[] = ['heading', 'item-title', 'left-out']
/** Below what stands above them these are the same: they go on in it. */
const goingOn: readonly Role[] = ['text', 'lede', 'ahead', 'date', 'sources']

export function editionsOf({ traits, editions }: Form): TaughtEdition[] {
  return editions.map(({ blocks, title }) => ({
    title,
    blocks: blocks.flatMap(([place, kept, words]) => {
      const own = traits[place]
      return own === undefined ? [] : [{ traits: own, kept, words }]
    }),
  }))
}

/** The role of words that were the same wherever they stood. A heading is no link where the one before was none. */
export function returningWords(editions: readonly TaughtEdition[]): ReadonlyMap<string, Role> {
  return soleRoles(
    editions.flatMap(({ blocks }) => blocks).filter(({ words }) => words !== ''),
    ({ words, traits, kept }) => wordKey(words, traits, kept),
    1,
  )
}

export function wordKey(words: string, { link }: Traits, role: Role): string {
  return role === 'heading' ? `${link} ${words}` : words
}

/** Looks that only headings, only titles, or only what is left out has. */
export function sureLooks(editions: readonly TaughtEdition[]): ReadonlyMap<string, Role> {
  const all = editions.flatMap(({ blocks }) => blocks)
  const sole = [lookKey, closeLookKey].flatMap((keyOf) => [
    ...soleRoles(all, ({ traits }) => keyOf(traits), fewestAlike),
  ])
  return new Map(sole.filter(([, role]) => sureRoles.includes(role)))
}

export function lookKey({ kind, level, tags, style, bold, link }: Traits): string {
  return [kind, level, tags, style, bold, link].join(' ')
}

/** A headline may look as its text does, and be shorter. */
export function closeLookKey(traits: Traits): string {
  return [lookKey(traits), traits.length, traits.end].join(' ')
}

/** The roles of keys that so many blocks have, and each as the same. */
function soleRoles(
  blocks: readonly TaughtBlock[],
  keyOf: (block: TaughtBlock) => string,
  fewest: number,
): Map<string, Role> {
  const found = new Map<string, Role[]>()
  for (const block of blocks) {
    const roles = found.get(keyOf(block)) ?? []
    found.set(keyOf(block), roles)
    roles.push(block.kept)
  }
  return new Map(
    [...found].flatMap(([key, [first, ...others]]): [string, Role][] => {
      const isSole = others.length + 1 >= fewest && others.every((role) => role === first)
      return first !== undefined && isSole ? [[key, first]] : []
    }),
  )
}

export function examplesOf({ blocks }: TaughtEdition, words: ReadonlyMap<string, Role>): Example[] {
  let section: string | null = null
  return blocks.map(({ traits, kept, words: own }, at) => {
    const example = {
      ...{ traits, section },
      before: blocks[at - 1]?.traits ?? null,
      after: blocks[at + 1]?.traits ?? null,
      roleBefore: blocks[at - 1]?.kept ?? null,
      changed: isSameRole(traits.guess, kept) ? null : kept,
    }
    if (kept === 'heading') section = words.has(wordKey(own, traits, kept)) ? own : null
    return example
  })
}

/** Whether a block that is kept so is no other part of the edition than was guessed. */
export function isSameRole(guess: Role, kept: Role): boolean {
  // A line that says nothing but the date leaves the text all the same.
  if (guess === 'date' && kept === 'left-out') return true
  return guess === kept || (goingOn.includes(guess) && goingOn.includes(kept))
}

/** Whether an edition would be read in another way by it. */
export function teachesSomething(form: Form): boolean {
  return editionsOf(form).some(
    ({ title, blocks }) =>
      title !== null || blocks.some(({ traits, kept }) => !isSameRole(traits.guess, kept)),
  )
}
