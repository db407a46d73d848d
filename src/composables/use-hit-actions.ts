// What can be done with a hit without going to its text: its sentence is highlighted, written at, or copied with its source.
import { useI18n } from 'vue-i18n'
import { aboutText } from '#core/annotations/about-item'
import type { Highlight, HighlightColour } from '#core/annotations/annotation'
import { annotationKey } from '#core/annotations/kinds'
import {
  citedEdition,
  citedPlace,
  citeText,
  dutchCitation,
  englishCitation,
} from '#core/citation/cite-item'
import { openingItem, type EditionBundle } from '#core/edition/edition'
import { editionLink } from '#core/edition/edition-link'
import { placeSections } from '#core/edition/placed-item'
import { anchorOf } from '#core/reading/passage'
import { passageOfHit } from '#core/search/passage-of-hit'
import type { FoundEdition, SearchHit } from '#core/search/search-types'
import { desktop } from '../desktop.ts'
import { useEditionStore } from '../stores/edition.ts'
import { useHighlightsStore } from '../stores/highlights.ts'
import { newHighlight } from '../stores/new-highlight.ts'
import { useMessagesStore } from '../stores/messages.ts'
import { useNoteDraftStore } from '../stores/note-draft.ts'
import { useReaderDataStore } from '../stores/reader-data.ts'
import { useSettingsStore } from '../stores/settings.ts'
import { useSystemStore } from '../stores/system.ts'
import { useSentences } from './use-sentences.ts'

/** A hit that may be of another edition than the open one, and the highlight at its words. */
export interface HitAtHand {
  readonly hit: SearchHit
  readonly edition: FoundEdition
  readonly highlight: Highlight | null
}

export type HitActions = ReturnType<typeof useHitActions>

export function useHitActions() {
  const { t } = useI18n()
  const { ofOpenFault } = useSentences()
  const draft = useNoteDraftStore()
  const editions = useEditionStore()
  const highlights = useHighlightsStore()
  const messages = useMessagesStore()
  const reader = useReaderDataStore()
  const settings = useSettingsStore()
  const system = useSystemStore()

  /** Null when it cannot be read; the reader is told. */
  async function bundleOf({ id, title }: FoundEdition): Promise<EditionBundle | null> {
    if (editions.bundle !== null && editions.edition?.id === id) return editions.bundle
    const outcome = await desktop.library.read(id)
    if (outcome.ok) return outcome.bundle
    messages.show(
      outcome.reason === 'missing' ? t('kept.editionGone') : ofOpenFault(outcome.reason, title),
    )
    return null
  }

  /** Where a hit stands, and its sentence; `passage` is null for a title without a text. Null when the edition cannot be read. */
  async function sentenceOf({ hit, edition: found }: HitAtHand) {
    const bundle = await bundleOf(found)
    if (bundle === null) return null
    const { edition } = bundle
    const items = placeSections(bundle).flatMap((section) => section.items)
    const placed = items.find(({ item }) => item.id === hit.item) ?? null
    const isOpening = hit.item === openingItem
    const text = (isOpening ? edition.lede : placed?.item.text) ?? ''
    const passage = passageOfHit(hit, text)
    const sentence = passage === null ? hit.excerpt : text.slice(passage.start, passage.end)
    return { edition, items, placed, text, passage, sentence }
  }

  async function make(of: HitAtHand, colour: HighlightColour): Promise<Highlight | null> {
    const found = await sentenceOf(of)
    if (found === null) return null
    const about = aboutText(found.edition, found.items, of.hit.item, reader.author)
    if (about === null || found.passage === null) {
      messages.show(t('question.noSentence'))
      return null
    }
    const made = newHighlight(about, anchorOf(found.text, found.passage), colour)
    return (await reader.put(made)) ? made : null
  }

  /** Highlights its sentence, or gives the highlight that is there another colour. */
  async function mark(of: HitAtHand, colour: HighlightColour): Promise<void> {
    const before = of.highlight
    const said = t('question.marked', { colour: t(`highlight.colour.${colour}`) })
    if (before?.colour === colour) return messages.announce(said)
    highlights.lastColour = colour
    const now = before === null ? await make(of, colour) : highlights.recolour(before, colour)
    if (now === null) return
    messages.show(said, () => {
      void (before === null ? reader.remove(annotationKey(now)) : reader.put(before))
    })
  }

  /** In the colour that was used last, or no more. */
  async function toggle(of: HitAtHand): Promise<void> {
    const { highlight } = of
    if (highlight === null) return mark(of, highlights.lastColour)
    if (await reader.remove(annotationKey(highlight)))
      messages.show(t('annotation.highlight.removedHere'), () => void reader.put(highlight))
  }

  async function write(of: HitAtHand): Promise<void> {
    const known = of.highlight
    const colour = highlights.lastColour
    const highlight = known ?? (await make(of, colour))
    if (highlight === null) return
    if (known === null)
      messages.announce(t('question.marked', { colour: t(`highlight.colour.${colour}`) }))
    draft.openAtHighlight(highlight, known === null)
  }

  async function cite(of: HitAtHand): Promise<void> {
    const found = await sentenceOf(of)
    if (found === null) return
    const { edition, placed, sentence } = found
    const place =
      placed === null
        ? citedEdition(edition)
        : citedPlace(edition, placed.section, placed.item, placed.number)
    const words = settings.language === 'en' ? englishCitation : dutchCitation
    const ok = await system.copy(citeText(sentence, place, words))
    messages.show(t(ok ? 'desk.copied' : 'fault.copyFailed'))
  }

  async function copyLink(of: HitAtHand): Promise<void> {
    const found = await sentenceOf(of)
    if (found === null) return
    const { passage, sentence } = found
    const words = passage === null ? '' : sentence
    const ok = await system.copy(editionLink(of.hit.edition, of.hit.item, words))
    messages.show(t(ok ? 'link.copied' : 'fault.copyFailed'))
  }

  return { mark, toggle, write, cite, copyLink }
}
