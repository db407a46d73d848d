// The index of editions that are compiled with the program.
import { createCompoundSplitter, type CompoundLexicon } from '#core/dutch/compound'
import type { EditionBundle } from '#core/edition/edition'
import { groupOf, packSegment } from '#core/search/compact/pack-segment'
import type { Segment } from '#core/search/compact/segment'
import { checksum } from '../store/store-checksum.ts'
import { bytesOfProgram } from './segment-bytes.ts'
import { openSegment, type OpenedSegment } from './segment-file.ts'

export interface CompiledEdition {
  readonly bundle: EditionBundle
  /** The contents of its file. */
  readonly bytes: Uint8Array
}

/** Identifies the text of a compiled edition by its bytes. */
export function stampOf(bytes: Uint8Array): string {
  return checksum(bytes)
}

/** @param lexicon finds the seams of compounds, which are stored in the index */
export function packCompiled(
  editions: readonly CompiledEdition[],
  lexicon: CompoundLexicon,
): Segment {
  const groups = editions.map(({ bundle, bytes }) => groupOf(bundle, stampOf(bytes)))
  return packSegment(groups, createCompoundSplitter(lexicon), { hasListedSeams: true })
}

/** Opens such an index; null when it cannot be read, or was not made of the text with this stamp. Never throws. */
export function openCompiledIndex(file: string, textStamp: string): OpenedSegment | null {
  try {
    const reading = openSegment(file, bytesOfProgram)
    if (!reading.ok) return null
    const { opened } = reading
    if (opened.segment.groups.some(({ stamp }) => stamp === textStamp)) return opened
    opened.close()
  } catch {
    // The text is there, and can be indexed again.
  }
  return null
}
