// What an export says of an annotation whose text is no longer as it was.
import type { EditionBundle } from '../edition/edition.ts'
import { partTexts } from '../reading/part-texts.ts'
import type { KeptRow } from './group-kept.ts'
import { annotationKey } from './kinds.ts'
import { placementsIn } from './placements-in.ts'
import type { Placement } from './place-passage.ts'

export type Language = 'nl' | 'en'

const wordsOf = {
  nl: {
    gone: (revision: number) => `niet meer in revisie ${String(revision)}`,
    loose: (revision: number) => `niet teruggevonden in revisie ${String(revision)}`,
    changed: (revision: number, now: string) =>
      `gewijzigd in revisie ${String(revision)}: er staat nu ‘${now}’`,
    moved: (revision: number, number: number) =>
      `staat in revisie ${String(revision)} in bericht ${String(number)}`,
  },
  en: {
    gone: (revision: number) => `no longer in revision ${String(revision)}`,
    loose: (revision: number) => `not found in revision ${String(revision)}`,
    changed: (revision: number, now: string) =>
      `changed in revision ${String(revision)}: it now says ‘${now}’`,
    moved: (revision: number, number: number) =>
      `stands in item ${String(number)} in revision ${String(revision)}`,
  },
}

/** What became of an annotation: of its item, and of its passage where that is not plain from it. Null for what is as it was. */
export interface Remark {
  readonly item: string | null
  readonly passage: string | null
}

const none: Remark = { item: null, passage: null }

/** @param bundle the edition as it is now; null where it is not here, and nothing can be said */
export function remarksOn(
  bundle: EditionBundle | null,
  rows: readonly KeptRow[],
  language: Language,
): (row: KeptRow) => Remark {
  if (bundle === null) return () => none
  const words = wordsOf[language]
  const { revision, sections } = bundle.edition
  const texts = partTexts(bundle)
  const ids = sections.flatMap(({ items }) => items.map(({ id }) => id))
  const highlights = rows.flatMap(({ record }) => (record.kind === 'highlight' ? [record] : []))
  // A first revision is as it was when it was marked.
  const placements = placementsIn(bundle, revision === 1 ? [] : highlights)

  function saidOf(placement: Placement, { record, isGone }: KeptRow): string | null {
    if (placement.state === 'loose') return isGone ? null : words.loose(revision)
    const { item, part, start, end } = placement.passage
    if (placement.state === 'changed') {
      const text = texts.find((one) => one.item === item && one.part === part)?.text ?? ''
      return words.changed(revision, text.slice(start, end))
    }
    return item === record.item ? null : words.moved(revision, ids.indexOf(item) + 1)
  }

  return (row) => {
    const placement = placements.get(annotationKey(row.record))
    return {
      item: row.isGone ? words.gone(revision) : null,
      passage: placement === undefined ? null : saidOf(placement, row),
    }
  }
}
