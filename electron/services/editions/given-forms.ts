// The forms of series that an organisation gives along, so that its readers need not mend its editions.
import fs from 'node:fs'
import path from 'node:path'
import * as v from 'valibot'
import { formSchema } from '#core/series/form'
import { seriesFormKey, seriesNameSchema, type SeriesForm } from '#core/series/series-form'

const givenFormSchema = v.strictObject({ series: seriesNameSchema, form: formSchema })

export type GivenForm = Readonly<v.InferOutput<typeof givenFormSchema>>

/** In the folder of the organisation. */
export const givenFormsFile = 'forms.json'

export interface GivenForms {
  readonly by: string
  of(series: string): SeriesForm | null
}

/** Nothing was learnt since the build. */
const changed = new Date(0).toISOString()

/**
 * The forms by their series. They are read when the first is asked for; a damaged file counts as none, so that editions are
 * read as without it.
 */
export function openGivenForms(folder: string, by: string): GivenForms {
  let forms: ReadonlyMap<string, SeriesForm> | null = null

  function read(): ReadonlyMap<string, SeriesForm> {
    const file = path.join(folder, givenFormsFile)
    try {
      const all = v.parse(v.array(givenFormSchema), JSON.parse(fs.readFileSync(file, 'utf8')))
      return new Map(
        all.map(({ series, form }) => [
          seriesFormKey(series),
          { kind: 'form', series, changed, editions: [], form },
        ]),
      )
    } catch {
      return new Map()
    }
  }

  return {
    by,
    of(series) {
      forms ??= read()
      return forms.get(seriesFormKey(series)) ?? null
    },
  }
}
