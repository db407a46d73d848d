// Decides where a name begins and ends within a run of words with capitals.
import signs from '../words/name-signs.json' with { type: 'json' }
import dates from '../words/dates.json' with { type: 'json' }
import { hasCapital, isCut, type CapitalRun, type NameWord } from './capital-runs.ts'
import { isGivenName, listedKind } from './name-lists.ts'
import {
  bodies,
  foldedName,
  hasInnerCapital,
  isDemonym,
  joining,
  listedRun,
  organisationWords,
  titles,
} from './name-words.ts'
import { splitAtLinks, splitAtProduct } from './split-names.ts'

/** What is known of words beside the lists of names. */
export interface NameEvidence {
  /** Whether it is an ordinary word, with or without its capital: `agenda`, `Duitser`. */
  isWord(printed: string): boolean
  /** Whether it is a compound of ordinary words. */
  isCompound(printed: string): boolean
  /** Whether the edition, or the library, has it with a capital within a sentence. */
  isSeen(folded: string): boolean
  /** Whether the edition tells elsewhere that it is a name: the last word of a person, an abbreviation behind what it stands for. */
  isTold(folded: string): boolean
}

/** Short forms of months and days are names as well: Jan. */
const noNames: ReadonlySet<string> = new Set([
  ...signs.noNames,
  ...[...dates.months.flat(), ...dates.weekdays].filter((word) => word.length > 3),
])
const noNameEndings: ReadonlySet<string> = new Set(signs.noNameEndings)
/** `het festival Noorderslag`: an event or a rule has a name of no kind that is told. */
const noNameBefore: ReadonlySet<string> = new Set(signs.noNameBefore)

/** The names within a run, each as a run of its own. */
export function namesWithin(
  text: string,
  words: readonly NameWord[],
  run: CapitalRun,
  evidence: NameEvidence,
): readonly CapitalRun[] {
  const opened = withoutOpening(words, run, evidence)
  if (opened === null) return []
  const names: CapitalRun[] = []
  for (const part of splitAtLinks(words, opened).flatMap((one) => splitAtProduct(words, one))) {
    const name = withBody(text, words, withoutOffice(words, withoutDemonyms(words, part), evidence))
    if (name !== null && isName(words, name, evidence)) names.push(name)
  }
  return names
}

/** Without the ordinary words with which a sentence begins: `De`, `Volgens`, `Minister`. Null when nothing is left. */
function withoutOpening(
  words: readonly NameWord[],
  run: CapitalRun,
  evidence: NameEvidence,
): CapitalRun | null {
  let { first } = run
  while (first <= run.last) {
    const word = words[first]
    if (word === undefined || listedRun(words, { first, last: run.last }) !== undefined) break
    if (isSurname(words, { first, last: run.last })) break
    const isOrdinary = isCommon(word, evidence) && (first > run.first || word.opensSentence)
    if (hasCapital(word) && !(isOrdinary && (word.opensSentence || isTitle(word)))) break
    first++
  }
  return first > run.last ? null : { first, last: run.last }
}

/** `Van der Vaart`, `De Jong`: at the begin of a sentence only with a second small word, which nothing else has there. */
function isSurname(words: readonly NameWord[], { first, last }: CapitalRun): boolean {
  const [opening, next, closing] = [words[first], words[first + 1], words[last]]
  if (opening === undefined || next === undefined || closing === undefined || first === last)
    return false
  if (!surnameOpenings.has(opening.printed) || !hasCapital(closing) || last - first > 3)
    return false
  return !opening.opensSentence || (joining.has(next.folded) && next.folded !== 'en')
}

const surnameOpenings: ReadonlySet<string> = new Set(['Van', 'De', 'Den', 'Ter', 'Ten'])

function isTitle({ folded }: NameWord): boolean {
  return titles.has(folded)
}

