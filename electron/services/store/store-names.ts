// The names of the store's files. All other files in the folder are left alone.

/** Generation 7 is `snapshot-00000007.json`, and `journal-00000007.jsonl` with the changes after it. */
export function snapshotName(generation: number): string {
  return `snapshot-${padded(generation)}.json`
}

export function journalName(generation: number): string {
  return `journal-${padded(generation)}.jsonl`
}

/** A backup is named by its day (YYYY-MM-DD, UTC) for people, and by its sequence number, which orders the backups. */
export function backupName(day: string, sequence: number): string {
  return `backup-${day}.${sequence}.json`
}

/** The name for a copy of damaged bytes. It contains the old name, and the same bytes get the same name. */
export function damagedName(file: string, checksum: string): string {
  return `damaged-${checksum}-${file}`
}

interface GenerationName {
  readonly kind: 'snapshot' | 'journal'
  readonly file: string
  readonly generation: number
}

export interface BackupName {
  readonly kind: 'backup'
  readonly file: string
  readonly day: string
  readonly sequence: number
}

export type StoreFileName = GenerationName | BackupName

/** Null for every file that the store does not read. */
export function parseStoreName(file: string): StoreFileName | null {
  const generation = /^(snapshot|journal)-(\d{8,15})\.jsonl?$/.exec(file)
  if (generation) {
    const number = Number(generation[2])
    const kind = generation[1] === 'snapshot' ? 'snapshot' : 'journal'
    const expected = kind === 'snapshot' ? snapshotName(number) : journalName(number)
    return file === expected ? { kind, file, generation: number } : null
  }
  const backup = /^backup-(\d{4}-\d{2}-\d{2})\.(\d{1,15})\.json$/.exec(file)
  if (!backup?.[1]) return null
  return { kind: 'backup', file, day: backup[1], sequence: Number(backup[2]) }
}

/** Temporary files of the store, which a kill may leave behind; their content was never acknowledged. */
export function isLeftover(file: string): boolean {
  return /^(?:snapshot|journal|backup|damaged)-.*\.tmp$/.test(file)
}

function padded(generation: number): string {
  return String(generation).padStart(8, '0')
}
