// Searches for a word or a name that stands on the page.
import { useSearchStore } from '../stores/search.ts'
import { useViewStore } from '../stores/view.ts'

export function useSearchFor(): (text: string) => void {
  const search = useSearchStore()
  const view = useViewStore()
  return (text) => {
    view.panel = 'search'
    void search.ask(text)
  }
}
