// Whether annotations of an edition that is gone would show in another one that takes its id.
import type { Edition } from '../edition/edition.ts'
import { quoteOf, type Annotation } from './annotation.ts'

/**
 * True when less than half of the annotations quote an item of this edition.
 * @param annotations those of one edition id, of any kind
 */
export function belongToAnotherEdition(
  annotations: readonly Pick<Annotation, 'quote'>[],
  { sections, lede }: Pick<Edition, 'sections' | 'lede'>,
): boolean {
  if (annotations.length === 0) return false
  const texts = [lede ?? '', ...sections.flatMap(({ items }) => items.map(({ text }) => text))]
  const quotes = new Set(texts.map(quoteOf))
  return annotations.filter(({ quote }) => quotes.has(quote)).length < annotations.length / 2
}
