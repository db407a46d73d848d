// Copies an item or the selection, with a line that cites its source. Also copies the address of a link.
import { useI18n } from 'vue-i18n'
import {
  citedEdition,
  citedPlace,
  citeText,
  dutchCitation,
  englishCitation,
  type CitationWords,
  type CitedPlace,
} from '#core/citation/cite-item'
import { editionLink } from '#core/edition/edition-link'
import type { PlacedItem } from '#core/edition/placed-item'
import type { Passage } from '#core/reading/passage'
import { useEditionStore } from '../stores/edition.ts'
import { useMessagesStore } from '../stores/messages.ts'
import { useSettingsStore } from '../stores/settings.ts'
import { useSystemStore } from '../stores/system.ts'
import { useViewStore } from '../stores/view.ts'
import { selectedParts, selectedText, type SelectedPart } from './selected-text.ts'
import { usePassageAtHand } from './use-passage-at-hand.ts'

export interface Citations {
  readonly cite: () => Promise<void>
  readonly copyLink: () => Promise<void>
  readonly copySelection: () => Promise<void>
  readonly copyAddress: (address: string) => Promise<void>
}

export function useCitations(): Citations {
  const { t } = useI18n()
  const editions = useEditionStore()
  const messages = useMessagesStore()
  const settings = useSettingsStore()
  const system = useSystemStore()
  const view = useViewStore()
  const passageAtHand = usePassageAtHand()

  function citationWords(): CitationWords {
    return settings.language === 'en' ? englishCitation : dutchCitation
  }

  /** The item at hand, or the passage that is selected, open or lit. */
  async function cite(): Promise<void> {
    const several = selectedParts()
    if (several.length > 0) return citeParts(several)
    const passage = passageAtHand()
    const placed = passage === null ? view.current : (editions.itemById.get(passage.item) ?? null)
    const place = placeOf(placed, passage)
    if (place === null) return
    const { item, number: n = 0 } = placed ?? {}
    const whole = [item?.title ?? '', item?.text ?? ''].join('\n\n').trim()
    const text = passage === null ? whole : textOf(passage)
    const ok = await system.copy(citeText(text, place, citationWords()))
    const copied = passage === null ? t('toast.copied', { n }) : copiedPart(n)
    messages.show(ok ? copied : t('fault.copyFailed'))
  }

  function copiedPart(n: number): string {
    return n === 0 ? t('toast.copiedOpening') : t('toast.copiedPart', { n })
  }

  /** Where an item stands, or the lede, which has no number; null when there is nothing to cite. */
  function placeOf(placed: PlacedItem | null, passage: Passage | null): CitedPlace | null {
    const { edition } = editions
    if (edition === null) return null
    if (placed !== null) return citedPlace(edition, placed.section, placed.item, placed.number)
    return passage === null ? null : citedEdition(edition)
  }

  function textOf({ item, part, start, end }: Passage): string {
    return editions.textOf(item, part).slice(start, end)
  }

  /** What is selected over several items: below the words of each a line says where they come from. */
  async function citeParts(parts: readonly SelectedPart[]): Promise<void> {
    const { edition } = editions
    if (edition === null) return
    const words = citationWords()
    const cited = parts.flatMap(({ item, text }) => {
      if (item === null) return citeText(text, citedEdition(edition), words)
      const place = placeOf(editions.itemById.get(item) ?? null, null)
      return place === null ? [] : citeText(text, place, words)
    })
    const ok = await system.copy(cited.join('\n\n'))
    const n = parts.filter(({ item }) => item !== null).length
    messages.show(ok ? t('toast.copiedItems', { n }) : t('fault.copyFailed'))
  }

  /** An address that leads to the passage at hand, or to the item. */
  async function copyLink(): Promise<void> {
    const passage = passageAtHand()
    const item = passage?.item ?? view.current?.item.id
    if (editions.edition === null || item === undefined) return
    const words = passage === null ? '' : textOf(passage)
    const ok = await system.copy(editionLink(editions.edition.id, item, words))
    messages.show(t(ok ? 'link.copied' : 'fault.copyFailed'))
  }

  /** The words alone. */
  async function copySelection(): Promise<void> {
    const ok = await system.copy(selectedText().trim())
    messages.show(ok ? t('highlight.copied') : t('fault.copyFailed'))
  }

  async function copyAddress(address: string): Promise<void> {
    const ok = await system.copy(address)
    messages.show(ok ? t('toast.addressCopied') : t('fault.copyFailed'))
  }

  return { cite, copyLink, copySelection, copyAddress }
}
