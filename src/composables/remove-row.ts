// What is removed by key gives its focus to its neighbour.
import { nextTick } from 'vue'

/** @param remove takes the row of the pressed element out of its list */
export async function removeRow({ currentTarget }: Event, remove: () => void): Promise<void> {
  const row = currentTarget instanceof Element ? currentTarget.closest('li, tr') : null
  const neighbour = row?.nextElementSibling ?? row?.previousElementSibling
  remove()
  await nextTick()
  neighbour?.querySelector('button')?.focus()
}
