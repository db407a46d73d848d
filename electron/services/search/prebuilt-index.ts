// The index of editions that are compiled with the program.
import { createCompoundSplitter, type CompoundLexicon } from '#core/dutch/compound'
import type { EditionBundle } from '#core/edition/edition'
import { groupOf, packSegment } from '#core/search/compact/pack-segment'
import type { Segment } from '#core/search/compact/segment'
import { checksum } from '../store/store-checksum.ts'

export interface CompiledEdition {
  readonly bundle: EditionBundle
  /** The bytes of its file. */
  readonly bytes: Uint8Array
}

/** What tells the text of a compiled edition from any other. */
export function stampOf(bytes: Uint8Array): string {
  return checksum(bytes)
}

/** The index of some editions; `lexicon` finds the seams of their compounds, which go along. */
export function packCompiled(
  editions: readonly CompiledEdition[],
  lexicon: CompoundLexicon,
): Segment {
  const groups = editions.map(({ bundle, bytes }) => {
    return groupOf(bundle, stampOf(bytes))
  })
  return packSegment(groups, createCompoundSplitter(lexicon), { hasListedSeams: true })
}
