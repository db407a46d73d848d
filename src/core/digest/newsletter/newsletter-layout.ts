// From the roles of a letter's lines to its blocks, without what stands around the letter.
import type { DigestBlock } from '../digest-block.ts'
import type { DigestPart } from '../digest-parts.ts'
import { boldLevel } from '../lines/line-marks.ts'
import type { ReadLetter } from './choose.ts'
import { withoutMasthead } from './masthead.ts'
import type { Role } from './roles.ts'
import type { LineSigns } from './signs.ts'

/** The longest heading of real digests has 46 characters; titles are often sentences. */
const longestOfDigest = 46
const shareSourced = 0.75
/** A longer text is an item, though it has neither title nor sources. */
const longestNote = 200

/** Whether a letter is read as one whose items have titles, or lines of their own for their sources. */
export function isNewsletter(letter: ReadLetter): boolean {
  const { isTitled, goesOn, names } = letter.reading
  return isTitled ? !hasOneTextEach(letter) : goesOn || names !== 'nowhere'
}

/**
 * A digest whose headings have one text each: no rubrics above them, nothing but an empty line to mark them, none as long as a
 * sentence, few of them questions, and most texts ending in their sources.
 */
function hasOneTextEach({ lines, opening, roles }: ReadLetter): boolean {
  const parts = lines.slice(opening.length).map(({ part }) => part)
  const texts = parts.filter((_part, index) => roles[index] === 'text')
  const sourced = texts.filter(({ end }) => end.sources.length > 0 && !end.isLabelled)
  const areApart = roles.every((role, index) => {
    const part = parts[index]
    if (part === undefined || !part.gapBefore || part.bullet) return false
    if (index % 2 === 1) return role === 'text'
    return (
      role === 'title' && !isMarked(part) && !part.runsIn && part.text.length <= longestOfDigest
    )
  })
  const questions = parts.filter(({ text }) => text.endsWith('?')).length
  return areApart && sourced.length >= shareSourced * texts.length && questions * 2 < texts.length
}

/** The blocks of a letter, `marked` being its marked lines. The text of an item may have several paragraphs, up to its sources. */
export function newsletterBlocks(letter: ReadLetter, marked: ReadonlySet<number>): DigestBlock[] {
  const { lines, opening, roles } = letter
  const end = letter.reading.isTitled ? lastTextEnds(letter) : lines.length
  const blocks: DigestBlock[] = [...opening.blocks]
  roles.forEach((role, index) => {
    const line = lines[opening.length + index]
    if (line === undefined) return
    blocks.push(opening.length + index >= end ? asFurniture(line) : blockOf(line, role))
  })
  return letter.reading.isTitled ? withoutMasthead(blocks, marked) : blocks
}

export function isMarked({ level, sign }: DigestPart): boolean {
  return level !== null || sign !== null
}

function asFurniture({ part: { line, text } }: LineSigns): DigestBlock {
  return { role: 'page-furniture', line, text }
}

function blockOf({ part, names }: LineSigns, role: Role): DigestBlock {
  const { line, text } = part
  switch (role) {
    case 'heading':
      return { role: 'heading', line, text }
    case 'title':
      return { role: 'item-title', line, text }
    case 'text':
    case 'entry':
    case 'more':
      return { role: 'item', line, end: part.end, continues: role === 'more' }
    case 'sources':
    case 'sources below': {
      const list = part.sourceLine ?? names ?? { names: [], findings: [] }
      return { role: 'sources', line, list, text, isAbove: role === 'sources below' }
    }
    case 'caption':
      return part.caption === null
        ? { role: 'page-furniture', line, text }
        : { role: 'caption', line, caption: part.caption, text }
  }
}

/**
 * Where the last lines begin, below all items with sources, that are neither headings with a text nor items: no list,
 * no marked heading, no text with a title, and no long one.
 */
function lastTextEnds({ lines, opening, roles }: ReadLetter): number {
  const bodyAt = (index: number): number => opening.length + index
  let last = -1
  let hasSources = false
  roles.forEach((role, index) => {
    const isSourced = (lines[bodyAt(index)]?.part.end.sources.length ?? 0) > 0
    if (role === 'sources' || role === 'entry') last = index
    else if (role === 'sources below') hasSources = true
    else if (role === 'text' || role === 'more') {
      if (isSourced || hasSources || (role === 'more' && last === index - 1)) last = index
    } else hasSources = false
  })
  const canBeTail = (index: number): boolean => {
    const part = lines[bodyAt(index)]?.part
    return part !== undefined && !part.bullet && (part.level ?? boldLevel) >= boldLevel
  }
  const isTitled = (index: number): boolean =>
    roles[index] === 'text' && roles[index - 1] === 'title'
  const isShort = (index: number): boolean =>
    lines[bodyAt(index)]?.part.isShort === true && !isTitled(index)
  const isTail = roles.slice(last + 1).every((_role, at) => {
    const index = last + 1 + at
    const isNote =
      (at === 0 || !isShort(index - 1)) &&
      !isTitled(index) &&
      (lines[bodyAt(index)]?.part.text.length ?? 0) <= longestNote
    return canBeTail(index) && (isShort(index) || isNote)
  })
  if (last !== -1 && isTail) return bodyAt(last + 1)
  // Headings with nothing below them say who wrote the newsletter.
  const end = roles.findLastIndex(
    (_role, index) => index === last || !isShort(index) || !canBeTail(index),
  )
  // A title goes with its text.
  const isAbove = (role: Role | undefined): boolean => role === 'title' || role === 'sources below'
  let kept = end
  while (kept >= 0 && isAbove(roles[kept])) kept -= 1
  return bodyAt(kept + 1)
}
