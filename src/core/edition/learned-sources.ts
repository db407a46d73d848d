// What a reader said of the names in a series, so that its next edition asks no more about them.
import * as v from 'valibot'
import { asksAboutSource, type Remark } from './remark.ts'
import { sourceKey } from '../sources/source-register.ts'
import type { Edition } from './edition.ts'
import { sourceToText } from './mend-edition.ts'

/** So many of a series are remembered; of more, the oldest are forgotten. */
export const mostLearnedNames = 200

export const learnedNameSchema = v.strictObject({
  /** As printed. */
  name: v.pipe(v.string(), v.minLength(1), v.maxLength(200)),
  as: v.picklist(['source', 'text']),
})

/** A name that is a source after all, or text and no source. */
export type LearnedName = Readonly<v.InferOutput<typeof learnedNameSchema>>

/**
 * The name under which answers are remembered: the series, or what the files of a series have in common where no title names
 * it (`weekblik-2024-07.txt`). Null where there is neither.
 */
export function seriesOf({ series }: Pick<Edition, 'series'>, file: string | null): string | null {
  if (series !== null) return series
  const stem = file?.replace(/\.[^.]*$/u, '') ?? ''
  return (
    stem
      .split(/\P{L}+/u)
      .filter((word) => word !== '')
      .join(' ') || null
  )
}

/** An edition as it was read, with the answers that the reader gave before: those questions are gone. */
export function withLearned<
  Read extends { readonly edition: Edition; readonly remarks: readonly Remark[] },
>(read: Read, names: readonly LearnedName[]): Read {
  const known = new Map(names.map(({ name, as }) => [sourceKey(name), as]))
  if (known.size === 0) return read
  const asked = read.remarks.filter(
    (remark) => asksAboutSource(remark) && known.has(sourceKey(remark.quote)),
  )
  const asText = new Set(
    asked.map(({ quote }) => quote).filter((quote) => known.get(sourceKey(quote)) === 'text'),
  )
  let { edition } = read
  for (const { id, sources } of read.edition.sections.flatMap(({ items }) => items))
    for (const name of new Set(sources))
      if (asText.has(name)) edition = sourceToText(edition, id, name)
  const gone = new Set(asked)
  return { ...read, edition, remarks: read.remarks.filter((remark) => !gone.has(remark)) }
}

/** What is remembered of a series when the reader has answered once more: the newest answer counts, and stands last. */
export function learn(
  before: readonly LearnedName[],
  answers: readonly LearnedName[],
): readonly LearnedName[] {
  const all = new Map(before.map((one) => [sourceKey(one.name), one]))
  for (const answer of answers) {
    all.delete(sourceKey(answer.name))
    all.set(sourceKey(answer.name), answer)
  }
  return [...all.values()].slice(-mostLearnedNames)
}
