// The name of a stranger as it can be shown: it must not change the text around it, and not pass for another name unnoticed.

export interface ShownName {
  /** Without control characters, without signs that turn the direction of the text, and without signs that are not seen. */
  readonly text: string
  /** Letters of alphabets that look alike stand together in it: Latin, Cyrillic, Greek. */
  readonly isMixed: boolean
}

/** What is not seen, but for the joiners that hold one picture of several characters together. */
const drawnOrUnseen =
  /((?:\p{Extended_Pictographic}[\p{Emoji_Modifier}\uFE0F]?\u200D)*\p{Extended_Pictographic}\uFE0F?)|[\p{Cf}\p{Cs}\p{Default_Ignorable_Code_Point}\u2800]/gu
const breaks = /[\p{Cc}\s]+/gu
const alike = [/\p{Script=Latin}/u, /\p{Script=Cyrillic}/u, /\p{Script=Greek}/u]

/** Null when nothing of the name can be seen. */
export function shownName(name: string): ShownName | null {
  const text = shownTitle(name)
  if (text === '') return null
  return { text, isMixed: alike.filter((script) => script.test(text)).length > 1 }
}

/** The title of a stranger, or another line of theirs, in the same way; empty when nothing of it can be seen. */
export function shownTitle(title: string): string {
  return title.replace(drawnOrUnseen, '$1').replace(breaks, ' ').trim()
}
