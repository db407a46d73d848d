// How what was typed becomes a note of an item or of a highlight.
import type { AboutItem, Highlight, Note } from '#core/annotations/annotation'
import { authored, joinedParts } from '#core/annotations/merge-texts'
import { omit } from '#core/omit'

export function createNoteWriting(reader: {
  readonly noteByKey: (key: string) => Note | undefined
  readonly highlightByKey: (key: string) => Highlight | undefined
  readonly put: (record: Note | Highlight) => Promise<boolean>
  /** What the reader is called; empty for no name. */
  readonly author: () => string
}) {
  /** Keeps what was typed, also when that is nothing: the note goes when its editor closes. */
  async function putNote(of: AboutItem, text: string): Promise<boolean> {
    const before = reader.noteByKey(`note:${of.edition}/${of.item}`)
    const changed = new Date().toISOString()
    if (before !== undefined) {
      const bare = { ...omit(before, 'joined'), ...omit(of, 'author') }
      return reader.put({ ...bare, text, changed, ...wroteOver(before, text, changed) })
    }
    if (text.trim() === '') return true
    const made = { ...of, ...authored(reader.author()), text }
    return reader.put({ kind: 'note', ...made, created: changed, changed })
  }

  /** Keeps what was typed at a highlight; without words it has no note. */
  async function putHighlightNote(key: string, text: string): Promise<boolean> {
    const before = reader.highlightByKey(key)
    if (before === undefined) return false
    if (text === (before.note ?? '')) return true
    const bare = omit(before, 'note', 'joined')
    const changed = new Date().toISOString()
    if (text.trim() === '') return reader.put({ ...bare, changed })
    return reader.put({ ...bare, note: text, changed, ...wroteOver(before, text, changed) })
  }

  /** Who writes on in what somebody else made is the author of these words alone. */
  function wroteOver(before: Note | Highlight, text: string, changed: string) {
    const whole = { changed, ...authored(before.author) }
    const joined = joinedParts([{ text, changed, ...authored(reader.author()) }], whole)
    return joined === undefined ? {} : { joined }
  }

  return { putNote, putHighlightNote }
}
