// Copies an item or the selection, with a line that cites its source. Also copies the address of a link.
import { useI18n } from 'vue-i18n'
import {
  citationLine,
  citedPlace,
  citeText,
  dutchCitation,
  englishCitation,
  type CitationWords,
} from '#core/citation/cite-item'
import { useEditionStore } from '../stores/edition.ts'
import { useMessagesStore } from '../stores/messages.ts'
import { useSettingsStore } from '../stores/settings.ts'
import { useSystemStore } from '../stores/system.ts'
import { useViewStore } from '../stores/view.ts'
import { selectedItems, selectedOfItem, selectedText } from './selected-text.ts'

export interface Citations {
  readonly cite: () => Promise<void>
  readonly copyAddress: (address: string) => Promise<void>
}

export function useCitations(): Citations {
  const { t } = useI18n()
  const editions = useEditionStore()
  const messages = useMessagesStore()
  const settings = useSettingsStore()
  const system = useSystemStore()
  const view = useViewStore()

  function citationWords(): CitationWords {
    return settings.language === 'en' ? englishCitation : dutchCitation
  }

  /** The item at hand, or of an item what is selected in it. */
  async function cite(): Promise<void> {
    const several = selectedItems()
    if (several.length > 0) return citeSelection(several)
    const selected = selectedOfItem()
    const placed = selected === null ? view.current : editions.itemById.get(selected.item)
    if (editions.edition === null || placed == null) return
    const { section, item, number: n } = placed
    const place = citedPlace(editions.edition, section, item, n)
    const whole = item.title === null ? item.text : `${item.title}\n\n${item.text}`
    const ok = await system.copy(citeText(selected?.text ?? whole, place, citationWords()))
    const copied = selected === null ? t('toast.copied', { n }) : t('toast.copiedPart', { n })
    messages.show(ok ? copied : t('fault.copyFailed'))
  }

  /** What is selected over several items, with a line for each of them that says where it comes from. */
  async function citeSelection(items: readonly string[]): Promise<void> {
    const { edition } = editions
    if (edition === null) return
    const words = citationWords()
    const lines = items.flatMap((id) => {
      const placed = editions.itemById.get(id)
      if (placed === undefined) return []
      const { section, item, number } = placed
      return citationLine(citedPlace(edition, section, item, number), words)
    })
    const ok = await system.copy([selectedText().trim(), ...lines].join('\n\n'))
    messages.show(ok ? t('toast.copiedItems', { n: lines.length }) : t('fault.copyFailed'))
  }

  async function copyAddress(address: string): Promise<void> {
    const ok = await system.copy(address)
    messages.show(ok ? t('toast.addressCopied') : t('fault.copyFailed'))
  }

  return { cite, copyAddress }
}
