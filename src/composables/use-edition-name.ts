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

export function useEditionName(): ComputedRef<string> {
  const editions = useEditionStore()
  const { wholeDate } = useMonths()
  return computed(() => {
    const { edition } = editions
    if (edition === null) return ''
    if (edition.series === null) return edition.title
    const date = edition.date === null ? [] : [wholeDate(edition.date.value)]
    return [edition.series, ...date].join(', ')
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
