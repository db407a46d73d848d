// Finds the names in the texts of an edition, and which of them are one.
import { capitalRuns, hasCapital, nameWords, type NameWord } from './capital-runs.ts'
import { fold } from '../dutch/fold.ts'
import { namesWithin, type NameEvidence } from './name-bounds.ts'
import { foldedName } from './name-words.ts'
import { kindOfName, type JudgedKind } from './name-kinds.ts'
import type { Found, Mention } from './reading-notes.ts'
import type { NameKind } from './name-lists.ts'

export interface NameTools {
  /** Whether it is an ordinary Dutch word, or one of a country: `agenda`, `Duitser`. */
  readonly isWord: (printed: string) => boolean
  /** Whether it is a compound of Dutch words. */
  readonly isCompound: (printed: string) => boolean
  /** Whether the library has it as a name. */
  readonly isKnown: (folded: string) => boolean
}

interface RawMention extends Found {
  readonly folded: string
  readonly judged: JudgedKind
}

/** The names of each text, in order. All texts of an edition together, because each tells of the others. */
export function findNames(
  texts: readonly string[],
  tools: NameTools,
): readonly (readonly Mention[])[] {
  const wordsOf = texts.map(nameWords)
  const evidence = evidenceOf(wordsOf, tools)
  const find = (isTold: NameEvidence['isTold']) =>
    texts.map((text, index) => mentionsIn(text, wordsOf[index] ?? [], { ...evidence, isTold }))
  // What a whole name tells of its parts holds for all of the edition.
  const told = new Set([
    ...texts.flatMap((text, index) => introducedAbbreviations(text, wordsOf[index] ?? [])),
    ...find(() => false)
      .flat()
      .flatMap(surnameOf),
  ])
  const raw = find((folded) => told.has(folded))
  const { nameOf, kindOf } = gather(raw.flat())
  return raw.map((mentions) =>
    mentions.map(({ start, end, printed, folded }) => {
      const name = nameOf(folded)
      return { start, end, printed, name: name.printed, kind: kindOf(name.folded) }
    }),
  )
}

function mentionsIn(
  text: string,
  words: readonly NameWord[],
  evidence: NameEvidence,
): readonly RawMention[] {
  return capitalRuns(text, words).flatMap((run) =>
    namesWithin(text, words, run, evidence).map((name) => {
      const start = words[name.first]?.start ?? 0
      const end = words[name.last]?.end ?? start
      return {
        ...{ start, end, printed: text.slice(start, end), folded: foldedName(words, name) },
        judged: kindOfName(text, words, name),
      }
    }),
  )
}

/** The last word of a person of two words or more. */
function surnameOf({ folded, judged }: RawMention): readonly string[] {
  const words = folded.split(' ')
  return judged.kind === 'person' && judged.strength > 1 && words.length > 1 ? words.slice(-1) : []
}

/** `Katholieke Universiteit Nijmegen (KUN)`: an abbreviation in brackets behind the words that begin with its letters. */
function introducedAbbreviations(text: string, words: readonly NameWord[]): readonly string[] {
  return words.flatMap(({ start, end, printed, folded }, index) => {
    if (!/^\p{Lu}{2,6}$/u.test(printed) || text[start - 1] !== '(' || text[end] !== ')') return []
    const before = words.slice(Math.max(0, index - mostBefore), index)
    const initials = before
      .filter(hasCapital)
      .map((word) => word.folded.charAt(0))
      .join('')
    return initials.endsWith(folded) ? [folded] : []
  })
}

/** An abbreviation stands for words no farther away. */
const mostBefore = 9

/** A word with a capital within a sentence is more than the begin of one. */
function evidenceOf(
  wordsOf: readonly (readonly NameWord[])[],
  tools: NameTools,
): Omit<NameEvidence, 'isTold'> {
  const seen = new Map<string, number>()
  const small = new Set<string>()
  for (const word of wordsOf.flat()) {
    if (!hasCapital(word)) small.add(word.folded)
    else if (!word.opensSentence) seen.set(word.folded, (seen.get(word.folded) ?? 0) + 1)
  }
  const isSeenHere = (folded: string): boolean => (seen.get(folded) ?? 0) > 1 && !small.has(folded)
  return {
    isWord: (printed) => small.has(fold(printed)) || tools.isWord(printed),
    isCompound: tools.isCompound,
    isSeen: (folded) => isSeenHere(folded) || tools.isKnown(folded),
  }
}

interface Form {
  readonly folded: string
  readonly printed: string
}

/** Puts the forms of one name together: `Xpeng` and `Xpeng Motors`, `Habeck` and `Robert Habeck`. */
function gather(mentions: readonly RawMention[]) {
  const forms = new Map<string, RawMention>()
  for (const mention of mentions) {
    const known = forms.get(mention.folded)
    if (known === undefined || known.judged.strength < mention.judged.strength)
      forms.set(mention.folded, mention)
  }
  const full = new Map<string, Form>()
  for (const form of forms.values()) full.set(form.folded, fullestOf(form, [...forms.values()]))
  const kinds = new Map<string, JudgedKind>()
  for (const form of forms.values()) {
    const name = full.get(form.folded)?.folded ?? form.folded
    const known = kinds.get(name)
    if (known === undefined || known.strength < form.judged.strength) kinds.set(name, form.judged)
  }
  return {
    nameOf: (folded: string): Form => full.get(folded) ?? { folded, printed: folded },
    kindOf: (folded: string): NameKind => kinds.get(folded)?.kind ?? 'organisation',
  }
}

/** The longest form of which this one is the begin, or of a person the end; itself when several could be meant. */
function fullestOf(form: RawMention, forms: readonly RawMention[]): Form {
  const longer = forms.filter((other) => isShortFor(form, other))
  const longest = longer.toSorted((one, other) => other.folded.length - one.folded.length)[0]
  const isClear =
    longest !== undefined && longer.every((one) => one === longest || isShortFor(one, longest))
  return isClear ? longest : form
}

function isShortFor(short: RawMention, long: RawMention): boolean {
  if (long.folded.length <= short.folded.length) return false
  const { kind } = long.judged
  if (short.judged.strength === 3 && short.judged.kind !== kind) return false
  if (kind === 'person') return long.folded.endsWith(` ${short.folded}`)
  if (kind === 'place' || /\d/u.test(long.folded)) return false
  const more = long.folded.split(' ').length - short.folded.split(' ').length
  // Two words more make another name, unless the short one is of no kind by itself.
  return long.folded.startsWith(`${short.folded} `) && (more === 1 || short.judged.strength === 0)
}
