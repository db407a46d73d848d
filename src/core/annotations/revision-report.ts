// What became of the reader's annotations in the text of a revision: loose, changed, moved, or in place.
import { openingItem } from '../edition/edition.ts'
import type { ItemPart, Passage } from '../reading/passage.ts'
import type { Annotation, AnnotationOf, Highlight } from './annotation.ts'
import { annotationKey, type ListedKind } from './kinds.ts'
import { asItStands, asItStood } from './passage-surroundings.ts'
import type { Placement } from './place-passage.ts'
import { differingWords, wordDiff, type DiffPiece } from './word-diff.ts'

/** A text of an edition, as a sentence names it; without a number when nothing tells it. */
export interface TextName {
  readonly part: ItemPart
  readonly number: number | null
}

/** From where to where a passage went. `from` is null where it would have the name of the new place. */
export interface Move {
  readonly from: TextName | null
  readonly to: TextName
}

/** The words stand there no more, or several times. */
export interface LooseRow {
  readonly key: string
  readonly highlight: Highlight
  /** Of its item in the edition as it is now; null when the item is gone, and for the introduction. */
  readonly number: number | null
  readonly isDoubtful: boolean
  /** Whether the reader left it so; then nothing is asked any more. */
  readonly isLeft: boolean
  readonly stood: readonly DiffPiece[] | null
  readonly stands: readonly DiffPiece[] | null
}

export interface ChangedRow {
  readonly key: string
  readonly highlight: Highlight
  readonly number: number | null
  /** Where it stands now. */
  readonly passage: Passage
  readonly pieces: readonly DiffPiece[]
  /** How many words are others. */
  readonly differing: number
  /** Null where it stands in the text it stood in. */
  readonly move: Move | null
}

export interface MovedRow {
  readonly key: string
  readonly highlight: Highlight
  readonly number: number | null
  readonly move: Move
}

export type ListedAnnotation = AnnotationOf<ListedKind>

export interface RevisionReport {
  readonly loose: readonly LooseRow[]
  /** Bookmarks and notes whose item is gone. */
  readonly gone: readonly ListedAnnotation[]
  readonly changed: readonly ChangedRow[]
  readonly moved: readonly MovedRow[]
  readonly inPlace: readonly ListedAnnotation[]
}

/** The edition as it is now. */
export interface RevisedEdition {
  /** Of an item; null for one that it has not. */
  readonly numberOf: (item: string) => number | null
  readonly textOf: (item: string, part: ItemPart) => string
}

/**
 * @param annotations of the edition, in the order of the store
 * @param placements of highlights whose text is not as it was, by their keys
 */
export function revisionReport(
  annotations: readonly ListedAnnotation[],
  placements: ReadonlyMap<string, Placement>,
  edition: RevisedEdition,
): RevisionReport {
  const { numberOf } = edition
  const rows = inReadingOrder(annotations, numberOf).map((one) => rowOf(one, placements, edition))
  return {
    loose: rows.flatMap((one) => (one.is === 'loose' ? one.row : [])),
    gone: rows.flatMap((one) => (one.is === 'gone' ? one.row : [])),
    changed: rows.flatMap((one) => (one.is === 'changed' ? one.row : [])),
    moved: rows.flatMap((one) => (one.is === 'moved' ? one.row : [])),
    inPlace: rows.flatMap((one) => (one.is === 'in-place' ? one.row : [])),
  }
}

type Row =
  | { readonly is: 'loose'; readonly row: LooseRow }
  | { readonly is: 'changed'; readonly row: ChangedRow }
  | { readonly is: 'moved'; readonly row: MovedRow }
  | { readonly is: 'gone' | 'in-place'; readonly row: ListedAnnotation }

function rowOf(
  one: ListedAnnotation,
  placements: ReadonlyMap<string, Placement>,
  edition: RevisedEdition,
): Row {
  const { numberOf, textOf } = edition
  if (one.kind !== 'highlight')
    return { is: numberOf(one.item) === null ? 'gone' : 'in-place', row: one }
  const key = annotationKey(one)
  const placement = placements.get(key)
  if (placement === undefined || placement.state === 'in-place') return { is: 'in-place', row: one }
  const { anchor } = one
  if (placement.state === 'loose') {
    const { isDoubtful } = placement
    const stood = asItStood(anchor, !isDoubtful)
    const stands = isDoubtful ? null : asItStands(textOf(one.item, anchor.part), anchor)
    const row = { key, highlight: one, number: numberOf(one.item), isDoubtful, stood, stands }
    return { is: 'loose', row: { ...row, isLeft: one.leftLoose === true } }
  }
  const { passage, state } = placement
  const isMoved = passage.item !== one.item || passage.part !== anchor.part
  const move = moveOf(one, passage, numberOf)
  const row = { key, highlight: one, number: numberOf(passage.item) }
  if (state === 'moved') return { is: 'moved', row: { ...row, move } }
  const now = textOf(passage.item, passage.part).slice(passage.start, passage.end)
  const pieces = wordDiff(anchor.exact, now)
  const differing = differingWords(pieces)
  return { is: 'changed', row: { ...row, passage, pieces, differing, move: isMoved ? move : null } }
}

/** An item may have another number now than when it was marked: the reader knew it by the old one. */
function moveOf(
  { item, anchor, context }: Highlight,
  passage: Passage,
  numberOf: RevisedEdition['numberOf'],
): Move {
  const from = { part: anchor.part, number: context?.number ?? numberOf(item) }
  const to = { part: passage.part, number: numberOf(passage.item) }
  const isSame = from.number === to.number && from.part === to.part
  return { from: isSame || from.number === null ? null : from, to }
}

/** The introduction first; what is gone stands where it stood. */
function inReadingOrder(
  annotations: readonly ListedAnnotation[],
  numberOf: RevisedEdition['numberOf'],
): readonly ListedAnnotation[] {
  const placeOf = ({ item, context }: Annotation): number =>
    item === openingItem ? 0 : (numberOf(item) ?? context?.number ?? Infinity)
  return annotations.toSorted((one, other) => {
    const [first, second] = [placeOf(one), placeOf(other)]
    return first === second ? startOf(one) - startOf(other) : first - second
  })
}

function startOf(one: ListedAnnotation): number {
  return one.kind === 'highlight' ? one.anchor.start : -1
}
