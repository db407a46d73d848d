// What a reader mended in an edition is learnt for the next ones of its series.
import type { Edition } from '#core/edition/edition'
import { noForm } from '#core/series/form'
import { teachesSomething } from '#core/series/taught-editions'
import type { Cage } from '../import/cage.ts'
import type { Draft } from '../import/read-draft.ts'
import { documentOfSource, wordsOf } from '../library/kept-source.ts'
import type { SeriesForms } from '../records/form-record.ts'

export interface TeachingOptions {
  readonly cage: Cage
  readonly forms: SeriesForms
  readonly now: () => Date
}

/**
 * An edition that was looked over once more takes the place of what it taught before. A series of which nothing was ever
 * mended has no form.
 * @param kept the edition under the id that it has in the library
 * @param isFormed whether it was shown as the form of its series says
 * @returns false where it could not be remembered; what is kept stays as it is
 */
export async function teachSeries(
  { cage, forms, now }: TeachingOptions,
  draft: Draft,
  kept: Edition,
  isFormed: boolean,
): Promise<boolean> {
  const series = draft.edition.series ?? kept.series
  const document = documentOfSource(draft.source)
  if (series === null || document === null) return true
  const before = forms.of(series)
  const isGiven = forms.givenBy(series) !== null
  // A form that was given along stays that of its maker until its reader mends something.
  if (before !== null && isGiven && isAsRead(draft, kept, isFormed)) return true
  const known = before?.editions.findIndex(({ id }) => id === kept.id) ?? -1
  // The editions of a form that was given along have no names.
  const nameless = before === null ? 0 : before.form.editions.length - before.editions.length
  const replaces = known === -1 ? null : nameless + known
  const editions = (before?.editions ?? []).filter((_, at) => at !== known)
  const { edition: read } = shownAs(draft, isFormed)
  const mending = { read, kept, isFormed, replaces }
  const taught = await cage.teach(before?.form ?? noForm, document, { by: 'reader', ...mending })
  if (!taught.ok) return false
  if (before === null && !teachesSomething(taught.value)) return true
  const { id, title, date, number } = kept
  const named = {
    id,
    title,
    date: date?.value ?? null,
    ...(number === undefined ? {} : { number }),
  }
  const names = [...editions, named]
  return forms.put({
    ...{ kind: 'form', series, changed: now().toISOString() },
    form: taught.value,
    editions: names.slice(Math.max(0, names.length - taught.value.editions.length)),
  }).ok
}

/** Whether the reader kept all as it was shown. */
function isAsRead(draft: Draft, kept: Edition, isFormed: boolean): boolean {
  return wordsOf(shownAs(draft, isFormed).edition) === wordsOf(kept)
}

function shownAs({ edition, asRead, taught }: Draft, isFormed: boolean): { edition: Edition } {
  if (isFormed) return taught?.anyway ?? { edition }
  return taught?.without ?? { edition: asRead }
}
