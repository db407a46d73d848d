// The sources that digests name: each with its full name and the shorter forms in which it is printed.
import { createMemo } from '../memo.ts'
import words from '../words/sources.json' with { type: 'json' }
import { bareName } from './bare-name.ts'

/** Full name first, then what else is printed for it. Spelling counts, capitals do not. */
export const register: readonly (readonly string[])[] = [...words.sources, ...words.common]

/** The same few names are asked for again and again. */
const rememberedKeys = 2_000

/** `NRC (weekend)`: behind a name that the register has, any words in lower case are a note. */
const openNote = /\s[([]\p{Ll}[\p{Ll}\s-]{1,30}[)\]]$/u

const fullNames = new Map(
  register.flatMap((names) => names.map((name) => [keyOf(name), names[0] ?? name] as const)),
)

/** What two ways to write one name have in common. */
export const sourceKey = createMemo(rememberedKeys, (name: string): string => {
  const bare = keyOf(bareName(name).replace(openNote, ''))
  return fullNames.has(bare) ? bare : keyOf(name)
})

function keyOf(name: string): string {
  return bareName(name).replaceAll('’', "'").split(/\s+/u).join(' ').toLowerCase()
}

const allNames = new Map(register.map((names) => [names[0] ?? '', names] as const))

/** Names that are words of the language as well, or of bodies that are in the news: alone they tell nothing of the place where they stand. */
const commonNames = new Set(words.common.flat().map(sourceKey))

/** Whether the register has a name at all. */
export function isListed(name: string): boolean {
  return fullNames.has(sourceKey(name))
}

/** Whether a name is one of a source wherever it stands. */
export function isRegistered(name: string): boolean {
  return isListed(name) && !commonNames.has(sourceKey(name))
}

/** The full name of a source as printed; a name that is not in the register is its own, without what stands beside it. */
export function fullSourceName(name: string): string {
  return fullNames.get(sourceKey(name)) ?? bareName(name)
}

/** All names of a source that is given by its full name; the one that is given when it is not in the register. */
export function namesOfSource(fullName: string): readonly string[] {
  return allNames.get(fullName) ?? [fullName]
}
