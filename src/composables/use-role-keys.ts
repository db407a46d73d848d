// The keys that say what a row of a proof is.
import { watch, type Ref } from 'vue'
import { useI18n } from 'vue-i18n'
import { rowRoles, type RowRole } from '#core/edition/row-roles'
import { useSettingsStore } from '../stores/settings.ts'

/** So many roles have a figure, from 1. */
const figures = 6

/**
 * @param row has the focus when its keys work
 * @param become makes the row something else
 */
export function useRoleKeys(
  row: Readonly<Ref<HTMLElement | null>>,
  become: (role: RowRole) => void,
) {
  const { t } = useI18n()
  const settings = useSettingsStore()

  /** Of a role, or of leaving the row out; null for one without a key. */
  function keyOf(role: RowRole | 'leftOut'): string | null {
    if (role === 'leftOut') return t('key.delete')
    const place = rowRoles.indexOf(role)
    return settings.settings.singleKeys && place < figures ? String(place + 1) : null
  }

  function onKeydown(event: KeyboardEvent): void {
    if (event.ctrlKey || event.metaKey || event.altKey) return
    const role = rowRoles.find((one) => keyOf(one) === event.key)
    if (role === undefined) return
    become(role)
    event.preventDefault()
    event.stopPropagation()
  }

  watch(row, (now, before) => {
    before?.removeEventListener('keydown', onKeydown)
    now?.addEventListener('keydown', onKeydown)
  })

  return { keyOf }
}
