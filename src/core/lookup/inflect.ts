// The forms in which a word of the list stands in a text. Irregular ones are written in its entry; the others follow the rules of Dutch
// spelling. A rule may give a form that does not exist: it is only ever looked up.
import { isNoun, type WordEntry } from './word-entry.ts'

/** What a form is, beside the headword itself. */
export type FormName =
  | (
      | 'headword'
      | 'plural'
      | 'diminutive'
      | 'present'
      | 'past'
      | 'participle'
      | 'present-participle'
    )
  | ('inflected' | 'comparative' | 'superlative' | 'other')

export interface InflectedForm {
  readonly form: string
  readonly name: FormName
  /** Whether it stands so only with the particle of a separable verb elsewhere in the sentence: `los … op`. */
  readonly isApart: boolean
}

/** All forms of an entry, the headword first; each once under its first name. */
export function formsOfEntry(entry: WordEntry): readonly InflectedForm[] {
  const forms = new Map<string, InflectedForm>()
  const add = (name: FormName, form: string | undefined, isApart = false): void => {
    if (form !== undefined && form !== '' && !forms.has(form))
      forms.set(form, { form, name, isApart })
  }
  add('headword', entry.headword)
  if (entry.wordClass === 'verb') addVerb(entry, add)
  else if (isNoun(entry)) addNoun(entry, add)
  else if (entry.wordClass === 'adjective') addAdjective(entry, add)
  else for (const form of entry.forms) add('other', form)
  return [...forms.values()]
}

type Add = (name: FormName, form: string | undefined, isApart?: boolean) => void

function addNoun({ headword, forms }: WordEntry, add: Add): void {
  for (const plural of forms) add('plural', plural)
  for (const diminutive of diminutives(headword)) {
    add('diminutive', diminutive)
    add('diminutive', `${diminutive}s`)
  }
  add('other', headword.endsWith('s') ? `${headword}'` : `${headword}s`)
}

/** Which ending a noun takes depends on its sound, which its spelling does not always tell: every ending that may be. */
function diminutives(noun: string): readonly string[] {
  const last = noun.slice(-1)
  if (/[aou]$/u.test(noun)) return [`${noun + last}tje`]
  if (noun.endsWith('y')) return [`${noun}'tje`]
  if (noun.endsWith('ing')) return [`${noun.slice(0, -1)}kje`, `${noun}etje`]
  if (noun.endsWith('m')) return [`${noun}pje`, `${noun}metje`]
  if (/[lnr]$/u.test(noun)) return [`${noun}tje`, `${noun + last}etje`]
  if (/[ieëéwj]$/u.test(noun)) return [`${noun}tje`]
  if (/[bgp]$/u.test(noun)) return [`${noun}je`, `${noun + last}etje`]
  return [`${noun}je`]
}

function addAdjective({ headword, forms }: WordEntry, add: Add): void {
  const [inflected, ...irregular] = forms
  add('inflected', inflected)
  add('other', `${headword}s`)
  if (irregular.length > 0) {
    const [comparative = '', superlative = ''] = irregular
    for (const form of [comparative, `${comparative}e`, `${comparative}en`])
      add('comparative', form)
    for (const form of [superlative, `${superlative}e`, `${superlative}en`])
      add('superlative', form)
    return
  }
  if (inflected === undefined || inflected === '') return
  const comparative = headword.endsWith('r') ? `${headword}der` : `${inflected}r`
  const superlative = headword.endsWith('s') ? `${headword}t` : `${headword}st`
  for (const ending of ['', 'e', 'en']) {
    add('comparative', comparative + ending)
    add('superlative', superlative + ending)
  }
  add('inflected', `${inflected}n`)
}

function addVerb({ headword, particle, forms }: WordEntry, add: Add): void {
  const infinitive = headword.slice(particle.length)
  const [past = '', pasts = '', participle = '', ...irregular] = forms
  const isSeparable = particle !== ''
  const finite = (name: FormName, form: string): void => {
    if (form === '') return
    if (isSeparable) add(name, particle + form)
    add(name, form, isSeparable)
  }
  add('participle', participle)
  if (participle !== '' && !participle.endsWith('n')) add('participle', `${participle}e`)
  if (participle !== '') add('participle', `${participle.replace(/e$/u, '')}en`)
  for (const form of irregular) finite('present', form)
  // What is written out stands in place of the rules: `kom`, not `koom`.
  for (const stem of irregular.length > 0 ? [] : stemsOf(infinitive)) {
    finite('present', stem)
    finite('present', stem.endsWith('t') ? stem : `${stem}t`)
  }
  finite('present', infinitive)
  for (const form of [past, pasts]) finite('past', form)
  const doing = `${headword}d`
  for (const form of [doing, `${doing}e`, `${doing}en`]) add('present-participle', form)
  if (isSeparable) add('other', `${particle}te${infinitive}`)
}

/** What is left of an infinitive without -en, as Dutch spells it at the end of a word: `maak`, `leef`, `pak`, `handel`. */
function stemsOf(infinitive: string): readonly string[] {
  if (/(?:aan|oen|ien)$/u.test(infinitive) && infinitive.length <= 6) {
    const short = infinitive.slice(0, -1)
    return [short.replace(/aa$/u, 'a'), short]
  }
  const bare = infinitive.replace(/(?:en|n)$/u, '').replace(/ë$/u, 'e')
  if (/([bdfgk-nprst])\1$/u.test(bare)) return [bare.slice(0, -1)]
  const hard = bare.replace(/v$/u, 'f').replace(/z$/u, 's')
  const long = hard.replace(/(^|[^aeiouy])([aeou])([^aeiouywxh])$/u, '$1$2$2$3')
  // The last vowel of luisteren, handelen, tekenen and veroordelen: which of them is long is not written.
  return long === hard ? [hard] : [long, hard]
}
