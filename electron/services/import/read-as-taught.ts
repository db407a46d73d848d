// How the blocks of a file are read where something was learnt of its series.
import type { SourceDocument } from '#core/document/source-document'
import { withHeadOf } from '#core/edition/with-head-of'
import { seriesOf, withLearned } from '#core/edition/learned-sources'
import type { ParsedDocument } from '#core/outline/document-edition'
import type { FormChange } from '#core/series/apply-form'
import type { Taught, TaughtAs } from '#core/series/taught'
import type { SeriesForms } from '../records/form-record.ts'
import type { LearnedNames } from '../records/learned-record.ts'
import type { Cage } from './cage.ts'

/** What the reader taught the program. */
export interface Learnt {
  /** What the reader said of the names in each series; without it every name is asked about. */
  readonly learned?: Pick<LearnedNames, 'of'> | undefined
  /** What was learnt of each series; without it every edition is read as it is guessed. */
  readonly forms?: Pick<SeriesForms, 'of' | 'givenBy'> | undefined
}

export interface TaughtReading extends TaughtAs {
  /** What the form of its series did; null where it has none, or one that changes nothing. */
  readonly taught: Taught | null
  /** When the form by which it was read had learnt last; null where it was read without. */
  readonly formed: string | null
}

/** An edition as the form of its series says, without the questions that the reader answered for that series before. */
export async function readAsTaught(
  { cage, forms, learned }: Learnt & { readonly cage: Cage },
  guessed: TaughtAs,
  document: SourceDocument,
  file: string | null,
): Promise<TaughtReading> {
  const { series } = guessed.edition
  const known = series === null ? null : (forms?.of(series) ?? null)
  const without = answered(guessed, file, learned)
  if (series === null || known === null) return { ...without, taught: null, formed: null }
  const { editions } = known
  const by = forms?.givenBy(series) ?? null
  const formed = await readBy(false)
  if (formed === null) {
    const anyway = await readBy(true)
    const offered = anyway === null || anyway.changes.length === 0 ? null : anyway
    const taught = { series, by, editions, changes: null, without, anyway: offered }
    return { ...without, taught, formed: null }
  }
  const { changes, ...shown } = formed
  if (changes.length === 0) return { ...without, taught: null, formed: known.changed }
  const taught = { series, by, editions, changes, without, anyway: null }
  return { ...shown, taught, formed: known.changed }

  /** Null where the form does not fit. */
  async function readBy(
    anyway: boolean,
  ): Promise<(TaughtAs & { readonly changes: readonly FormChange[] }) | null> {
    const parsed = await cage.parse(document, file, undefined, known?.form, anyway)
    const changes = parsed.ok ? (parsed.value.changedByForm ?? null) : null
    if (!parsed.ok || changes === null) return null
    const { edition, remarks, isDigest, ranks, alike } = parsed.value
    const named = withHeadOf({ ...edition, series }, without.edition)
    const read = { edition: named, remarks, isDigest, ranks, alike }
    return { ...answered(read, file, learned), changes }
  }
}

/** Without the questions that the reader answered for its series before. */
export function answered<Parsed extends Pick<ParsedDocument, 'edition' | 'remarks'>>(
  read: Parsed,
  file: string | null,
  learned: Learnt['learned'],
): Parsed {
  return withLearned(read, learned?.of(seriesOf(read.edition, file)) ?? [])
}
