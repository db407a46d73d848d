// Words that mean the same to a reader of news. The list is short on purpose, because a synonym is a guess.
import { stem } from './stem.ts'

const groups: readonly (readonly string[])[] = [
  ['vs', 'usa', 'amerika', 'verenigde staten'],
  ['eu', 'europese unie'],
  ['vk', 'verenigd koninkrijk'],
  ['ev', 'elektrische auto', 'elektrische wagen', 'elektrisch voertuig'],
  ['auto', 'wagen'],
  ['accu', 'batterij'],
  ['chip', 'halfgeleider'],
  ['ai', 'kunstmatige intelligentie'],
  ['bedrijf', 'firma', 'onderneming'],
  ['robot', 'androide'],
  ['smartphone', 'gsm'],
  ['chinees', 'china'],
  ['duits', 'duitsland'],
  ['amerikaans', 'amerika', 'vs'],
  ['europees', 'europa'],
  ['scmp', 'south china morning post'],
  ['gt', 'global times'],
  ['nyt', 'new york times'],
]

const synonymsByStems = new Map<string, Set<string>>()
for (const group of groups) {
  for (const term of group) {
    const key = stemKey(term.split(' '))
    const others = synonymsByStems.get(key) ?? new Set<string>()
    for (const other of group) if (stemKey(other.split(' ')) !== key) others.add(other)
    synonymsByStems.set(key, others)
  }
}

function stemKey(words: readonly string[]): string {
  return words.map(stem).join(' ')
}

/** Other names for what these folded words together mean, each as one or more folded words. */
export function synonymsOf(words: readonly string[]): readonly (readonly string[])[] {
  return [...(synonymsByStems.get(stemKey(words)) ?? [])].map((synonym) => synonym.split(' '))
}
