// A title between single quotes, as the sentences of the interface have it.

const opening = new Set(["'", '‘'])
const closing = new Set(["'", '’'])
const ofWord = /[\p{L}\p{N}]/u

/** Two lines of a message hold this much of a title, and the rest of the sentence. */
const mostOfTitle = 60

/** The same in a message that stands for a moment: of a long title only its first words. */
export function quotableStart(title: string): string {
  const signs = [...title]
  if (signs.length <= mostOfTitle) return quotable(title)
  const start = signs.slice(0, mostOfTitle).join('')
  return `${quotable(start.slice(0, start.lastIndexOf(' ') + 1).trimEnd() || start)}\u00A0…`
}

/** The title as it stands between single quotes: single quotes of its own become double ones, apostrophes stay. */
export function quotable(title: string): string {
  const signs = [...title]
  const isWord = (index: number): boolean => ofWord.test(signs[index] ?? '')
  let open: number | null = null
  for (const [index, sign] of signs.entries()) {
    // In a word (auto’s) and before a number (’90) it is an apostrophe.
    if (open !== null && closing.has(sign) && !isWord(index + 1)) {
      signs[open] = '“'
      signs[index] = '”'
      open = null
    } else if (opening.has(sign) && !isWord(index - 1)) open = index
  }
  return signs.join('')
}
