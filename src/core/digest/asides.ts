// Lines that say something of what stands around them and have no place in the layout: captions, who wrote an item and
// when, and who signed the lede.
import type { DigestBlock } from './digest-block.ts'
import type { DigestPart } from './digest-parts.ts'
import { readDateBesides, readDateLine } from './lines/date-line.ts'
import { isSourceLine } from './newsletter/signs.ts'
import { isByline } from './opening.ts'
import { findSignature } from './signed-lede.ts'
import { looksLikeName } from './sources/source-names.ts'

/** One such line below a short line may belong to the top of the edition. */
const fewest = 2
const mostOfTop = 4

/** The lines of the layout, and the others as blocks. */
export interface SetAside {
  readonly parts: readonly DigestPart[]
  readonly asides: readonly DigestBlock[]
}

/** Takes out captions, the signature below the lede, and the dates and bylines between titles and their texts. */
export function setAside(given: readonly DigestPart[]): SetAside {
  const all = given.map((part, index) =>
    isTitleOfItem(given, index) ? { ...part, caption: null } : part,
  )
  const credits = all.filter((part, index) => isCreditBelow(part, all[index - 1])).length
  const captions = takeOut(all, (part, above, below, index) => {
    const { line, text, caption } = part
    const isOfItem = isSourceLine(all[index + 2])
    const mayBeOfTop = credits < fewest && !isOfItem && isCreditBelow(part, above)
    // A page may give it twice, with the credit and without.
    const isAgain = part.isShort && above?.caption?.caption === text
    if (caption === null && isAgain && (below?.isShort === true || below?.caption != null))
      return { role: 'repeated-line', line, text }
    return caption === null || mayBeOfTop ? null : { role: 'caption', line, caption, text }
  })
  const signature = findSignature(captions.parts)
  const signed = takeOut(captions.parts, (part) => {
    const { line, text } = part
    return part === signature ? { role: 'page-furniture', line, text } : null
  })
  const { parts } = signed
  const asides = [...captions.asides, ...signed.asides]
  const sourced = parts.filter(({ isLabelled, end }) => isLabelled || end.sources.length > 0).length
  const dated = parts.filter((part) => beginsWithDay(part))
  const areOfDays = dated.length >= fewest && !dated.some(({ sourceLine }) => sourceLine !== null)
  const notes = takeOut(parts, (part, above, below) =>
    noteOnItem(part, above, below, sourced >= fewest || (areOfDays && beginsWithDay(part))),
  )
  const isLow = notes.asides.some(({ line }) => line > (parts[mostOfTop]?.line ?? Infinity))
  if (notes.asides.length < fewest && !isLow) return { parts, asides }
  return { parts: notes.parts, asides: [...asides, ...notes.asides] }
}

/** `Foto: zo zag het eruit`, with an empty line above it and a text with a line of sources right below, is a title; `Foto: Ine Put` is none. */
function isTitleOfItem(parts: readonly DigestPart[], index: number): boolean {
  const [part, text, sources] = [0, 1, 2].map((step) => parts[index + step])
  if (part === undefined || text === undefined || !part.gapBefore || part.caption === null)
    return false
  const saysItself = part.caption.credit === null && part.caption.caption === part.text
  if (looksLikeName(part.text.slice(part.text.indexOf(':') + 1).trim())) return false
  return saysItself && part.isShort && !text.gapBefore && !text.isShort && isSourceLine(sources)
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
    index: number,
  ) => DigestBlock | null,
): SetAside {
  const parts: DigestPart[] = []
  const asides: DigestBlock[] = []
  let gapBefore = false
  all.forEach((part, index) => {
    const block = asideOf(part, all[index - 1], all[index + 1], index)
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

/** `12 juli 2030 | Ronde 3`: where nobody knows a name behind a day, it says what kind of item this is. */
function beginsWithDay({ text, isShort }: DigestPart): boolean {
  const before = /^(\d[^|·•–—]{3,30})\s[|·•–—-]\s/u.exec(text)?.[1]
  return isShort && before !== undefined && readDateLine(before)?.value != null
}

function noteOnItem(
  part: DigestPart,
  above: DigestPart | undefined,
  below: DigestPart | undefined,
  canBeDated: boolean,
): DigestBlock | null {
  const { line, text } = part
  if (!part.isShort || part.isLabelled || part.level !== null) return null
  if (above === undefined || below === undefined) return null
  if (!above.isShort || below.sourceLine !== null) return null
  const isText = !below.isShort || (!below.gapBefore && below.text.length > above.text.length)
  if (!isText) return null
  if (isByline(part)) return { role: 'page-furniture', line, text }
  const date = readDateLine(text) ?? (canBeDated ? readDateBesides(text) : null)
  return date?.value == null ? null : { role: 'date', line, text, value: null }
}
