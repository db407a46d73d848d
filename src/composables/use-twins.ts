// What tells an edition from others of its title, series and date: the name of its file, or when it came in.
import { useI18n } from 'vue-i18n'
import { tellApart } from '#core/library/twins'
import { useLibraryStore } from '../stores/library.ts'
import { useMoments } from './use-moments.ts'

/** @returns null for an edition without twins */
export function useTwins(): (edition: string) => string | null {
  const { t } = useI18n()
  const { day, shortMoment } = useMoments()
  const library = useLibraryStore()
  return (edition) => {
    const twins = library.twins.get(edition)
    if (twins === undefined) return null
    return tellApart(edition, twins, [
      ({ file }) => file ?? null,
      ({ added }) => t('library.addedOn', { when: day(added) }),
      ({ added }) => t('library.addedOn', { when: shortMoment(added) }),
    ])
  }
}
