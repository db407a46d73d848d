// The name of a stranger as it can be shown: it must not change the text around it, and not pass for another name unnoticed.

export interface ShownName {
  /** Without control characters, without signs that turn the direction of the text, and without signs that are not seen. */
  readonly text: string
  /** Letters of alphabets that look alike stand together in it: Latin, Cyrillic, Greek. */
  readonly isMixed: boolean
}

const unseen = /[\p{Cf}\p{Default_Ignorable_Code_Point}\u2800]/gu
const breaks = /[\p{Cc}\s]+/gu
const alike = [/\p{Script=Latin}/u, /\p{Script=Cyrillic}/u, /\p{Script=Greek}/u]

/** Null when nothing of the name can be seen. */
export function shownName(name: string): ShownName | null {
  const text = name.replace(unseen, '').replace(breaks, ' ').trim()
  if (text === '') return null
  return { text, isMixed: alike.filter((script) => script.test(text)).length > 1 }
}
