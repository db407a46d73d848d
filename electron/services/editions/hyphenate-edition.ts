// Where the long words of an edition may break. At run time by patterns alone: the word list takes a second to read.
import type { Edition } from '#core/edition/edition'
import { buildHyphenation } from '#core/dutch/hyphenate'
import type { Cage } from '../import/cage.ts'

/** The hyphenation table of an edition: see `buildHyphenation`. */
export type Hyphenate = (edition: Edition, signal?: AbortSignal) => Promise<Record<string, string>>

/** All texts of an edition that are shown hyphenated. */
export function textsOf(edition: Edition): string[] {
  const texts = [edition.title, edition.lede ?? '', edition.figure?.caption ?? '']
  for (const { heading, items } of edition.sections)
    texts.push(heading ?? '', ...items.flatMap(({ title, text }) => [title ?? '', text]))
  return texts
}

/**
 * Hyphenates Dutch in the sandboxed process, since a million words would block the main process for seconds. When that fails, the
 * words of the edition do not break; those of other languages never do.
 */
export function hyphenateIn(cage: Pick<Cage, 'hyphenate'>): Hyphenate {
  return async (edition, signal) => {
    if (!edition.language.startsWith('nl')) return {}
    const table = await cage.hyphenate(textsOf(edition), signal)
    return table.ok ? table.value : {}
  }
}

/** What `hyphenateIn` runs in the sandboxed process. Loads the patterns at the first call. */
export async function hyphenateTexts(texts: readonly string[]): Promise<Record<string, string>> {
  const { patternHyphenate } = await import('#core/dutch/break-patterns')
  return buildHyphenation(texts, { splitCompound: () => [], patternHyphenate })
}
