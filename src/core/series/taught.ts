// How an edition is read that a form of its series was applied to.
import type { ParsedDocument } from '../outline/document-edition.ts'
import type { FormChange } from './apply-form.ts'
import type { TaughtEditionName } from './series-form.ts'

export interface Taught {
  readonly series: string
  /** Those that were looked over, the newest last. */
  readonly editions: readonly TaughtEditionName[]
  /** In the order of the lines; null where the edition is built in another way, and is read without the form. */
  readonly changes: readonly FormChange[] | null
  /** The edition as it is read without the form. */
  readonly without: Pick<ParsedDocument, 'edition' | 'remarks' | 'isDigest' | 'ranks'>
}
