// What an edition that is not kept yet would be read as, in figures: with the form of its series, and without.
import type { Edition } from '../edition/edition.ts'
import type { FormChange } from './apply-form.ts'
import type { Taught } from './taught.ts'

export interface ForeseenReading {
  /** `same`: the form changes nothing. `unlike`: it is built in another way, and is read without. `unread`: it cannot be read. */
  readonly fit: 'changed' | 'same' | 'unlike' | 'unread'
  /** How many items it has without the form, and with it. */
  readonly before: number
  readonly after: number
  /** How many texts and headings become titles, and how many runs of lines are left out. */
  readonly titles: number
  readonly leftOut: number
}

const nothing = { before: 0, after: 0, titles: 0, leftOut: 0 }

export const unreadForeseen: ForeseenReading = { fit: 'unread', ...nothing }

/** @param edition as it would come in */
export function foreseenReading({
  edition,
  taught,
}: {
  readonly edition: Edition
  readonly taught: Taught | null
}): ForeseenReading {
  const items = countItems(edition)
  if (taught?.changes == null) {
    const fit = taught === null ? 'same' : 'unlike'
    return { ...nothing, fit, before: items, after: items }
  }
  const { changes, without } = taught
  return {
    ...{ fit: 'changed', before: countItems(without.edition), after: items },
    titles: changes.filter(({ was, now }) => isTitle(now) && !isTitle(was)).length,
    leftOut: changes.filter(({ now }) => now === 'left-out').length,
  }
}

/** The figures of all of them together. */
export function sumOfForeseen(readings: readonly ForeseenReading[]): Omit<ForeseenReading, 'fit'> {
  const of = (key: keyof typeof nothing): number =>
    readings.reduce((sum, reading) => sum + reading[key], 0)
  return {
    ...{ before: of('before'), after: of('after') },
    ...{ titles: of('titles'), leftOut: of('leftOut') },
  }
}

function countItems({ sections }: Edition): number {
  return sections.reduce((sum, { items }) => sum + items.length, 0)
}

function isTitle(role: FormChange['was']): boolean {
  return role === 'item-title' || role === 'titled-text'
}
