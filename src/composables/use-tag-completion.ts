// What completes a tag that is being typed.
import { useI18n } from 'vue-i18n'
import { completeTag, hasTag, readTag, type CountedTag } from '#core/annotations/tags'
import { useCompletion, type FieldCompletion } from './use-completion.ts'

/** So many tags are offered at once. */
const mostOffered = 6

/**
 * @param typed what is typed of the tag; null while none is
 * @param taken tags that are there already
 */
export function useTagCompletion(
  source: {
    readonly typed: () => string | null
    readonly taken: () => readonly string[]
    readonly counted: () => readonly CountedTag[]
  },
  onTake: (tag: string) => void,
): FieldCompletion {
  const { t } = useI18n()

  function find(typed: string) {
    const known = completeTag(source.counted(), typed, source.taken()).slice(0, mostOffered)
    const made = readTag(typed)
    const all = source.counted().map(({ tag }) => tag)
    const isKnown = made === null || hasTag(all, made)
    const rows = known.map(({ tag, count }) => ({ tag, text: tag, count }))
    if (isKnown || hasTag(source.taken(), made)) return rows
    return [...rows, { tag: made, text: t('tags.asNew', { tag: made }), count: null }]
  }

  return useCompletion(source.typed, find, ({ tag }) => {
    onTake(tag)
  })
}
