/** Folded words that stand in almost every text, so that a search for them finds nothing in particular. */
const stopWords: ReadonlySet<string> = new Set(
  (
    'aan al als bij dan dat de den der deze die dit door dus een eens en er ge geen had heb hebben heeft hem het hij ' +
    'hun ik in is ja je kan kon kunnen maar me meer men met mij mijn na naar niet nog nu of om ons ook op over te tot ' +
    'u uit van veel voor was wat we wel werd wie wij wordt worden zal ze zich zij zijn zo zou zouden'
  ).split(' '),
)

/** True for a folded word that stands in almost every Dutch text. */
export function isStopWord(word: string): boolean {
  return stopWords.has(word)
}
