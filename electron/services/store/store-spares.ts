// The files that the state of the store was whole without: older generations and backups. They are checked after the start, and
// before any of them is removed.
import { join } from 'node:path'
import type { StoreFinding } from '#core/reader-data/store-findings'
import { errorCode } from './durable-files.ts'
import { readJournal } from './store-journal.ts'
import type { StoreFileName } from './store-names.ts'
import { setDamageAside, type OpenedFolder, type StoreFolder } from './store-opening.ts'
import { checkSpareJournals, type Damage } from './store-replay.ts'
import { snapshotFormat } from './store-snapshot.ts'

export interface Spares {
  /** Checks one more file; false when all are checked. Never throws. */
  checkNext(): boolean
  checkAll(): void
  /** What was found in those that were checked. */
  readonly findings: readonly StoreFinding[]
  /** Names of those that were found undamaged. */
  readonly intact: ReadonlySet<string>
  /** Names of damaged files whose bytes were copied to a second name. */
  readonly setAside: ReadonlySet<string>
}

type Checked = Pick<ReturnType<typeof checkSpareJournals>, 'damage' | 'findings'>

export function createSpares(
  folder: StoreFolder,
  { reading, lock }: Pick<OpenedFolder, 'reading' | 'lock'>,
): Spares {
  const unread = newestFirst(reading.unread)
  const findings: StoreFinding[] = []
  const intact = new Set<string>()
  const setAside = new Set<string>()
  /** Where the journal after the next one begins. */
  let end = reading.baseSequence

  function check(name: StoreFileName, bytes: Buffer): Checked {
    const { kind, file } = name
    if (kind === 'journal') {
      const { generation } = name
      const journal = { ...readJournal(bytes, generation, true), file, generation, bytes }
      const found = checkSpareJournals(end, reading.baseGeneration, [journal])
      end = journal.start?.after ?? reading.baseSequence
      return found
    }
    const damage: Damage = { kind: `damaged-${kind}`, file, loss: 'none', bytes, detail: '' }
    return { damage: snapshotFormat(bytes) === null ? [damage] : [], findings: [] }
  }

  /** Null for a file that is gone. */
  function read(name: StoreFileName): Checked | null {
    const { file } = name
    let bytes: Buffer
    try {
      bytes = folder.files.read(join(folder.path, file))
    } catch (error) {
      const detail = errorCode(error)
      if (detail === 'ENOENT') return null
      const damage: Damage = { kind: 'unreadable-file', file, loss: 'none', bytes: null, detail }
      return { damage: [damage], findings: [] }
    }
    return check(name, bytes)
  }

  function checkNext(): boolean {
    const name = unread.shift()
    if (name === undefined) return false
    const checked = read(name)
    if (checked === null) return true
    const kept = checked.damage.map((damage) => setDamageAside(folder, damage, lock !== null))
    findings.push(...checked.findings, ...kept)
    if (kept.length === 0) intact.add(name.file)
    for (const { file, keptAs } of kept) if (keptAs !== null) setAside.add(file)
    return true
  }

  return {
    checkNext,
    checkAll() {
      while (checkNext());
    },
    findings,
    intact,
    setAside,
  }
}

/** A journal is checked by where the next one begins. */
function newestFirst(names: readonly StoreFileName[]): StoreFileName[] {
  const generationOf = (name: StoreFileName) => (name.kind === 'backup' ? 0 : name.generation)
  return [...names].sort((one, other) => generationOf(other) - generationOf(one))
}