function isCommon(word: NameWord, { isWord, isCompound, isSeen, isTold }: NameEvidence): boolean {
  const { folded, printed } = word
  if (isTold(folded) || hasInnerCapital(word)) return false
  if (titles.has(folded) || noNames.has(folded)) return true
  if (listedKind(printed) !== undefined || isGivenName(folded)) return false
  return isWord(printed) || (isCompound(printed) && !isSeen(folded))
}

function withoutDemonyms(words: readonly NameWord[], run: CapitalRun): CapitalRun {
  if (listedRun(words, run) !== undefined) return run
  let { first } = run
  while (first <= run.last && isDemonym(words[first])) first++
  return { first, last: run.last }
}

/** `(minister van) Economie Habeck`: ordinary words before a given name, or behind a title, belong to the office. */
function withoutOffice(
  words: readonly NameWord[],
  run: CapitalRun,
  evidence: NameEvidence,
): CapitalRun {
  if (listedRun(words, run) !== undefined) return run
  const isOffice = words.slice(Math.max(0, run.first - officeReach), run.first).some(isTitle)
  for (let first = run.first; first < run.last; first++) {
    const [word, next] = [words[first], words[first + 1]]
    if (
      word === undefined ||
      next === undefined ||
      !evidence.isWord(word.printed) ||
      isGivenName(word.folded)
    )
      break
    if (
      isGivenName(next.folded) ||
      (isOffice && first + 1 === run.last && !evidence.isWord(next.printed))
    )
      return { first: first + 1, last: run.last }
  }
  return run
}

/** A title stands no farther before its bearer. */
export const officeReach = 4

/** `ministerie van Economische Zaken`: the body goes along in lower case. Null for an empty run. */
function withBody(text: string, words: readonly NameWord[], run: CapitalRun): CapitalRun | null {
  if (run.first > run.last) return null
  const [body, link, opening] = [words[run.first - 2], words[run.first - 1], words[run.first]]
  if (body === undefined || link === undefined || opening === undefined) return run
  const isLinked = link.folded === 'van' || link.folded === 'voor'
  if (
    !isLinked ||
    !bodies.has(body.folded) ||
    isCut(text, body, link) ||
    isCut(text, link, opening)
  )
    return run
  const isPlace = body.folded === 'gemeente' || isGivenName(opening.folded)
  return isPlace ? run : { first: run.first - 2, last: run.last }
}

function isName(words: readonly NameWord[], run: CapitalRun, evidence: NameEvidence): boolean {
  const folded = foldedName(words, run)
  const own = words.slice(run.first, run.last + 1)
  const [first, last] = [own[0], own.at(-1)]
  if (first === undefined || last === undefined) return false
  if (listedRun(words, run) !== undefined || (own.length === 1 && isGivenName(folded)))
    return (
      own.length > 1 ||
      !first.opensSentence ||
      !evidence.isWord(first.printed) ||
      evidence.isSeen(folded)
    )
  if (noNameEndings.has(last.folded)) return false
  if (noNameBefore.has(words[run.first - 1]?.folded ?? '')) return false
  if (isSurname(words, run)) return true
  if (own.length > 1) return hasOrganisation(own) || !own.every((word) => isCommon(word, evidence))
  if (evidence.isTold(folded)) return true
  if (noNames.has(folded)) return false
  if (hasInnerCapital(first)) return true
  if (evidence.isWord(first.printed)) return false
  if (/^\p{Lu}{1,3}$/u.test(first.printed))
    return first.printed.length > 1 && evidence.isSeen(folded)
  // A common noun may be written with a capital once, but not again and again.
  if (evidence.isCompound(first.printed)) return evidence.isSeen(folded) || isPlaceLike(folded)
  return true
}

function isPlaceLike(folded: string): boolean {
  return signs.placeEndings.some((ending) => folded.endsWith(ending))
}

function hasOrganisation(own: readonly NameWord[]): boolean {
  return own.some(({ folded }) => organisationWords.has(folded) || bodies.has(folded))
}
