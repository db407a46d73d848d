// The keys of a hit on the desk: those of its buttons, and the arrows that go to them.
import { onMounted, type Ref } from 'vue'
import { colourOfKey } from '../../composables/use-passage-keys.ts'
import { isTyping } from '../../composables/is-typing.ts'
import { actionFor } from '../../composables/keymap.ts'
import type { HitActions, HitAtHand } from '../../composables/use-hit-actions.ts'
import { useSettingsStore } from '../../stores/settings.ts'
import { useSystemStore } from '../../stores/system.ts'
import { stepInRow } from './step-in-row.ts'

/** @param row its element, with a button of the class `go` and others in an element of the class `actions` */
export function useHitKeys(
  row: Ref<HTMLElement | null>,
  hit: () => HitAtHand,
  actions: HitActions,
): void {
  const settings = useSettingsStore()
  const system = useSystemStore()

  function actOf(event: KeyboardEvent): (() => void) | null {
    const { key, ctrlKey, metaKey, altKey, shiftKey } = event
    const isPlain = !ctrlKey && !metaKey && !altKey && !shiftKey
    const allowSingle = settings.settings.singleKeys
    if (isPlain && key === 'ArrowRight') return () => stepInRow(row.value, 1)
    if (isPlain && key === 'ArrowLeft') return () => stepInRow(row.value, -1)
    const colour = colourOfKey(key)
    if (isPlain && allowSingle && colour !== undefined)
      return () => void actions.mark(hit(), colour)
    switch (actionFor(event, { isMac: system.isMac, allowSingle })) {
      case 'note':
        return () => void actions.write(hit())
      case 'cite':
        return () => void actions.cite(hit())
      case 'copyLink':
        return () => void actions.copyLink(hit())
      default:
        return null
    }
  }

  function onKeydown(event: KeyboardEvent): void {
    if (event.defaultPrevented || isTyping(event.target)) return
    const act = actOf(event)
    if (act === null) return
    event.preventDefault()
    event.stopPropagation()
    act()
  }

  onMounted(() => row.value?.addEventListener('keydown', onKeydown))
}
