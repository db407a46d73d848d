// What single words tell of the names that they stand in.
import signs from '../words/name-signs.json' with { type: 'json' }
import type { CapitalRun, NameWord } from './capital-runs.ts'
import { isGivenName, listedKind, type NameKind } from './name-lists.ts'

/** `ministerie`, `gemeente`: what a body is called before its name. */
export const bodies: ReadonlySet<string> = new Set(signs.bodies)
export const joining: ReadonlySet<string> = new Set(signs.joining)
export const organisationWords: ReadonlySet<string> = new Set(signs.organisationWords)
export const titles: ReadonlySet<string> = new Set(signs.titles)
/** Chinese, Amerikaanse, Weense: words of a country or a city, which are names of nothing. */
const demonym =
  /^\p{Lu}[\p{L}-]*(?:ans|aans|ens|iers|ees|sch|isch|ais|talig|lands)e?$|^\p{Lu}[\p{L}-]+(?:enaars?|iërs?|ezen)$|^\p{Lu}[\p{L}-]+se$/u

export function foldedName(words: readonly NameWord[], { first, last }: CapitalRun): string {
  return words
    .slice(first, last + 1)
    .map(({ folded }) => folded)
    .join(' ')
}

/** The kind that the lists give to a run of words. */
export function listedRun(
  words: readonly NameWord[],
  { first, last }: CapitalRun,
): NameKind | undefined {
  return listedKind(
    words
      .slice(first, last + 1)
      .map(({ printed }) => printed)
      .join(' '),
  )
}

/** `MegaWattPuur`: a capital within a word is one of a name, whatever the word is made of. */
export function hasInnerCapital({ printed }: NameWord): boolean {
  return /^\p{Lu}[\p{Ll}\p{Lu}]*\p{Ll}\p{Lu}/u.test(printed)
}

export function isDemonym(word: NameWord | undefined): boolean {
  return (
    word !== undefined &&
    demonym.test(word.printed) &&
    listedKind(word.printed) === undefined &&
    !isGivenName(word.folded)
  )
}
