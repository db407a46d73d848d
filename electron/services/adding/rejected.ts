import type { AddOutcome } from '#core/desktop/adding'
import type { Rejection } from '#core/edition/rejection'

/** A file or a text of which nothing came in. */
export function rejected(reason: Rejection, file: string | null): AddOutcome {
  return { ok: false, reason, file, refusal: null }
}
