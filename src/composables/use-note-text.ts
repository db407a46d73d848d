// A note as it is read: with the names of others before what they wrote.
import { isByOthers, noteWithNames } from '#core/annotations/note-authors'
import type { Highlight, Note } from '#core/annotations/annotation'
import { useSettingsStore } from '../stores/settings.ts'

export function useNoteText(): {
  readonly noteText: (record: Note | Highlight) => string
  readonly isOthers: (record: Note | Highlight) => boolean
} {
  const settings = useSettingsStore()
  return {
    noteText: (record) => noteWithNames(record, settings.settings.author),
    isOthers: (record) => isByOthers(record, settings.settings.author),
  }
}
