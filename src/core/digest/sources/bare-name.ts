// What an edition prints beside the name of a source without naming it: the sign of a pay wall, and notes on the article.

/** `$SCMP`: the sign in front says that one has to pay there. */
const signInFront = /^\$\s?/u
/** `Blik €`, `Blik (betaald)`, `Blik [Engels]`. */
const noteBehind = /\s?[€$£]+$|\s[([]([^()[\]]{1,40})[)\]]$/u
const betweenWords = /[\s,;/+&-]+/u
/** What kind of article it is, in which language, and for whom. */
const wordOfNotes =
  /^(?:[€$£]+|abo|abonnees?|abonnement|achter|achtergrond|alleen|analyse|artikel|audio|beeld|betaal\p{Ll}*|column|gratis|html|in|het|inlog\p{Ll}*|interview|login|met|nodig|opinie|paywall|pdf|plus|podcast|premium|registratie|slot|vereist|video|(?:Chinees|Duits|Engels|Frans|Italiaans|Japans|Nederlands|Portugees|Russisch|Spaans)(?:e|talige?)?)$/iu
const inLowerCase = /^[\p{Ll}\p{N}.’']+$/u

/** A name without the sign in front of it and the notes behind it: `$SCMP` and `SCMP (open access)` both name SCMP. */
export function bareName(printed: string): string {
  const isNote = (word: string): boolean => inLowerCase.test(word) || wordOfNotes.test(word)
  return withoutNotes(printed.replace(signInFront, ''), isNote)
}

/** The same, but a bracket goes only when its words say what kind of article it is: `Blik (dorpskrant)` may be called so. */
export function withoutKindOfArticle(printed: string): string {
  return withoutNotes(printed.replace(signInFront, ''), (word) => wordOfNotes.test(word))
}

/** As printed, each name once. */
export function namesOnce(printed: readonly string[]): readonly string[] {
  const names = printed.map(bareName)
  return printed.filter((_, index) => names.indexOf(names[index] ?? '') === index)
}

function withoutNotes(name: string, isNote: (word: string) => boolean): string {
  let rest = name
  for (;;) {
    const note = noteBehind.exec(rest)
    if (note === null || note.index === 0) return rest
    const [, words] = note
    // `Kanaal (24)` is called so.
    const isName = words !== undefined && !(/\P{N}/u.test(words) && areNotes(words, isNote))
    if (isName) return rest
    rest = rest.slice(0, note.index)
  }
}

function areNotes(words: string, isNote: (word: string) => boolean): boolean {
  return words.split(betweenWords).every((word) => word !== '' && isNote(word))
}
