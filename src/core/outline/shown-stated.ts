// What a file states of itself, as it can be shown.
import type { Stated } from '../document/source-document.ts'
import { issueNumber } from '../edition/issue-number.ts'
import { shownTitle } from '../edition/shown-name.ts'

/** A title or a series of which nothing can be seen is none. */
export function shownStated(stated: Stated): Stated {
  const titles = stated.titles.map((title) => ({ ...title, text: shownTitle(title.text) }))
  const { number: written, ...others } = stated
  const number = issueNumber(written ?? '')
  return {
    ...others,
    ...(number === null ? {} : { number }),
    titles: titles.filter(({ text }) => text !== ''),
    series: shownTitle(stated.series ?? '') || null,
  }
}
