// Names in which a comma, a bar or `en` parts no list: regions and boards of the Low Countries, what ministers are there for, and a
// few papers.
import words from '../words/names.json' with { type: 'json' }

const pattern = new RegExp(`(?<!\\p{L})(?:${words.joined.join('|')})(?!\\p{L})`, 'giu')
/** Unicode keeps these characters for the inside of programs; a list that has them all the same is left as it is. */
const comma = '\uFDD0'
const word = '\uFDD1'
const bar = '\uFDD2'
const own = /[\uFDD0-\uFDD2]/u

/** A list in which nothing within such a name looks as if it parts names; `unshield` gives the text back. */
export function shield(list: string): string {
  if (own.test(list)) return list
  return list.replace(pattern, (name) =>
    name.replaceAll(', ', comma).replace(' en ', word).replace('|', bar),
  )
}

export function unshield(text: string): string {
  return text.replaceAll(comma, ', ').replaceAll(word, ' en ').replaceAll(bar, '|')
}
