// The open edition in a few words: its series and date, or its title when it is of no series.
import { computed, watchEffect, type ComputedRef } from 'vue'
import { useI18n } from 'vue-i18n'
import { windowTitle } from '#core/organisation/shown-organisation'
import { useChoiceStore } from '../stores/choice.ts'
import { useEditionStore } from '../stores/edition.ts'
import { useRevisionReportStore } from '../stores/revision-report.ts'
import { useSystemStore } from '../stores/system.ts'
import { useViewStore } from '../stores/view.ts'
import { useMonths } from './use-months.ts'
import { useTwins } from './use-twins.ts'

export function useEditionName(): ComputedRef<string> {
  const editions = useEditionStore()
  const { wholeDate } = useMonths()
  const apart = useTwins()
  return computed(() => {
    const { edition } = editions
    if (edition === null) return ''
    const date = edition.date === null ? null : wholeDate(edition.date.value)
    const name = edition.series === null ? [edition.title] : [edition.series, date]
    return [...name, apart(edition.id)].filter((part) => part !== null).join(', ')
  })
}

/** The window's title says what fills the window, and whose program it is. */
export function followWindowTitle(): void {
  const { t } = useI18n()
  const system = useSystemStore()
  const choice = useChoiceStore()
  const report = useRevisionReportStore()
  const view = useViewStore()
  const editionName = useEditionName()
  const screenName = computed(() => {
    switch (view.screen) {
      case 'edition':
        return editionName.value
      case 'report':
        return t('report.title', { revision: report.revision })
      case 'library':
        return t('library.title')
      case 'desk':
        return t('desk.title')
      case 'proof':
        return t('proof.name')
      case 'choice':
        return choice.collection === null ? '' : t(`choice.${choice.collection.kind}`)
    }
    return ''
  })
  watchEffect(() => {
    const program = windowTitle(system.organisation)
    document.title = screenName.value === '' ? program : `${screenName.value} – ${program}`
  })
}
