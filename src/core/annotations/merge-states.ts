// Two states of one annotation become one; the same one in whatever order they come.
import type { Tagged } from './annotation.ts'
import { earlier } from './moments.ts'
import { uniteTags } from './tags.ts'

/**
 * The fields of both, and the first moment of making.
 * @returns `present` itself when nothing is to be added to it
 */
export function mergeFields<One extends { readonly created: string }>(
  present: One,
  imported: One,
): One {
  const all = new Map<string, unknown>(Object.entries(present))
  for (const [name, value] of Object.entries(imported)) {
    const isOurs = all.has(name) && textOf(all.get(name)) >= textOf(value)
    if (!isOurs) all.set(name, value)
  }
  const fields = Object.fromEntries(all) as One
  return sameOr(present, { ...fields, created: earlier(present.created, imported.created) })
}

/** @returns `merged` with the tags of both; `present` itself when nothing is to be added to it */
export function withTags<One extends Tagged>(
  merged: One,
  present: One,
  imported: One,
): One | 'too-long' {
  const tags = uniteTags(present.tags, imported.tags)
  if (tags === null) return 'too-long'
  return sameOr(present, tags.length === 0 ? merged : { ...merged, tags })
}

/** The first of two that are alike. */
function sameOr<One extends object>(one: One, other: One): One {
  return textOf(one) === textOf(other) ? one : other
}

/** The same text for the same fields, in whatever order these stand. */
export function textOf(value: unknown): string {
  return JSON.stringify(value, (_, inner: unknown) =>
    typeof inner === 'object' && inner !== null && !Array.isArray(inner)
      ? Object.fromEntries(
          Object.entries(inner).toSorted(([one], [other]) => (one < other ? -1 : 1)),
        )
      : inner,
  )
}
