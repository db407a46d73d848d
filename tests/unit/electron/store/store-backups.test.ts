import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  backupsToKeep,
  dayOf,
  isBackupDue,
} from '../../../../electron/services/store/store-backups.ts'
import { backupName, type BackupName } from '../../../../electron/services/store/store-names.ts'

function aBackup(day: string, sequence: number): BackupName {
  return { kind: 'backup', file: backupName(day, sequence), day, sequence }
}

function days(first: string, count: number, sequence = 1): BackupName[] {
  return Array.from({ length: count }, (_, index) =>
    aBackup(dayOf(new Date(Date.parse(first) + index * 86_400_000)), sequence + index),
  )
}

describe('backups', () => {
  it.each([
    ['there is none', [], 1, true],
    ['nothing was written yet', [], 0, false],
    ['today has one', [aBackup('2024-07-05', 4)], 9, false],
    ['only another day has one', [aBackup('2024-07-04', 4)], 9, true],
    ['nothing was written since', [aBackup('2024-07-04', 9)], 9, false],
    ['the clock stands still and much was written', [aBackup('2024-07-05', 4)], 1_004, true],
    ['the clock ran ahead for a while', [aBackup('2034-07-05', 4)], 9, true],
  ])('are due, or not, when %s', (_, backups, sequence, expected) => {
    expect(isBackupDue(backups, '2024-07-05', sequence)).toBe(expected)
  })

  it('stay for seven days, and for four weeks before those', () => {
    const kept = backupsToKeep(days('2024-01-01', 60))
    expect(kept.size).toBe(11)
    expect([...kept].map((file) => file.slice(7, 17)).sort()).toEqual([
      '2024-02-04', // Sundays, the last days of their weeks
      '2024-02-11',
      '2024-02-18',
      '2024-02-22', // what is left of the week in which the seven days begin
      '2024-02-23',
      '2024-02-24',
      '2024-02-25',
      '2024-02-26',
      '2024-02-27',
      '2024-02-28',
      '2024-02-29',
    ])
  })

  it('are never more than eleven, and the newest by sequence number is always among them', () => {
    const day = fc
      .integer({ min: -4_000, max: 4_000 })
      .map((number) => dayOf(new Date(number * 86_400_000)))
    fc.assert(
      fc.property(fc.array(day, { minLength: 1, maxLength: 50 }), (made) => {
        const backups = made.map((name, index) => aBackup(name, index + 1))
        const kept = backupsToKeep(backups)
        expect(kept.size).toBeLessThanOrEqual(11)
        expect(kept).toContain(backups.at(-1)?.file)
      }),
    )
  })
})
