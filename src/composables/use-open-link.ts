// Follows an address of an edition: from another program, or from a note.
import { nextTick } from 'vue'
import { useI18n } from 'vue-i18n'
import type { FollowedLink } from '#core/desktop-api'
import { openingItem } from '#core/edition/edition'
import type { EditionLink } from '#core/edition/edition-link'
import type { Passage } from '#core/reading/passage'
import { useEditionStore } from '../stores/edition.ts'
import { useLibraryStore } from '../stores/library.ts'
import { useMessagesStore } from '../stores/messages.ts'
import { usePassageStore } from '../stores/passage.ts'
import { useViewStore } from '../stores/view.ts'
import { useOpenEdition } from './use-open-edition.ts'

/** Opens its edition and goes to its item; what is not there is told, and then nothing has changed. */
export function useOpenLink(): (link: FollowedLink) => Promise<void> {
  const { t } = useI18n()
  const editions = useEditionStore()
  const library = useLibraryStore()
  const messages = useMessagesStore()
  const lit = usePassageStore()
  const view = useViewStore()
  const openEdition = useOpenEdition()

  return async (link) => {
    if (link === 'refused') {
      messages.show(t('link.refused'))
      return
    }
    const { edition, item, passage } = link
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
    if (item === null) view.goToTitle({ isStep: false })
    else await showItem(item, passage)
  }

  async function showItem(item: string, passage: EditionLink['passage']): Promise<void> {
    const found = await find(item, passage)
    const shown = found?.item ?? item
    // The view that shows its words.
    if (found?.part === 'item' && view.view === 'notes') view.view = 'original'
    if (found?.part === 'gist' && view.view === 'original') view.view = 'notes'
    lit.lit = found
    if (editions.itemById.has(shown)) view.goToItem(shown, { focus: true, isStep: false })
    else view.goToTitle({ isStep: false })
    if (found !== null) return
    if (item !== openingItem && !editions.itemById.has(item)) messages.show(t('link.noItem'))
    else if (passage !== null)
      messages.show(t(passage === 'unreadable' ? 'link.badPassage' : 'link.noPassage'))
  }

  /** What finds it is not loaded before it is needed. */
  async function find(item: string, passage: EditionLink['passage']): Promise<Passage | null> {
    if (passage === null || passage === 'unreadable') return null
    const { findQuoted } = await import('#core/annotations/find-quoted')
    return findQuoted(passage, item, editions.texts)
  }
}
