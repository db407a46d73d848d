// What can be done with rows of the desk, one or several.
import { useI18n } from 'vue-i18n'
import { citeText, dutchCitation, englishCitation } from '#core/citation/cite-item'
import type { Tagged } from '#core/annotations/annotation'
import { annotationKey } from '#core/annotations/kinds'
import { recordsOf, type DeskEdition, type DeskRow } from '#core/annotations/desk'
import { tagKey } from '#core/annotations/tags'
import { editionLink } from '#core/edition/edition-link'
import { bareName } from '#core/sources/bare-name'
import { useDeskContextStore } from '../stores/desk-context.ts'
import { useDeskStore } from '../stores/desk.ts'
import { useEditionStore } from '../stores/edition.ts'
import { useMessagesStore } from '../stores/messages.ts'
import { useNoteDraftStore } from '../stores/note-draft.ts'
import { useReaderDataStore } from '../stores/reader-data.ts'
import { useSettingsStore } from '../stores/settings.ts'
import { useShelfStore } from '../stores/shelf.ts'
import { useSystemStore } from '../stores/system.ts'
import { useTagsStore } from '../stores/tags.ts'

export function useDeskRows() {
  const { t } = useI18n()
  const context = useDeskContextStore()
  const desk = useDeskStore()
  const draft = useNoteDraftStore()
  const editions = useEditionStore()
  const messages = useMessagesStore()
  const reader = useReaderDataStore()
  const settings = useSettingsStore()
  const shelf = useShelfStore()
  const system = useSystemStore()
  const tags = useTagsStore()

  /** The words that a row stands for, and where they come from. */
  async function cite(
    { title, series, date }: DeskEdition,
    { highlight, place }: DeskRow,
  ): Promise<void> {
    const { edition, item, quote } = place.record
    const isOpen = edition === editions.edition?.id
    const placed = isOpen ? editions.itemById.get(item) : undefined
    const here = highlight?.anchor.exact ?? placed?.item.text
    const text = here ?? (await context.textOf({ edition, item })) ?? quote
    const at = {
      ...{ title, series, date },
      ...{ heading: place.heading, number: place.number },
      sources: placed?.item.sources.map(bareName) ?? [],
    }
    const words = settings.language === 'en' ? englishCitation : dutchCitation
    const ok = await system.copy(citeText(text, at, words))
    messages.show(t(ok ? 'desk.copied' : 'fault.copyFailed'))
  }

  async function copyLink({ highlight, place }: DeskRow): Promise<void> {
    const { edition, item } = place.record
    const ok = await system.copy(editionLink(edition, item, highlight?.anchor.exact ?? ''))
    messages.show(t(ok ? 'link.copied' : 'fault.copyFailed'))
  }

  /** One undo brings all of them back. */
  async function remove(rows: readonly DeskRow[]): Promise<void> {
    await draft.close()
    const gone: Tagged[] = []
    for (const record of rows.flatMap(recordsOf))
      if (await reader.remove(annotationKey(record))) gone.push(record)
    desk.chooseNone()
    if (gone.length === 0) return
    messages.show(t('desk.removed', gone.length), () => {
      putBack(gone.toReversed())
    })
  }

  /** The last that went comes back first, and so each to its place. */
  function putBack(records: readonly Tagged[]): void {
    for (const record of records) void reader.put(record)
  }

  /** @param to null takes the tag away everywhere */
  function replaceTag(from: string, to: string | null): void {
    const isOther = to !== null && tagKey(to) !== tagKey(from)
    const known = isOther && tags.counted.some(({ tag }) => tagKey(tag) === tagKey(to))
    const name = to !== null && known ? tags.spellingOf(to) : to
    const before = tags.replaceEverywhere(from, name)
    shelf.shown = name === null ? { kind: 'all' } : { kind: 'tag', tag: name }
    const text =
      name === null
        ? t('desk.tagRemoved', { tag: from })
        : t(known ? 'desk.tagsMerged' : 'desk.tagRenamed', { from, to: name })
    messages.show(text, () => {
      putBack(before)
      shelf.shown = { kind: 'tag', tag: from }
    })
  }

  return { cite, copyLink, remove, replaceTag }
}

/** Of what stands in a row; the first takes new tags. */
export function keysOf(row: DeskRow): readonly string[] {
  return recordsOf(row).map(annotationKey)
}
