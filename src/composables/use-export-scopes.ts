// What the reader can take along of what they kept: what they chose, what is in sight, what is of this edition, and all.
import { computed, type ComputedRef } from 'vue'
import { useI18n } from 'vue-i18n'
import { countRows } from '#core/annotations/desk'
import { annotationKey } from '#core/annotations/kinds'
import { useDeskStore } from '../stores/desk.ts'
import { useEditionStore } from '../stores/edition.ts'
import { useKeptListStore } from '../stores/kept-list.ts'
import { useShelfStore } from '../stores/shelf.ts'
import { useTagsStore } from '../stores/tags.ts'
import { useViewStore } from '../stores/view.ts'
import { keysOf } from './use-desk-rows.ts'

export interface ExportScope {
  readonly value: 'chosen' | 'listed' | 'here' | 'all'
  readonly name: string
  /** Of its rows in the list. */
  readonly count: number
  /** Of its annotations; null for all that the store holds. */
  readonly keys: readonly string[] | null
}

export interface ExportScopes {
  /** Those with something in them, and all. */
  readonly scopes: ComputedRef<readonly ExportScope[]>
  /** What stands first to go along: what was chosen, then what a filter of words leaves in sight, then all. */
  readonly first: ComputedRef<ExportScope['value']>
}

export function useExportScopes(): ExportScopes {
  const { t } = useI18n()
  const desk = useDeskStore()
  const editions = useEditionStore()
  const kept = useKeptListStore()
  const shelf = useShelfStore()
  const tags = useTagsStore()
  const view = useViewStore()

  const isOnDesk = computed(() => view.screen === 'desk')
  const isFiltered = computed(
    () =>
      (isOnDesk.value && desk.typed.trim() !== '') ||
      (view.panel === 'kept' && kept.typed.trim() !== ''),
  )

  /** What a list shows that does not show all; null where no list is narrowed. */
  function inSight(): Pick<ExportScope, 'count' | 'keys'> | null {
    if (isOnDesk.value) {
      if (shelf.shown.kind === 'words') return null
      if (shelf.shown.kind === 'all' && desk.typed.trim() === '') return null
      return { count: desk.shownRows.length, keys: desk.shownRows.flatMap(keysOf) }
    }
    if (view.panel !== 'kept' || kept.typed.trim() === '') return null
    const rows = kept.groups.flatMap((group) => group.rows)
    return { count: rows.length, keys: rows.map(({ record }) => annotationKey(record)) }
  }

  const scopes = computed<readonly ExportScope[]>(() => {
    const chosen = isOnDesk.value ? desk.chosenRows : []
    const here = tags.tagged.filter(({ edition }) => edition === editions.edition?.id)
    const some: ExportScope[] = [
      {
        ...{ value: 'chosen', name: t('export.chosen'), count: chosen.length },
        keys: chosen.flatMap(keysOf),
      },
      { value: 'listed', name: t('export.listed'), ...(inSight() ?? { count: 0, keys: [] }) },
      {
        ...{ value: 'here', name: t('export.here'), count: countRows(here) },
        keys: here.map(annotationKey),
      },
    ]
    const all: ExportScope = {
      ...{ value: 'all', name: t('export.all'), keys: null },
      count: countRows(tags.tagged),
    }
    return [...some.filter(({ count }) => count > 0), all]
  })

  const first = computed(() => {
    const has = (value: ExportScope['value']): boolean =>
      scopes.value.some((one) => one.value === value)
    if (has('chosen')) return 'chosen'
    return isFiltered.value && has('listed') ? 'listed' : 'all'
  })
  return { scopes, first }
}
