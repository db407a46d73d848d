// Goes to a field to search or find with, and to the library or the desk and back.
import { useShelfStore, type ShownShelf } from '../stores/shelf.ts'
import { useViewStore } from '../stores/view.ts'
import { flushAll } from './flush-all.ts'

export function useScreenSteps() {
  const shelf = useShelfStore()
  const view = useViewStore()

  /** The search field takes the focus, before the next key comes; on a narrow window it takes it when the panel is there. */
  function openSearch(): void {
    view.panel = 'search'
    const field = document.querySelector<HTMLInputElement>('[data-search-field]')
    field?.focus()
    field?.select()
  }

  /** In what is on the screen: the text has a bar for it, a shelf a field. Elsewhere all editions are searched. */
  function find(): void {
    if (view.screen === 'edition') view.findShown = true
    const field = document.querySelector<HTMLInputElement>('[data-find-field]')
    field?.focus()
    field?.select()
    if (field === null && !view.findShown) openSearch()
  }

  /** The place in the text is written first: the text goes, and comes back there. */
  async function toggleScreen(screen: 'library' | 'desk'): Promise<void> {
    const next = view.screen === screen ? 'edition' : screen
    await flushAll()
    view.goToScreen(next)
  }

  /** To the desk, if it is not on the screen, and there to one of its shelves. */
  async function showShelf(next: ShownShelf): Promise<void> {
    shelf.shown = next
    if (view.screen !== 'desk') await toggleScreen('desk')
  }

  return { openSearch, find, toggleScreen, showShelf }
}
