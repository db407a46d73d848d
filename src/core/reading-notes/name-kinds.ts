// Tells what a name is the name of, by the lists, by its words, and by the words around it.
import signs from '../words/name-signs.json' with { type: 'json' }
import { hasCapital, type CapitalRun, type NameWord } from './capital-runs.ts'
import { officeReach } from './name-bounds.ts'
import { listedRun } from './name-words.ts'
import { isGivenName, type NameKind } from './name-lists.ts'

/** A kind, and how sure it is: 3 by a list, 2 by a sign, 1 by its looks, 0 for a guess. */
export interface JudgedKind {
  readonly kind: NameKind
  readonly strength: 0 | 1 | 2 | 3
}

const sets = {
  bodies: new Set(signs.bodies),
  titles: new Set(signs.titles),
  organisationBefore: new Set(signs.organisationBefore),
  organisationWords: new Set(signs.organisationWords),
  placeBefore: new Set(signs.placeBefore),
  placeWords: new Set(signs.placeWords),
  placePrepositions: new Set(signs.placePrepositions),
  productBefore: new Set(signs.productBefore),
  productWords: new Set(signs.productWords),
}

/** @param text of which `words` are the words */
export function kindOfName(text: string, words: readonly NameWord[], run: CapitalRun): JudgedKind {
  const own = words.slice(run.first, run.last + 1)
  const listed = listedRun(words, run)
  if (listed !== undefined) return { kind: listed, strength: 3 }
  return (
    byOwnWords(own) ??
    byWordBefore(text, words, run) ??
    byWordBehind(text, words, run) ??
    byLooks(own) ?? {
      kind: isPersonLike(own, words[run.first - 1]) ? 'person' : 'organisation',
      strength: 0,
    }
  )
}

function byOwnWords(own: readonly NameWord[]): JudgedKind | null {
  const [first, last] = [own[0], own.at(-1)]
  if (first === undefined || last === undefined) return null
  if (sets.bodies.has(first.folded)) return { kind: 'organisation', strength: 2 }
  if (own.length > 1) {
    const isPerson =
      isGivenName(first.folded) && own.every(({ printed }) => /^[\p{L}.'’-]+$/u.test(printed))
    const hasOrganisation = own.slice(1).some(({ folded }) => sets.organisationWords.has(folded))
    if (isPerson && !hasOrganisation) return { kind: 'person', strength: 2 }
    if (/\d/u.test(last.printed) || sets.productWords.has(last.folded))
      return { kind: 'product', strength: 2 }
    if (hasOrganisation) return { kind: 'organisation', strength: 2 }
    if (sets.placeWords.has(last.folded)) return { kind: 'place', strength: 2 }
  }
  return null
}

function byWordBefore(
  text: string,
  words: readonly NameWord[],
  run: CapitalRun,
): JudgedKind | null {
  const before = words[run.first - 1]
  const opening = words[run.first]
  if (before === undefined || opening === undefined) return null
  if (!/^[ \u00A0‘“"„]+$/u.test(text.slice(before.end, opening.start))) return null
  if (isOfOffice(words, run.first)) return { kind: 'person', strength: 2 }
  const { folded } = before
  const isOneWord = run.first === run.last
  if (sets.titles.has(folded)) return { kind: 'person', strength: 2 }
  if (sets.placeBefore.has(folded)) return { kind: 'place', strength: 2 }
  if (sets.productBefore.has(folded)) return { kind: 'product', strength: 2 }
  if (sets.organisationBefore.has(folded)) return { kind: 'organisation', strength: 2 }
  if (signs.organisationEndings.some((ending) => folded.endsWith(ending)))
    return { kind: 'organisation', strength: 2 }
  if (signs.productEndings.some((ending) => folded.endsWith(ending)))
    return { kind: 'product', strength: 2 }
  if (
    isOneWord &&
    sets.placePrepositions.has(folded) &&
    !/\p{Lu}.*\p{Lu}|\d/u.test(opening.printed)
  )
    return { kind: 'place', strength: 1 }
  return null
}

/** `minister voor Economie Habeck`: the title stands before the name of the office. */
function isOfOffice(words: readonly NameWord[], first: number): boolean {
  for (let at = first - 1; at >= Math.max(0, first - officeReach); at--) {
    const word = words[at]
    if (word === undefined) return false
    if (sets.titles.has(word.folded)) return true
    if (!hasCapital(word) && !['van', 'voor', 'en'].includes(word.folded)) return false
  }
  return false
}

/** `Debbie, onze mede-organisator`: within three words behind the comma. */
function byWordBehind(
  text: string,
  words: readonly NameWord[],
  run: CapitalRun,
): JudgedKind | null {
  const last = words[run.last]
  const next = words[run.last + 1]
  if (last === undefined || next === undefined || text.slice(last.end, next.start) !== ', ')
    return null
  const behind = words.slice(run.last + 1, run.last + 4)
  const isTitled = behind.some(
    ({ folded, printed }) => sets.titles.has(folded) && /^\p{Ll}/u.test(printed),
  )
  return isTitled && run.last - run.first < 4 ? { kind: 'person', strength: 1 } : null
}

/** Two to four words of letters alone are most often a person, who has no article. */
function isPersonLike(own: readonly NameWord[], before: NameWord | undefined): boolean {
  return (
    !['de', 'het', 'een'].includes(before?.folded ?? '') &&
    own.length > 1 &&
    own.length < 5 &&
    own.every(({ printed }) => /^\p{L}[\p{Ll}'’]*(?:-\p{Lu}?[\p{Ll}'’]+)*$/u.test(printed))
  )
}

function byLooks(own: readonly NameWord[]): JudgedKind | null {
  const [first, last] = [own[0], own.at(-1)]
  if (first === undefined || last === undefined) return null
  if (/\d/u.test(last.printed)) return { kind: 'product', strength: 1 }
  if (own.length === 1 && /^\p{Lu}{2,}$/u.test(first.printed))
    return { kind: 'organisation', strength: 1 }
  if (
    own.length === 1 &&
    signs.placeEndings.some(
      (ending) => first.folded.length > ending.length + 2 && first.folded.endsWith(ending),
    )
  )
    return { kind: 'place', strength: 1 }
  if (own.some(({ folded }) => ['van', 'von', 'der', 'bin', 'al'].includes(folded)))
    return { kind: 'person', strength: 1 }
  if (isGivenName(first.folded)) return { kind: 'person', strength: 1 }
  return null
}
