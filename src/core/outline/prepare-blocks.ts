// A document → its title and the blocks that get roles: what authors typed as marks is a mark, and what is two blocks is two.
import { readDateLine } from '../dates/date-line.ts'
import { wordsOf, type Block, type SourceDocument } from '../document/source-document.ts'
import { withTypedMarks } from '../document/typed-marks.ts'
import { longestLine } from '../edition/edition.ts'
import type { Remark } from '../edition/remark.ts'
import { advertLabelsIn } from './advert-labels.ts'
import { contentsIn } from './contents-list.ts'
import { hasMarks } from './has-marks.ts'
import { withKickers } from './kickers.ts'
import { asParagraph, isSentence } from './outline-blocks.ts'
import { lineOf } from './outline-text.ts'
import { findTitle, type FoundTitle } from './outline-title.ts'
import { withoutReadOn } from './read-on.ts'
import { withTitleLines } from './title-lines.ts'

/** The blocks are without the title and without what is left out. */
export interface PreparedDocument extends FoundTitle {
  /** Whether they say anything of the structure; otherwise they are plain text. */
  readonly isMarked: boolean
  /** Whole blocks that are no news. */
  readonly leftOut: readonly Block[]
  /** What left a block in part is quoted. */
  readonly remarks: readonly Remark[]
}

/** In letters: a heading that ends as a sentence and is longer reads as a text. */
const longestHeading = 160

export function prepareBlocks({
  blocks,
  stated,
}: Pick<SourceDocument, 'blocks' | 'stated'>): PreparedDocument {
  const remarks: Remark[] = []
  const typed = withTypedMarks(blocks).flatMap(withoutLongHeading)
  const whole = withTitleLines(withoutReadOn(typed, remarks))
  const contents = contentsIn(whole)
  const news = withKickers(without(whole, contents))
  const labels = advertLabelsIn(news)
  const found = withoutDateHeading(findTitle(without(news, labels), stated))
  const leftOut = [...contents, ...labels]
  return { ...found, isMarked: hasMarks(found.blocks), leftOut, remarks }
}

/** What is longer than a heading may be is a text, and parts what stands around it as a heading does. */
function withoutLongHeading(block: Block): Block[] {
  if (block.kind !== 'heading') return [block]
  const words = lineOf(block)
  // Who sets whole paragraphs as headings means their look.
  if (words.length <= longestLine)
    return words.length > longestHeading && isSentence(words) ? [asParagraph(block)] : [block]
  const { line, depth } = block
  return [{ kind: 'rule', line, depth }, asParagraph(block)]
}

function without(blocks: readonly Block[], left: readonly Block[]): Block[] {
  const gone = new Set(left)
  return blocks.filter((block) => !gone.has(block))
}

/** One heading that is a date alone says when the whole is of, and heads nothing. */
function withoutDateHeading(found: FoundTitle): FoundTitle {
  const [heading, ...others] = found.blocks.filter(({ kind }) => kind === 'heading')
  if (heading?.kind !== 'heading' || others.length > 0) return found
  if (readDateLine(wordsOf(heading)) === null) return found
  const paragraph = asParagraph(heading)
  return { ...found, blocks: found.blocks.map((one) => (one === heading ? paragraph : one)) }
}
