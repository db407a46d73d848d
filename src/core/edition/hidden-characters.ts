// Characters that make a line of text look like another one: control characters with the ends of lines, lone surrogates, and
// those that change the direction of the text.

const hiddenCharacter = /[\p{Cc}\p{Cs}\u2028\u2029\u202A-\u202E\u2066-\u2069]/u

/** Whether a name has one of them: no publisher, series or title of a package does. */
export function hasHiddenCharacters(name: string): boolean {
  return hiddenCharacter.test(name)
}

/** The text on one line, with each of them written out: `\n`, or its number as `\u{202e}`. */
export function writeOutHidden(text: string): string {
  return text.replace(new RegExp(hiddenCharacter, 'gu'), (character) =>
    character === '\n' ? '\\n' : `\\u{${character.charCodeAt(0).toString(16)}}`,
  )
}
