import type { DesktopCalls } from '#core/desktop-api'
import type { EditionImport } from '../adding/edition-import.ts'
import { toWriteOutcome } from '../reader-data/reader-data.ts'
import type { SeriesForms } from '../records/form-record.ts'

export interface SeriesParts {
  readonly forms: SeriesForms
  readonly imports: Pick<EditionImport, 'reread'>
}

export function createSeriesCalls({ forms, imports }: SeriesParts): DesktopCalls['series'] {
  return {
    learnt: () =>
      Promise.resolve(
        forms.list().map(({ series, editions, changed }) => ({ series, editions, changed })),
      ),
    forget: (series) => Promise.resolve(toWriteOutcome(forms.forget(series))),
    restore: (series) => Promise.resolve(toWriteOutcome(forms.restore(series))),
    reread: (series) => imports.reread(series),
  }
}
