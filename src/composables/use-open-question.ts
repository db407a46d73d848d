// Shows a kept question on its shelf of the desk.
import { nextTick } from 'vue'
import { useShelfStore } from '../stores/shelf.ts'
import { useViewStore } from '../stores/view.ts'

export function useOpenQuestion(): (key: string) => void {
  const shelf = useShelfStore()
  const view = useViewStore()
  return (key) => {
    shelf.shown = { kind: 'question', key }
    view.panel = null
    if (view.screen !== 'desk') view.goToScreen('desk')
    // The panel that was left had the focus.
    else void nextTick(() => document.querySelector('main')?.focus({ preventScroll: true }))
  }
}
