// Which backups to make and to keep: of the last seven days on which something was written, and of four weeks before.
import type { BackupName } from './store-names.ts'

const keptDays = 7
const keptWeeks = 4
/** After so many records a backup is due, even if today has one: the clock may have stopped. */
const recordsPerBackup = 1_000
const millisecondsPerDay = 86_400_000

/** The day in UTC as YYYY-MM-DD. */
export function dayOf(moment: Date): string {
  return moment.toISOString().slice(0, 10)
}

/** Whether a state with this sequence number is to be backed up today, given the backups that can be read. */
export function isBackupDue(
  backups: readonly BackupName[],
  today: string,
  sequence: number,
): boolean {
  const newest = Math.max(0, ...backups.map((backup) => backup.sequence))
  if (sequence <= newest) return false
  return !backups.some(({ day }) => day === today) || sequence - newest >= recordsPerBackup
}

/**
 * The backups to keep, of those that can be read. They are ordered by sequence number: a wrong clock must not make an older
 * state replace a newer one.
 */
export function backupsToKeep(backups: readonly BackupName[]): ReadonlySet<string> {
  const newestFirst = [...backups].sort((a, b) => b.sequence - a.sequence)
  const days = firstOfEach(newestFirst, ({ day }) => day).slice(0, keptDays)
  const older = newestFirst.filter((backup) => days.every(({ day }) => day !== backup.day))
  const weeks = firstOfEach(older, ({ day }) => weekOf(day)).slice(0, keptWeeks)
  return new Set([...days, ...weeks].map(({ file }) => file))
}

function firstOfEach<Key>(
  backups: readonly BackupName[],
  keyOf: (backup: BackupName) => Key,
): BackupName[] {
  const first = new Map<Key, BackupName>()
  for (const backup of backups) {
    if (!first.has(keyOf(backup))) first.set(keyOf(backup), backup)
  }
  return [...first.values()]
}

/** The number of the week since 1970, weeks beginning on Monday. */
function weekOf(day: string): number {
  const thursday = 3
  return Math.floor((Date.parse(day) / millisecondsPerDay + thursday) / 7)
}
