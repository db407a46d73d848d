// How an edition is read that a form of its series was applied to.
import type { ParsedDocument } from '../outline/document-edition.ts'
import type { FormChange } from './apply-form.ts'
import type { TaughtEditionName } from './series-form.ts'

export interface Taught {
  readonly series: string
  /** Who gave the form along; null where the reader taught it. */
  readonly by: string | null
  /** Those that were looked over, the newest last. */
  readonly editions: readonly TaughtEditionName[]
  /** In the order of the lines; null where the edition is built in another way, and is read without the form. */
  readonly changes: readonly FormChange[] | null
  /** The edition as it is read without the form. */
  readonly without: TaughtAs
  /** Of one that is built in another way: as the form says all the same. Null where that changes nothing. */
  readonly anyway: (TaughtAs & { readonly changes: readonly FormChange[] }) | null
}

/** What an edition was read as. */
export type TaughtAs = Pick<ParsedDocument, 'edition' | 'remarks' | 'isDigest' | 'ranks' | 'alike'>

/** What the form changed, whether it fits or not; empty where it changed nothing. */
export function changesByForm({ changes, anyway }: Taught): readonly FormChange[] {
  return changes ?? anyway?.changes ?? []
}
