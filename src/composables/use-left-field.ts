// A field for a note or for tags closes when the reader leaves it: what they type then is a key again, and no word that is lost.
import { watch, type Ref } from 'vue'
import { isTyping } from './is-typing.ts'

/**
 * What is around the field belongs to it, and so does a dialog, which gives the focus back. Another program leaves it open.
 * @param around the element with the field and all that belongs to it; a click on its words gives it the focus (tabindex -1)
 * @param isOpen whether the field is there
 * @param leave closes it; the focus is elsewhere already, and stays there
 */
export function useLeftField(
  around: Readonly<Ref<HTMLElement | null>>,
  isOpen: () => boolean,
  leave: () => void,
): void {
  let isPressed = false

  /** What belongs to the field may have taken the focus back by now. */
  function leaveUnlessInside(): void {
    const now = document.activeElement
    const isInside = around.value?.contains(now) === true || now?.closest('dialog') != null
    if (isOpen() && !isPressed && !isInside && document.hasFocus()) leave()
  }

  function onFocusOut({ target, relatedTarget }: FocusEvent): void {
    if (!isAround(target) || isAround(relatedTarget)) return
    // What has the focus next is not known yet.
    setTimeout(leaveUnlessInside)
  }

  function isAround(target: EventTarget | null): boolean {
    return target instanceof Node && around.value?.contains(target) === true
  }

  function onPress({ button }: PointerEvent): void {
    isPressed = button === 0
  }

  /** A letter is none of the keys of what is around the field: it goes into the field. */
  function onKeydown(event: KeyboardEvent): void {
    const { key, target, ctrlKey, altKey, metaKey } = event
    const isLetter = key.length === 1 && key !== ' ' && !ctrlKey && !altKey && !metaKey
    if (!isLetter || !isAround(target) || isTyping(target)) return
    around.value?.querySelector<HTMLElement>('textarea, input')?.focus({ preventScroll: true })
    event.stopPropagation()
  }

  /** Text that moves under a button that is pressed would take the click from it. */
  function onRelease(): void {
    if (!isPressed) return
    isPressed = false
    setTimeout(leaveUnlessInside)
  }

  watch(
    isOpen,
    (now, _before, onCleanup) => {
      if (!now) return
      const whileOpen = new AbortController()
      const options = { capture: true, signal: whileOpen.signal }
      document.addEventListener('focusout', onFocusOut, options)
      document.addEventListener('keydown', onKeydown, options)
      document.addEventListener('pointerdown', onPress, options)
      document.addEventListener('pointerup', onRelease, options)
      document.addEventListener('pointercancel', onRelease, options)
      onCleanup(() => {
        isPressed = false
        whileOpen.abort()
      })
    },
    { immediate: true },
  )
}
