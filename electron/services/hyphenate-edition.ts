// Where the long words of an edition that is opened at run time may break: by patterns alone, without the word list.
import type { Edition } from '#core/edition/edition'
import { buildHyphenation } from '#core/dutch/hyphenate'

/** All texts of an edition that are shown hyphenated. */
export function textsOf(edition: Edition): string[] {
  const texts = [edition.title, edition.lede ?? '']
  for (const section of edition.sections)
    texts.push(section.heading ?? '', ...section.items.map((item) => item.text))
  return texts
}

/** The hyphenation table of an edition; the patterns are read when the first digest is opened. */
export async function hyphenateEdition(edition: Edition): Promise<Record<string, string>> {
  const { patternHyphenate } = await import('#core/dutch/break-patterns')
  return buildHyphenation(textsOf(edition), { splitCompound: () => [], patternHyphenate })
}
