// Follows an address of an edition that was clicked on in another program.
import { nextTick } from 'vue'
import { useI18n } from 'vue-i18n'
import type { FollowedLink } from '#core/desktop-api'
import { useEditionStore } from '../stores/edition.ts'
import { useLibraryStore } from '../stores/library.ts'
import { useMessagesStore } from '../stores/messages.ts'
import { useViewStore } from '../stores/view.ts'
import { useOpenEdition } from './use-open-edition.ts'

/** Opens its edition and goes to its item; what is not there is told, and then nothing has changed. */
export function useOpenLink(): (link: FollowedLink) => Promise<void> {
  const { t } = useI18n()
  const editions = useEditionStore()
  const library = useLibraryStore()
  const messages = useMessagesStore()
  const view = useViewStore()
  const openEdition = useOpenEdition()

  return async (link) => {
    if (link === 'refused') {
      messages.show(t('link.refused'))
      return
    }
    const { edition, item } = link
    if (edition === editions.edition?.id) view.pushHistory()
    else {
      const from = view.screen
      const outcome = await library.open(edition)
      if (!outcome.ok) {
        messages.show(t(`link.${outcome.reason}`, { edition }))
        return
      }
      await openEdition(outcome.bundle, { from })
      // Its text comes into the page first.
      await nextTick()
      // Who went elsewhere meanwhile stays there.
      if (view.screen !== 'edition') return
    }
    if (item !== null && editions.itemById.has(item))
      view.goToItem(item, { focus: true, isStep: false })
    else view.goToTitle({ isStep: false })
    if (item !== null && !editions.itemById.has(item)) messages.show(t('link.noItem'))
  }
}
