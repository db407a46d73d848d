// What a file states of itself, as it can be shown.
import type { Stated } from '../document/source-document.ts'
import { shownTitle } from '../edition/shown-name.ts'

/** A title or a series of which nothing can be seen is none. */
export function shownStated(stated: Stated): Stated {
  const titles = stated.titles.map((title) => ({ ...title, text: shownTitle(title.text) }))
  return {
    ...stated,
    titles: titles.filter(({ text }) => text !== ''),
    series: shownTitle(stated.series ?? '') || null,
  }
}
