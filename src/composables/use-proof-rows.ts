// The rows of a proof as one stop for Tab: arrow keys go from row to row, and to the buttons of a row. When a row goes, the
// focus goes to another one and never to the page.
import { computed, nextTick, onMounted, ref, watch, type ComputedRef, type Ref } from 'vue'
import type { ProofRow } from '#core/edition/proof-rows'

/** Attributes with the key of a row: on what takes its focus, on its buttons, and on all else of it. */
const rowAttribute = 'data-row'
const partAttribute = 'data-of'
const wholeAttribute = 'data-part'

export interface ProofRows {
  /** The key of the row that Tab reaches. */
  readonly current: ComputedRef<string>
  /** The question after or before the one at hand, around the end. */
  readonly goToQuestion: (step: 1 | -1) => void
  /** Focuses a row by its key. */
  readonly goTo: (key: string) => void
}

/** @param container holds the rows and the remarks beside them, for as long as the component is there */
export function useProofRows(
  container: Ref<HTMLElement | null>,
  rows: ComputedRef<readonly ProofRow[]>,
): ProofRows {
  const chosen = ref({ key: '', place: 0 })
  const current = computed(() => {
    const { key, place } = chosen.value
    if (rows.value.some((row) => row.key === key)) return key
    return rows.value[Math.min(place, rows.value.length - 1)]?.key ?? ''
  })

  function choose(key: string): void {
    const place = rows.value.findIndex((row) => row.key === key)
    if (place !== -1) chosen.value = { key, place }
  }

  function all(attribute: string, key: string): HTMLElement[] {
    const found = container.value?.querySelectorAll<HTMLElement>(`[${attribute}]`) ?? []
    return [...found].filter((element) => element.getAttribute(attribute) === key)
  }

  /** Answers before tools: the remarks come after the rows in the page, and matter more. */
  function buttonsOf(key: string): HTMLElement[] {
    const parts = all(partAttribute, key).reverse()
    return parts.flatMap((part) => [...part.querySelectorAll('button')])
  }

  function focusRow(key: string): void {
    choose(key)
    all(rowAttribute, key)[0]?.focus()
  }

  /** What the row at hand is, as a menu; the title has none. */
  function openRoles(): void {
    const [row] = all(wholeAttribute, current.value)
    const menu = row?.querySelector<HTMLElement>('[aria-haspopup="menu"]')
    if (menu == null) buttonsOf(current.value)[0]?.focus()
    else menu.click()
  }

  function walk(to: 'up' | 'down' | 'first' | 'last'): void {
    const last = rows.value.length - 1
    const place = rows.value.findIndex(({ key }) => key === current.value)
    const next = { up: Math.max(0, place - 1), down: Math.min(last, place + 1), first: 0, last }[to]
    const row = rows.value[next]
    if (row !== undefined) focusRow(row.key)
  }

  const walks: Readonly<Record<string, Parameters<typeof walk>[0]>> = {
    ArrowUp: 'up',
    ArrowDown: 'down',
    Home: 'first',
    End: 'last',
  }

  /** Only what a row or one of its buttons is asked: a field has these keys for itself. */
  function onKeydown(event: KeyboardEvent): void {
    const { target, key } = event
    if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return
    if (!(target instanceof HTMLElement)) return
    const isRow = target.hasAttribute(rowAttribute)
    const isButton = target.closest(`button`)?.closest(`[${partAttribute}]`) != null
    if (!isRow && !isButton) return
    const walked = walks[key]
    const buttons = buttonsOf(current.value)
    const at = buttons.indexOf(target)
    if (walked !== undefined) walk(walked)
    else if (key === 'ArrowRight') buttons[at + 1]?.focus()
    else if (key === 'Enter' && isRow) openRoles()
    else if (key === 'Delete' && isRow)
      buttons.find(({ classList }) => classList.contains('leave-out'))?.click()
    else if (key === 'ArrowLeft' && isButton) {
      if (at > 0) buttons[at - 1]?.focus()
      else focusRow(current.value)
    } else if (key === 'Escape' && isButton) focusRow(current.value)
    else return
    event.preventDefault()
  }

  function onFocusin({ target }: FocusEvent): void {
    const key = target instanceof Element ? keyOf(target) : null
    if (key !== null) choose(key)
  }

  function goToQuestion(step: 1 | -1): void {
    const questions = [...(container.value?.querySelectorAll<HTMLElement>('.is-question') ?? [])]
    const order = new Map(rows.value.map(({ key }, place) => [key, place]))
    const placeOf = (element: Element): number => order.get(keyOf(element) ?? '') ?? -1
    const here = document.activeElement
    const at = questions.findIndex((one) => one.contains(here))
    const place = order.get(current.value) ?? 0
    const isFocused = here !== null && container.value?.contains(here) === true
    const next =
      at !== -1
        ? (at + step + questions.length) % questions.length
        : step === 1
          ? questions.findIndex((one) => placeOf(one) >= (isFocused ? place : 0))
          : questions.findLastIndex((one) => placeOf(one) < place)
    const question = questions[next] ?? questions.at(step === 1 ? 0 : -1)
    question?.querySelector('button')?.focus({ preventScroll: true })
    question?.scrollIntoView({ block: 'center' })
  }

  // What had the focus may be gone with what was mended.
  watch(
    rows,
    async () => {
      const place = rows.value.findIndex(({ key }) => key === current.value)
      const hadFocus = container.value?.contains(document.activeElement) === true
      await nextTick()
      if (hadFocus && document.activeElement === document.body) focusRow(current.value)
      else if (place !== -1) choose(current.value)
    },
    { flush: 'pre' },
  )

  onMounted(() => {
    container.value?.addEventListener('keydown', onKeydown)
    container.value?.addEventListener('focusin', onFocusin)
  })

  return { current, goToQuestion, goTo: focusRow }
}

function keyOf(element: Element): string | null {
  for (const attribute of [rowAttribute, partAttribute, wholeAttribute]) {
    const key = element.closest(`[${attribute}]`)?.getAttribute(attribute)
    if (key != null) return key
  }
  return null
}
