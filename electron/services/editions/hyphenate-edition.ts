// Where the long words of an edition that is opened at run time may break: by patterns alone, without the word list.
import type { Edition } from '#core/edition/edition'
import { buildHyphenation } from '#core/dutch/hyphenate'
import type { Cage } from '../import/cage.ts'

/** The hyphenation table of an edition: see `buildHyphenation`. */
export type Hyphenate = (edition: Edition, signal?: AbortSignal) => Promise<Record<string, string>>

/** All texts of an edition that are shown hyphenated. */
export function textsOf(edition: Edition): string[] {
  const texts = [edition.title, edition.lede ?? '']
  for (const section of edition.sections)
    texts.push(section.heading ?? '', ...section.items.map((item) => item.text))
  return texts
}

/**
 * Hyphenates in the cage: an edition of a million words would hold up the process that the window waits for. Words of one that the
 * cage gives up on do not break; nothing else is lost.
 */
export function hyphenateIn(cage: Pick<Cage, 'hyphenate'>): Hyphenate {
  return async (edition, signal) => {
    const table = await cage.hyphenate(textsOf(edition), signal)
    return table.ok ? table.value : {}
  }
}

/** The inside of it, in the cage. The patterns are read when the first digest is opened. */
export async function hyphenateTexts(texts: readonly string[]): Promise<Record<string, string>> {
  const { patternHyphenate } = await import('#core/dutch/break-patterns')
  return buildHyphenation(texts, { splitCompound: () => [], patternHyphenate })
}
