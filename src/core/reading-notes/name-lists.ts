// The names that the program knows, by kind; all of our own (src/core/words/names).
import { fold } from '../dutch/fold.ts'
import givenNames from '../words/names/given-names.json' with { type: 'json' }
import organisations from '../words/names/organisations.json' with { type: 'json' }
import people from '../words/names/people.json' with { type: 'json' }
import places from '../words/names/places.json' with { type: 'json' }
import products from '../words/names/products.json' with { type: 'json' }

export type NameKind = 'person' | 'organisation' | 'place' | 'product'

const listed: readonly (readonly [string, NameKind])[] = [
  ...products.map((name) => [name, 'product'] as const),
  ...organisations.map((name) => [name, 'organisation'] as const),
  ...places.map((name) => [name, 'place'] as const),
  ...people.map((name) => [name, 'person'] as const),
]
/** Of an abbreviation the capitals matter: OM is no `om`. */
const isAbbreviation = (name: string): boolean => /^\p{Lu}{2,5}$/u.test(name)
const asPrinted: ReadonlyMap<string, NameKind> = new Map(listed)
const inAnyCase: ReadonlyMap<string, NameKind> = new Map(
  listed.filter(([name]) => !isAbbreviation(name)).map(([name, kind]) => [plain(name), kind]),
)
const given: ReadonlySet<string> = new Set(givenNames.map(fold))

/** Writers differ in hyphens: `Latijns Amerika`. */
function plain(name: string): string {
  return fold(name).replaceAll('-', ' ')
}

/** The kind of a name of the lists, as it is printed; undefined for all others. */
export function listedKind(printed: string): NameKind | undefined {
  return asPrinted.get(printed) ?? inAnyCase.get(plain(printed))
}

/** A word without an s that only says whose, or that there are several: `Trumps`, `iPads`. Of a place it makes another word: `Brussels`. */
export function withoutEndingS(printed: string): string {
  const stem = /\p{Ll}s$/u.test(printed) ? printed.slice(0, -1) : ''
  const kind = asPrinted.get(stem)
  const hasEnding = kind === 'person' || kind === 'product'
  return hasEnding && listedKind(printed) === undefined ? stem : printed
}

export function isGivenName(folded: string): boolean {
  return given.has(folded)
}
