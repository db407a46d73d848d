import type { EditionBundle } from '../edition/edition.ts'
import { partTexts } from '../reading/part-texts.ts'
import { isInPlace } from '../reading/passage.ts'
import type { Highlight } from './annotation.ts'
import { annotationKey } from './kinds.ts'
import { createPassagePlacer, type Placement } from './place-passage.ts'

/** What became of highlights, by their keys. One that stands where it stood is left out. */
export type Placements = ReadonlyMap<string, Placement>

/** What became of highlights in their edition as it is now. */
export function placementsIn(bundle: EditionBundle, highlights: readonly Highlight[]): Placements {
  const texts = partTexts(bundle)
  const textOf = ({ item, anchor: { part } }: Highlight): string =>
    texts.find((one) => one.item === item && one.part === part)?.text ?? ''
  const misplaced = highlights.filter((one) => !isInPlace(textOf(one), one.anchor))
  if (misplaced.length === 0) return new Map()
  const place = createPassagePlacer(texts)
  return new Map(misplaced.map((one) => [annotationKey(one), place(one.anchor, one.item)]))
}
