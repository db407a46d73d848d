// Weeks as the calendar counts them (ISO 8601).

/** The week of a day, as `2026-W45`. A week belongs to the year of its Thursday. */
export function weekOf(date: string): string {
  const thursday = new Date(`${date}T00:00:00Z`)
  thursday.setUTCDate(thursday.getUTCDate() + 4 - (thursday.getUTCDay() || 7))
  const year = thursday.getUTCFullYear()
  const week = Math.floor((thursday.getTime() - Date.UTC(year, 0, 1)) / (7 * 24 * 3_600_000)) + 1
  return `${String(year)}-W${String(week).padStart(2, '0')}`
}
