import type { DesktopCalls } from '#core/desktop-api'
import type { WriteOutcome } from '#core/desktop/transfer'
import type { SeriesForms } from '../records/form-record.ts'

export interface SeriesParts {
  readonly forms: SeriesForms
}

export function createSeriesCalls({ forms }: SeriesParts): DesktopCalls['series'] {
  return {
    learnt: () =>
      Promise.resolve(forms.list().map(({ series, editions }) => ({ series, editions }))),
    forget: (series) => Promise.resolve(withoutDetail(forms.forget(series))),
    restore: (series) => Promise.resolve(withoutDetail(forms.restore(series))),
  }
}

/** The detail is for logs. */
function withoutDetail(outcome: ReturnType<SeriesForms['forget']>): WriteOutcome {
  return outcome.ok ? outcome : { ok: false, reason: outcome.reason }
}
