// The rows of a proof that one saying of its reader can be about.
import type { Edition } from './edition.ts'
import { partOf, type ProofRow } from './proof-rows.ts'
import { roleOf } from './row-roles.ts'

/**
 * The rows that look in the file as one does and are the same as it now, with that one among them.
 * @param rows of the edition
 * @param alike the lines of the file that look alike, in groups
 */
export function alikeRows(
  edition: Edition,
  rows: readonly ProofRow[],
  alike: readonly (readonly number[])[],
  row: ProofRow,
): readonly ProofRow[] {
  const part = partOf(row)
  const group = new Set(alike.find((lines) => row.line !== null && lines.includes(row.line)))
  if (part === null || group.size === 0) return [row]
  const role = roleOf(edition, part)
  return rows.filter((one) => {
    const own = partOf(one)
    return own !== null && one.line !== null && group.has(one.line) && roleOf(edition, own) === role
  })
}
