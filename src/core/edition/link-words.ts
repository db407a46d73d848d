// The words of links, and whether a text has them.
import { squeeze } from '../squeeze.ts'

/** A text may have the words many times inside longer ones; after so many it counts as not having them. */
const mostFound = 50

/** The words of a link are kept to so many characters. */
const longestLabel = 200

/** Whether the words of a link stand in a text as they are, and not as a part of longer words. */
export function hasWords(text: string, label: string): boolean {
  return standsIn(squeeze(text), squeeze(label).replace(/ …$/u, ''))
}

/** The same for a text and words without needless white space. */
export function standsIn(text: string, words: string): boolean {
  let at = text.indexOf(words)
  for (let found = 0; at !== -1 && found < mostFound; found += 1) {
    const around = text.slice(Math.max(0, at - 1), at) + text.charAt(at + words.length)
    if (!/[\p{L}\p{N}]/u.test(around)) return true
    at = text.indexOf(words, at + words.length)
  }
  return false
}

export function shortened(label: string): string {
  if (label.length <= longestLabel) return label
  const cut = label.lastIndexOf(' ', longestLabel)
  return `${label.slice(0, cut > 0 ? cut : longestLabel)} …`
}
