// What an edition prints beside the name of a source without naming it: the sign of a pay wall, and notes on the article.

/** `$SCMP`: the sign in front says that one has to pay there. */
const signInFront = /^\$\s?(?=\S)/u
/** `Blik €`, `Blik (betaald)`, `Blik [Engels]`. */
const noteBehind = /\s?[€$£]+$|\s[([]([^()[\]]{1,40})[)\]]$/u
const longestNote = 50
const mostNotes = 3
const betweenWords = /[\s,;/+&-]+/u
/** What kind of article it is, in which language, and for whom. */
const wordOfNotes =
  /^(?:[€$£]+|abo|abonnees?|abonnement|access|achter|achtergrond|alleen|analyse|artikel|audio|beeld|betaal\p{Ll}*|column|gratis|html|in|het|inlog\p{Ll}*|interview|login|met|nodig|open|opinie|paywall|pdf|plus|podcast|premium|registratie|slot|vereist|video|(?:Chinees|Duits|Engels|Frans|Italiaans|Japans|Nederlands|Portugees|Russisch|Spaans)(?:e|talige?)?)$/iu

/** A name without the sign in front of it and the notes behind it: `$SCMP` and `SCMP (open access)` both name SCMP. */
export function bareName(printed: string): string {
  let rest = printed.replace(signInFront, '')
  for (let count = 0; count < mostNotes; count += 1) {
    const from = Math.max(0, rest.length - longestNote)
    const note = noteBehind.exec(rest.slice(from))
    if (note === null || from + note.index === 0) return rest
    const [, words] = note
    const isNote = words?.split(betweenWords).every((word) => wordOfNotes.test(word)) ?? true
    if (!isNote) return rest
    rest = rest.slice(0, from + note.index)
  }
  return rest
}

/** As printed, each name once. */
export function namesOnce(printed: readonly string[]): readonly string[] {
  const names = printed.map(bareName)
  return printed.filter((_, index) => names.indexOf(names[index] ?? '') === index)
}
