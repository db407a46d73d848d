// Computes the state of the store from a snapshot and the journals after it, and finds lost records.
import type { DamagedFile, StoreFinding } from '#core/reader-data/store-findings'
import type { Change, JournalReading } from './store-journal.ts'
import { StoreEntries } from './store-entries.ts'
import { journalName, snapshotName } from './store-names.ts'
import type { Snapshot } from './store-snapshot.ts'

export interface Journal extends JournalReading {
  readonly file: string
  readonly generation: number
  readonly bytes: Buffer
}

/** A file with damaged bytes, which are still to be copied to another name; null when they cannot be read. */
export interface Damage {
  readonly kind: Extract<StoreFinding, DamagedFile>['kind']
  readonly file: string
  readonly loss: DamagedFile['loss']
  readonly bytes: Buffer | null
  readonly detail: string
}

export interface Replay extends Snapshot {
  readonly damage: readonly Damage[]
  readonly findings: readonly StoreFinding[]
  /** Whether it surely has every record up to `sequence`. */
  readonly isComplete: boolean
}

/**
 * Applies the journals of the base's generation and later ones, in order, to the base.
 * A damaged record is skipped, and later ones are still applied: a key then has its last intact value.
 */
export function replayJournals(
  base: Snapshot | null,
  baseGeneration: number,
  journals: readonly Journal[],
): Replay {
  const entries = base?.entries.copy() ?? new StoreEntries()
  const baseSequence = base?.sequence ?? 0
  const needed = journals.filter(({ generation }) => generation >= baseGeneration)
  const damage: Damage[] = []
  const findings: StoreFinding[] = []
  const missing = missingBefore(baseSequence, baseGeneration, needed[0])
  if (missing) findings.push(missing)
  let isComplete = missing === null && (base !== null || needed.length > 0)
  let sequence = baseSequence
  for (const [index, journal] of needed.entries()) {
    // A journal ends where the next one begins. Later records in it were never acknowledged: their sync failed, and the store
    // went on in a new generation.
    const end = needed[index + 1]?.start?.after ?? null
    sequence = Math.max(sequence, journal.start?.after ?? 0)
    let hasHole = false
    for (const record of journal.records) {
      if (record.sequence <= baseSequence || record.sequence > (end ?? Infinity)) continue
      hasHole ||= record.sequence > sequence + 1
      sequence = Math.max(sequence, record.sequence)
      for (const change of record.changes) applyChange(entries, change)
    }
    const isShort = end === null ? journal.hasDamagedTail : sequence < end
    const loss = hasHole || isShort ? 'possible' : 'none'
    isComplete &&= loss === 'none'
    const found = describeJournal(journal, loss)
    if (found.damage) damage.push(found.damage)
    if (found.finding) findings.push(found.finding)
  }
  return { entries, sequence, damage, findings, isComplete }
}

/** Checks the journals before the base: they are not needed now, but may be after the next damage. */
export function checkSpareJournals(
  baseSequence: number,
  baseGeneration: number,
  journals: readonly Journal[],
): Pick<Replay, 'damage' | 'findings'> {
  const found = journals.flatMap((journal, index) => {
    if (journal.generation >= baseGeneration) return []
    const end = journals[index + 1]?.start?.after ?? baseSequence
    const last = journal.records.at(-1)?.sequence ?? journal.start?.after ?? 0
    return [describeJournal(journal, 'none', last < end)]
  })
  return {
    damage: found.flatMap(({ damage }) => damage ?? []),
    findings: found.flatMap(({ finding }) => finding ?? []),
  }
}

/** A key that is put again keeps its place in the order. */
export function applyChange(entries: Map<string, unknown>, change: Change): void {
  if ('put' in change) entries.set(change.put, change.value)
  else entries.delete(change.remove)
}

function describeJournal(
  journal: Journal,
  loss: DamagedFile['loss'],
  isShort = loss === 'possible',
): { damage?: Damage; finding?: StoreFinding } {
  const { file, bytes } = journal
  if (journal.hasDamagedLines || journal.hasDamagedTail) {
    const kind = journal.hasDamagedLines ? 'damaged-journal-lines' : 'damaged-journal-tail'
    return { damage: { kind, file, loss, bytes, detail: '' } }
  }
  return isShort ? { finding: { kind: 'missing-records', file, loss } } : {}
}

/** A finding when no journal begins where the base ends: then a file was damaged or removed. */
function missingBefore(
  baseSequence: number,
  baseGeneration: number,
  first: Journal | undefined,
): StoreFinding | null {
  if (!first && baseGeneration === 0) return null
  const start = first ? (first.start?.after ?? 0) : Infinity
  if (start <= baseSequence) return null
  const file =
    baseGeneration > 0 ? journalName(baseGeneration) : snapshotName(first?.generation ?? 1)
  return { kind: 'missing-records', file, loss: 'possible' }
}
