// Two notes on one item become one, and nothing that the reader wrote is lost.
import { omit } from '../omit.ts'
import type { Note } from './annotation.ts'
import { mergeFields, withTags } from './merge-states.ts'
import { authored, joinedParts, joinTexts, mergeTexts } from './merge-texts.ts'
import { later } from './moments.ts'

/**
 * The texts and the tags of both.
 * @returns `present` itself when nothing is to be added to it
 */
export function mergeNotes(present: Note, imported: Note): Note | 'too-long' {
  const parts = mergeTexts(present, imported)
  if (parts === null) return 'too-long'
  const fields = omit(mergeFields(present, imported), 'joined')
  const changed = later(present.changed, imported.changed)
  const joined = joinedParts(parts, { changed, ...authored(fields.author) })
  const merged: Note = {
    ...{ ...fields, text: joinTexts(parts), changed },
    ...(joined === undefined ? {} : { joined }),
  }
  return withTags(merged, present, imported)
}
