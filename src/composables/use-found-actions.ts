// Where what the program found leads, and how the reader says that it is wrong.
import { nextTick } from 'vue'
import { useI18n } from 'vue-i18n'
import { annotationKey } from '#core/annotations/kinds'
import { dateBeside } from '#core/citation/cite-item'
import type { PlacedItem } from '#core/edition/placed-item'
import { correctionOf, type Correctable } from '#core/reading-notes/corrections'
import type { EarlierItem, Figure, Term } from '#core/reading-notes/reading-notes'
import { useLibraryStore } from '../stores/library.ts'
import { useLookUpStore } from '../stores/look-up.ts'
import { useMessagesStore } from '../stores/messages.ts'
import { usePassageStore } from '../stores/passage.ts'
import { useReaderDataStore } from '../stores/reader-data.ts'
import { useViewStore } from '../stores/view.ts'
import { useMonths } from './use-months.ts'
import { useOpenEdition } from './use-open-edition.ts'
import { useSentences } from './use-sentences.ts'

export function useFoundActions() {
  const { t } = useI18n()
  const library = useLibraryStore()
  const lookUp = useLookUpStore()
  const messages = useMessagesStore()
  const passage = usePassageStore()
  const reader = useReaderDataStore()
  const view = useViewStore()
  const openEdition = useOpenEdition()
  const { ofOpenFault } = useSentences()
  const { wholeDate } = useMonths()

  /** Goes to the sentence of a figure in the original, and lights the figure there. */
  function showFigure(item: string, { start, end }: Figure): void {
    view.pushHistory()
    if (view.view === 'notes') view.view = 'original'
    view.goToItem(item, { focus: true, isStep: false })
    passage.lit = { item, part: 'item', start, end }
  }

  /** Goes to a term in the original, and looks it up there. */
  async function showTerm(item: string, { printed, start, end }: Term): Promise<void> {
    view.pushHistory()
    if (view.view === 'notes') view.view = 'original'
    view.goToItem(item, { focus: true, isStep: false })
    await nextTick()
    await lookUp.open(item, { word: printed, start, end })
  }

  async function openEarlier({ edition, item, editionTitle }: EarlierItem): Promise<void> {
    const from = view.screen
    const outcome = await library.open(edition)
    if (!outcome.ok) {
      messages.show(ofOpenFault(outcome.reason, editionTitle))
      return
    }
    await openEdition(outcome.bundle, { from })
    // Who wants to know what came earlier wants its text, which comes into the page first.
    if (view.view === 'notes') view.view = 'original'
    await nextTick()
    if (view.screen === 'edition') view.goToItem(item, { focus: true, isStep: false })
  }

  /** `Weekblik Techniek, 22 maart 2024` */
  function nameOf({ series, editionTitle, date }: EarlierItem): string {
    const name = series ?? editionTitle
    return [name, dateBeside(name, wholeDate(date))].filter(Boolean).join(', ')
  }

  /** Takes away what is wrong; it can be put back. */
  function correct(placed: PlacedItem, found: Correctable): void {
    const text = textOf(found)
    const created = new Date().toISOString()
    const correction = {
      kind: 'correction',
      ...reader.about(placed),
      ...correctionOf(found),
      created,
    } as const
    void reader.put(correction)
    messages.show(
      t('notes.corrected', { text }),
      () => void reader.remove(annotationKey(correction)),
    )
  }

  return { correct, showFigure, showTerm, openEarlier, nameOf }
}

function textOf(found: Correctable): string {
  if ('headword' in found) return found.headword
  return 'printed' in found ? found.printed : found.title
}
