// Dutch hyphenation by patterns: the TeX patterns of `hyphen/nl` (ISC), 24 KB.
import hyphen from 'hyphen/nl/index.js'

/** The word with U+00AD wherever the patterns allow a break; they know nothing of the seams of compounds. */
export function patternHyphenate(word: string): string {
  return hyphen.hyphenateSync(word)
}
