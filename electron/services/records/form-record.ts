// The forms of series, each in a record of its own: what the reader mended in one edition is read so in the next.
import * as v from 'valibot'
import {
  mostForms,
  seriesFormKey,
  seriesFormSchema,
  type SeriesForm,
} from '#core/series/series-form'
import type { StoreOutcome } from '#core/reader-data/store-findings'
import type { GivenForms } from '../editions/given-forms.ts'
import type { ReaderDataStore } from '../reader-data/reader-data-store.ts'

export interface SeriesForms {
  /** What the reader taught, else what was given along; null where nothing was learnt of it. */
  of(series: string): SeriesForm | null
  /** Who gave along what `of` says; null where the reader taught it. */
  givenBy(series: string): string | null
  put(form: SeriesForm): StoreOutcome
  forget(series: string): StoreOutcome
  /** Brings back what was forgotten since the program started; where there was nothing, all stays as it is. */
  restore(series: string): StoreOutcome
  /** The series that the reader taught, as they are written. */
  list(): readonly SeriesForm[]
}

const beginning = seriesFormKey('')

/** @param given the forms that came with the program */
export function createSeriesForms(
  store: Pick<ReaderDataStore, 'entries' | 'put' | 'remove'>,
  given: GivenForms | null = null,
): SeriesForms {
  /** A form is large, and many editions of its series may come at once. */
  const read = new WeakMap<object, SeriesForm | null>()

  const forgotten = new Map<string, SeriesForm>()

  function readForm(key: string): SeriesForm | null {
    const value = store.entries().get(key)
    if (typeof value !== 'object' || value === null) return null
    const known = read.get(value)
    if (known !== undefined) return known
    const checked = v.safeParse(seriesFormSchema, value)
    const form = checked.success && seriesFormKey(checked.output.series) === key
    const own = form ? checked.output : null
    read.set(value, own)
    return own
  }

  function list(): SeriesForm[] {
    const keys = [...store.entries().keys()].filter((key) => key.startsWith(beginning))
    return keys.flatMap((key) => readForm(key) ?? [])
  }

  return {
    of: (series) => readForm(seriesFormKey(series)) ?? given?.of(series) ?? null,
    givenBy(series) {
      const isOwn = readForm(seriesFormKey(series)) !== null
      return isOwn || given === null || given.of(series) === null ? null : given.by
    },
    put(form) {
      const outcome = store.put(seriesFormKey(form.series), form)
      const [oldest] = list().sort((one, other) => (one.changed < other.changed ? -1 : 1))
      if (outcome.ok && oldest !== undefined && list().length > mostForms)
        store.remove(seriesFormKey(oldest.series))
      return outcome
    },
    forget(series) {
      const key = seriesFormKey(series)
      const form = readForm(key)
      const outcome = store.remove(key)
      if (outcome.ok && form !== null) forgotten.set(key, form)
      return outcome
    },
    restore(series) {
      const form = forgotten.get(seriesFormKey(series))
      return form === undefined ? { ok: true } : store.put(seriesFormKey(series), form)
    },
    list,
  }
}
