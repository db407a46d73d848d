// What a form changed, at the rows of a proof.
import type { ProofRow } from '../edition/proof-rows.ts'
import type { FormChange } from './apply-form.ts'

/**
 * The change of each row that has one, by its key: that of its own line before that of a line below it. What was left out has
 * no row. A row that the reader mended since is theirs.
 * @param rows as they are now
 * @param asRead as they were read
 */
export function taughtRows(
  changes: readonly FormChange[],
  rows: readonly ProofRow[],
  asRead: readonly ProofRow[],
): ReadonlyMap<string, FormChange> {
  const found = new Map<string, FormChange>()
  for (const change of changes) {
    if (change.now === 'left-out') continue
    const row = asRead.findLast(({ line }) => line !== null && line <= change.line)
    if (row !== undefined && !found.has(row.key)) found.set(row.key, change)
  }
  const before = new Map(asRead.map((row) => [row.key, row]))
  const isSame = ({ key, role, text }: ProofRow): boolean =>
    before.get(key)?.role === role && before.get(key)?.text === text
  const untouched = new Set(rows.filter(isSame).map(({ key }) => key))
  return new Map([...found].filter(([key]) => untouched.has(key)))
}
