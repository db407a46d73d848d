// From a base and the journals after it to the state of the store, and to what can be said about records that are gone.
import type { DamagedFile, StoreFinding } from '#core/reader-data/store-findings'
import type { Change, JournalReading } from './store-journal.ts'
import { journalName, snapshotName } from './store-names.ts'
import type { Snapshot } from './store-snapshot.ts'

export interface Journal extends JournalReading {
  readonly file: string
  readonly generation: number
  readonly bytes: Buffer
}

/** A file with bytes that cannot be used. They are still to be set aside; null when the system does not give them. */
export interface Damage {
  readonly kind: Extract<StoreFinding, DamagedFile>['kind']
  readonly file: string
  readonly loss: DamagedFile['loss']
  readonly bytes: Buffer | null
  /** The code of the system's error, for a file that it does not give. */
  readonly detail: string
}

export interface Replay extends Snapshot {
  readonly entries: Map<string, unknown>
  readonly damage: readonly Damage[]
  readonly findings: readonly StoreFinding[]
  /** Every record up to `sequence` is known to be in it. */
  readonly isComplete: boolean
}

/**
 * Applies the journals of the base's generation and later ones, in order, to the base.
 * A record that cannot be read is stepped over and later ones still count, each being whole in itself: a key then has the
 * last value that is known to be good.
 */
export function replayJournals(
  base: Snapshot | null,
  baseGeneration: number,
  journals: readonly Journal[],
): Replay {
  const entries = new Map(base?.entries)
  const baseSequence = base?.sequence ?? 0
  const needed = journals.filter(({ generation }) => generation >= baseGeneration)
  const damage: Damage[] = []
  const findings: StoreFinding[] = []
  const missing = missingBefore(baseSequence, baseGeneration, needed[0])
  if (missing) findings.push(missing)
  let isComplete = missing === null && (base !== null || needed.length > 0)
  let sequence = baseSequence
  for (const [index, journal] of needed.entries()) {
    // A journal ends where the next one says that it begins. What lies behind that was written but never acknowledged:
    // its sync failed, and the store went on in a new generation.
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

/** Journals before the base are not needed now, but the next damage may make them so: they are checked too. */
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

/** What one change does to the entries. A key that is put again keeps its place in the order. */
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

/** The base is always followed by a journal that begins where it ends, unless a file was damaged or taken away. */
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
