import type { DesktopCalls } from '#core/desktop-api'
import type { WriteOutcome } from '#core/desktop/transfer'
import type { EditionImport } from '../adding/edition-import.ts'
import type { SeriesForms } from '../records/form-record.ts'

export interface SeriesParts {
  readonly forms: SeriesForms
  readonly imports: Pick<EditionImport, 'reread' | 'undoReread'>
}

export function createSeriesCalls({ forms, imports }: SeriesParts): DesktopCalls['series'] {
  return {
    learnt: () =>
      Promise.resolve(
        forms.list().map(({ series, editions, changed }) => ({ series, editions, changed })),
      ),
    forget: (series) => Promise.resolve(withoutDetail(forms.forget(series))),
    restore: (series) => Promise.resolve(withoutDetail(forms.restore(series))),
    reread: (series) => imports.reread(series),
    undoReread: () => Promise.resolve(imports.undoReread()),
  }
}

/** The detail is for logs. */
function withoutDetail(outcome: ReturnType<SeriesForms['forget']>): WriteOutcome {
  return outcome.ok ? outcome : { ok: false, reason: outcome.reason }
}
