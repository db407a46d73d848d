// For how long something that was removed can be put back.

const restorableDays = 30
const dayLength = 86_400_000

/**
 * How many days it can still be put back; negative when it cannot any more.
 * @param day of the removal, and `today`: both YYYY-MM-DD. A removal in the future counts as one of today.
 */
export function daysLeft(day: string, today: string): number {
  const past = Math.round((Date.parse(today) - Date.parse(day)) / dayLength)
  return restorableDays - Math.max(0, past)
}
