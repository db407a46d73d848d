// Parts a run of words with capitals that holds several names.
import { hasCapital, type CapitalRun, type NameWord } from './capital-runs.ts'
import { isGivenName, listedKind } from './name-lists.ts'
import { bodies, isDemonym, joining, listedRun, organisationWords, titles } from './name-words.ts'

const personLinks: ReadonlySet<string> = new Set(['van', 'de', 'te'])
const bodyLinks: ReadonlySet<string> = new Set(['van', 'voor', 'en'])
const dutchLinks: ReadonlySet<string> = new Set([
  'van',
  'de',
  'het',
  'te',
  'op',
  'aan',
  'voor',
  'in',
  'en',
])

/** `Willem de Vries` stays whole, `Frankrijk en Duitsland` does not. */
export function splitAtLinks(words: readonly NameWord[], run: CapitalRun): readonly CapitalRun[] {
  if (listedRun(words, run) !== undefined) return [run]
  const parts: CapitalRun[] = []
  let first = run.first
  for (let at = run.first; at <= run.last; at++) {
    const word = words[at]
    if (word === undefined || hasCapital(word) || /^\d/u.test(word.printed)) continue
    let next = at
    while (next < run.last && !isCapitalAt(words, next)) next++
    if (!isJoined(words, first, at, run.last)) {
      parts.push({ first, last: at - 1 })
      first = next
    }
    at = next
  }
  return [...parts, { first, last: run.last }]
}

function isCapitalAt(words: readonly NameWord[], at: number): boolean {
  const word = words[at]
  return word !== undefined && hasCapital(word)
}

/** Whether the small word at `link` joins what stands before it to what comes. */
function isJoined(words: readonly NameWord[], first: number, link: number, last: number): boolean {
  const opening = words[first]
  const small = words[link]
  if (opening === undefined || small === undefined) return false
  if (joining.has(small.folded)) return true
  if (dutchLinks.has(small.folded)) {
    if (bodies.has(opening.folded))
      return bodyLinks.has(small.folded) && !bodies.has(words[link + 1]?.folded ?? '')
    const isFullName = link - first > 1 && !isGivenName(words[link - 1]?.folded ?? '')
    return (
      !isFullName &&
      personLinks.has(small.folded) &&
      canBePerson(opening) &&
      !isDemonym(words[link + 1])
    )
  }
  return words.slice(first, last + 1).some(({ folded }) => organisationWords.has(folded))
}

/** A person may have any name that is not one of something else: `Japke van Malde`, not `Frankrijk van Macron`. */
function canBePerson({ folded, printed }: NameWord): boolean {
  if (isGivenName(folded) || /^\p{Lu}$/u.test(printed)) return true
  const listed = listedKind(printed)
  return (
    (listed === undefined || listed === 'person') &&
    !titles.has(folded) &&
    !organisationWords.has(folded) &&
    /^\p{Lu}[\p{Ll}'’-]+$/u.test(printed)
  )
}

/** `Anthropic Claude 3.5`: the maker and what it made. */
export function splitAtProduct(words: readonly NameWord[], run: CapitalRun): readonly CapitalRun[] {
  for (let at = run.first + 1; at <= run.last; at++) {
    const maker = listedRun(words, { first: run.first, last: at - 1 })
    if (maker !== 'organisation' || listedKind(words[at]?.printed ?? '') !== 'product') continue
    return listedRun(words, run) === undefined
      ? [
          { first: run.first, last: at - 1 },
          { first: at, last: run.last },
        ]
      : [run]
  }
  return [run]
}
