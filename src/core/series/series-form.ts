// What is kept of a series: its form, and the editions that it was learnt from.
import * as v from 'valibot'
import { editionSchema, idSchema } from '../edition/edition.ts'
import { sameSeries } from './same-series.ts'
import { formSchema, mostEditions } from './form.ts'

export const seriesNameSchema = v.pipe(v.string(), v.minLength(1), v.maxLength(2_000))

const words = v.pipe(v.string(), v.minLength(1), v.maxLength(2_000))

const taughtEditionSchema = v.strictObject({
  /** In the library. */
  id: idSchema,
  title: words,
  /** YYYY-MM-DD or YYYY-MM. */
  date: v.nullable(v.string()),
  /** Of the issue, as printed; absent where its file names none. */
  number: editionSchema.entries.number,
})

/** A loose object: a field that a newer program wrote is kept. */
export const seriesFormSchema = v.looseObject({
  kind: v.literal('form'),
  /** As it is written. */
  series: seriesNameSchema,
  /** An ISO moment. */
  changed: v.pipe(v.string(), v.isoTimestamp()),
  /** Those of the form, the newest last. */
  editions: v.pipe(v.array(taughtEditionSchema), v.maxLength(mostEditions)),
  form: formSchema,
})

/** Names an edition that was looked over. */
export type TaughtEditionName = Readonly<v.InferOutput<typeof taughtEditionSchema>>
export type SeriesForm = Readonly<v.InferOutput<typeof seriesFormSchema>>

/** What was learnt of a series, without the form itself. */
export type LearntSeries = Pick<SeriesForm, 'series' | 'editions' | 'changed'>

/** Of more series, what was learnt longest ago is forgotten. */
export const mostForms = 60

/** Under which a form lies in the store. */
export function seriesFormKey(series: string): string {
  return `form:${sameSeries(series)}`
}
