// How many keys lead from where the focus is to each control of a part, and to the ends of each list in it.
import type { JSHandle, Locator, Page } from '@playwright/test'

/** No control and no end of a list is further away. */
export const mostKeys = 12

/** What one can stand on in a part: its controls, and the rows of its lists. */
interface Place {
  /** All controls that are no row's; the radio buttons of a group count as one. */
  readonly controls: readonly string[]
  readonly lists: readonly { readonly name: string; readonly last: number }[]
  /** Where the focus is: the name of a control, or of a list and which of its rows. */
  readonly control: string | null
  readonly list: string | null
  readonly row: { readonly place: number; readonly isLast: boolean } | null
  /** Whether arrows go from here to others, and do not scroll, move a cursor, or choose what they come to. */
  readonly hasArrows: boolean
}

/** In the page: what there is in a part, and where the focus is. */
function look(part: Element): Place {
  const rowSelector = '[data-stop], [role="option"], [data-edition], [data-part]'
  const listSelector =
    '[role="listbox"], [role="tabpanel"], .sections, .shelves, .list:not(ul), .text, .facet, .part'
  const wordsOf = (element: Element): string => {
    if (element instanceof HTMLInputElement && element.type === 'radio')
      return `radio buttons ${element.name}`
    const words = element.getAttribute('aria-label') ?? element.textContent
    // The number may change meanwhile: "1 van 13 gelezen".
    const lasting = words
      .trim()
      .replaceAll(/\s+/gu, ' ')
      .replace(/^\d+(?= van )/u, 'n')
    return `${element.tagName.toLowerCase()} ${lasting.slice(0, 40)}`
  }
  const isShown = (element: Element): boolean =>
    element.checkVisibility({ visibilityProperty: true }) && element.closest('[inert]') === null
  const all = [
    ...part.querySelectorAll('a[href], button, input, select, textarea, [tabindex="0"]'),
  ].filter((one) => isShown(one) && !one.matches(':disabled, [aria-hidden="true"]'))
  // Of a list that takes the focus for its rows, those are asked for.
  const besides = `${rowSelector}, [data-of], [role="listbox"]`
  const controls = all.filter((one) => one.closest(besides) === null)
  const rows = [...part.querySelectorAll(rowSelector)].filter(isShown)
  const lists = [...new Set(rows.flatMap((row) => row.closest(listSelector) ?? []))]
  // What is drawn anew keeps its name: its words, and its place among those with the same.
  const nameOf = (element: Element): string => {
    const words = wordsOf(element)
    if (words.startsWith('radio')) return words
    const place = controls.filter((one) => wordsOf(one) === words).indexOf(element)
    return place === 0 ? words : `${words} (${String(place + 1)})`
  }
  const nameOfList = (one: Element): string =>
    `list ${String(lists.indexOf(one) + 1)} of ${String(lists.length)}`

  const focused = document.activeElement
  const pointed = focused?.getAttribute('aria-activedescendant') ?? null
  const here = pointed === null ? focused : document.getElementById(pointed)
  const row = here?.closest(rowSelector) ?? null
  const list = row?.closest(listSelector) ?? null
  const ofList = rows.filter((one) => one.closest(listSelector) === list)
  const [place, length] = [row?.ariaPosInSet, row?.ariaSetSize].map(Number)
  const isKnown = Number.isInteger(place) && row?.ariaPosInSet != null
  const at = row === null ? -1 : ofList.indexOf(row)
  const isIn = focused !== null && part.contains(focused)
  return {
    controls: [...new Set(controls.map(nameOf))],
    lists: lists.map((one) => {
      const ofOne = rows.filter((other) => other.closest(listSelector) === one)
      return { name: nameOfList(one), last: Number(ofOne[0]?.ariaSetSize ?? ofOne.length) - 1 }
    }),
    control: isIn && controls.includes(focused) ? nameOf(focused) : null,
    list: list === null || !lists.includes(list) ? null : nameOfList(list),
    row:
      row === null
        ? null
        : {
            place: isKnown ? Number(place) - 1 : at,
            isLast: isKnown ? place === length : at === ofList.length - 1,
          },
    hasArrows:
      focused?.closest(`${rowSelector}, [role="listbox"], [role="tab"], input[aria-controls]`) !=
      null,
  }
}

/**
 * What more than twelve keys lead to, from where the focus is: each control of the part that is no row's, and the first, the next
 * and the last row of each list.
 */
export async function outOfReach(page: Page, part: Locator): Promise<string[]> {
  const { controls, lists } = await part.evaluate(look)
  const wanted = new Set([
    ...controls,
    ...lists.flatMap(({ name }) =>
      ['first', 'next', 'last'].map((row) => `${name}, its ${row} row`),
    ),
  ])
  const ends = new Map(lists.map(({ name, last }) => [name, last]))
  let entered: number | null = null

  async function note(): Promise<Place> {
    const place = await part.evaluate(look)
    if (place.control !== null) wanted.delete(place.control)
    if (place.list !== null && place.row !== null) {
      const ofList = (row: string): boolean => wanted.delete(`${place.list ?? ''}, its ${row} row`)
      if (place.row.place === 0) ofList('first')
      // A list that goes on has more rows when its end is reached.
      const isEnd = place.row.place >= (ends.get(place.list) ?? Infinity)
      if (place.row.isLast || isEnd) ofList('last')
      if (entered !== null && place.row.place === entered + 1) ofList('next')
      // A list of one row has no next one.
      if (place.row.place === 0 && place.row.isLast) ofList('next')
    }
    return place
  }

  async function press(key: string): Promise<Place> {
    await page.keyboard.press(key)
    // What a key leads to may come into the page first.
    await page.evaluate(
      () =>
        new Promise<void>((resolve) => {
          requestAnimationFrame(() => {
            requestAnimationFrame(() => {
              resolve()
            })
          })
        }),
    )
    return note()
  }

  const active = (): Promise<JSHandle<Element | null>> =>
    page.evaluateHandle(() => document.activeElement)
  const focus = (handle: JSHandle<Element | null>): Promise<void> =>
    handle.evaluate((element) => {
      if (element instanceof HTMLElement) element.focus({ preventScroll: true })
    })

  /** From one stop of Tab: along with the arrows, to both ends, and to the lists or tabs beside its own. */
  async function explore(
    left: number,
    from: Place,
    beside: readonly string[] = ['ArrowRight', 'ArrowLeft'],
  ): Promise<void> {
    const stop = await active()
    for (const keys of [
      ['Home', 'ArrowDown'],
      ['End'],
      ['ArrowDown', 'ArrowDown'],
      ['ArrowUp'],
      ...beside.map((key) => [key]),
    ]) {
      if (keys.length > left) continue
      entered = null
      let place = from
      for (const key of keys) {
        place = await press(key)
        entered = place.row?.place ?? null
      }
      const goesOn = beside.some((key) => keys.includes(key))
      const isOtherTab = place.control !== null && place.control !== from.control
      const isOther = place.list === null ? isOtherTab : place.list !== from.list
      if (goesOn && isOther) await explore(left - 1, place, keys)
      await focus(stop)
    }
  }

  const begin = await active()
  for (const key of ['Tab', 'Shift+Tab']) {
    await focus(begin)
    for (let pressed = 0; pressed <= mostKeys && wanted.size > 0; pressed++) {
      const place = pressed === 0 ? await note() : await press(key)
      if (place.hasArrows) await explore(mostKeys - pressed, place)
    }
  }
  return [...wanted]
}
