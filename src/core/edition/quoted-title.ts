// A title between single quotes, as the sentences of the interface have it.

const opening = new Set(["'", '‘'])
const closing = new Set(["'", '’'])
const ofWord = /[\p{L}\p{N}]/u

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
