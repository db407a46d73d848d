// How the adding of many editions went, as it is told at the end.
import type { AddedEdition, AddSummary } from '#core/desktop/adding'
import type { KeepSourceOutcome } from './keep-source.ts'

export function createSummary() {
  const failures: AddSummary['failures'][number][] = []
  const mended: AddSummary['mended'][number][] = []
  const titles: string[] = []
  const added: AddedEdition[] = []
  const ids = new Set<string>()
  let known = 0
  let taught = 0

  return {
    /** @param file what it is called where it failed */
    add(file: string, outcome: KeepSourceOutcome): void {
      if (!outcome.ok) {
        if (outcome.reason === 'mended') mended.push({ file, title: outcome.title })
        // What was being read when the reader cancelled has not failed.
        else if (outcome.reason !== 'cancelled') failures.push({ file, reason: outcome.reason })
      } else if (outcome.added !== null) {
        titles.push(outcome.title)
        added.push(outcome.added)
        ids.add(outcome.id)
        if (outcome.isTaught) taught += 1
      } else known += 1
    },
    /** @param ended.refusal names the files that are no UTF-8 */
    result(ended: Pick<AddSummary, 'isCancelled' | 'refusal'>): AddSummary {
      return { kept: added.length, added, taught, known, mended, failures, ...ended }
    },
    failures: failures as AddSummary['failures'],
    /** Of the editions that were kept. */
    titles: titles as readonly string[],
    ids: ids as ReadonlySet<string>,
  }
}
