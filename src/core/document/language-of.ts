// In which language a text is, told from the small words that no text does without.
import languageWords from './language-words.json' with { type: 'json' }

const languages = Object.entries(languageWords).map(
  ([language, words]) => [language, new Set(words)] as const,
)

/** So many letters of a text are looked at. */
const longestLook = 20_000
const fewestFound = 5

/** `nl`, `en`, `de` or `fr`; null for a text that is too short to tell, or in another language. Takes bounded time. */
export function languageOf(text: string): string | null {
  const words =
    text
      .slice(0, longestLook)
      .toLowerCase()
      .match(/\p{L}+/gu) ?? []
  const [first, second] = languages
    .map(([language, own]) => ({ language, found: words.filter((word) => own.has(word)).length }))
    .sort((one, other) => other.found - one.found)
  if (first === undefined || second === undefined || first.found < fewestFound) return null
  return first.found > 2 * second.found || second.found === 0 ? first.language : null
}
