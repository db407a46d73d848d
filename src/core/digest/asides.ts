// Lines that say something of what stands around them and have no place in the layout: captions, and dates of items.
import type { DigestBlock } from './digest-block.ts'
import type { DigestPart } from './digest-parts.ts'
import { readDateBesides, readDateLine } from './lines/date-line.ts'

/** One credit alone or one date below a short line may belong to the top of the edition. */
const fewest = 2

/** The lines of the layout, and the others as blocks. */
export interface SetAside {
  readonly parts: readonly DigestPart[]
  readonly asides: readonly DigestBlock[]
}

/** Takes out captions, and dates between titles and their texts. */
export function setAside(all: readonly DigestPart[]): SetAside {
  const credits = all.filter((part, index) => isCreditBelow(part, all[index - 1])).length
  const captions = takeOut(all, (part, above) => {
    const { line, text, caption } = part
    const mayBeOfTop = credits < fewest && isCreditBelow(part, above)
    return caption === null || mayBeOfTop ? null : { role: 'caption', line, caption, text }
  })
  const { parts } = captions
  const dated = parts.filter((part, index) =>
    isDateOfItem(part, parts[index - 1], parts[index + 1]),
  )
  if (dated.length < fewest) return captions
  const dates = takeOut(parts, (part, above, below) => {
    const { line, text } = part
    return isDateOfItem(part, above, below) ? { role: 'date', line, text, value: null } : null
  })
  return { parts: dates.parts, asides: [...captions.asides, ...dates.asides] }
}

/** The blocks of the layout and those set aside, in the order of the text. */
export function withAsides(
  blocks: readonly DigestBlock[],
  asides: readonly DigestBlock[],
): readonly DigestBlock[] {
  return [...blocks, ...asides].sort((one, other) => one.line - other.line)
}

function takeOut(
  all: readonly DigestPart[],
  asideOf: (
    part: DigestPart,
    above: DigestPart | undefined,
    below: DigestPart | undefined,
  ) => DigestBlock | null,
): SetAside {
  const parts: DigestPart[] = []
  const asides: DigestBlock[] = []
  let gapBefore = false
  all.forEach((part, index) => {
    const block = asideOf(part, all[index - 1], all[index + 1])
    gapBefore ||= part.gapBefore
    if (block === null) {
      parts.push({ ...part, gapBefore })
      gapBefore = false
    } else asides.push(block)
  })
  return { parts, asides }
}

/** `Foto: NAME` below a line that may be its caption, or the title of an item. */
function isCreditBelow(
  { caption, text, isCaption }: DigestPart,
  above: DigestPart | undefined,
): boolean {
  if (above === undefined || !above.isShort || above.bullet || isCaption) return false
  return caption?.credit === null && caption.caption === text
}

function isDateOfItem(
  part: DigestPart,
  above: DigestPart | undefined,
  below: DigestPart | undefined,
): boolean {
  if (!part.isShort || part.level !== null || above === undefined || below === undefined)
    return false
  const isBetween = above.isShort && !below.isShort && below.sourceLine === null
  return isBetween && (readDateLine(part.text) ?? readDateBesides(part.text))?.value != null
}
