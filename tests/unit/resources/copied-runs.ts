// Finds word for word what one text took from another.

/** Proper names that both texts must give in full; each counts as one word. */
const sharedNames = [
  'Global Strategy for Securing Critical Minerals Act of 2024',
  'ministerie van Binnenlandse Veiligheid',
  'ministerie van Economische Zaken',
  'National and Local Humanoid Robot Innovation Centre',
  'Shanghai Artificial Intelligence Industry Association',
  'Shanghai Law Society',
  'University of Science and Technology of China',
  'Uyghur Forced Labor Prevention Act',
]

/** The runs of `length` consecutive words of a text that also stand in another; case and punctuation do not count. */
export function copiedRuns(text: string, other: string, length: number): string[] {
  const known = new Set(runs(other, length))
  return runs(text, length).filter((run) => known.has(run))
}

function runs(text: string, length: number): string[] {
  const words = wordsOf(text)
  return words
    .slice(0, Math.max(0, words.length - length + 1))
    .map((_word, index) => words.slice(index, index + length).join(' '))
}

function wordsOf(text: string): string[] {
  const joined = sharedNames.reduce(
    (rest, name) => rest.replaceAll(name, name.replaceAll(' ', '')),
    text.replace(/\s+/gu, ' '),
  )
  return joined.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []
}
