// Whether what was read is a digest: several texts, each of which says something by itself, and that something sets apart.
import { isWorded, wordsOf, type Block } from '../document/source-document.ts'
import type { Edition, Item } from '../edition/edition.ts'
import { paragraphsOf } from '../edition/picture-places.ts'
import { hasMarks } from './has-marks.ts'

/** One of a kind may stand there by chance. */
const fewest = 2
/** A headline has no stop; a line of a list is not as long. */
const shortestSentence = 20
const fewestWords = 7

/**
 * False for one text alone, for lists and tables without sentences, for pages of pictures, and for paragraphs that nothing
 * sets apart from each other.
 *
 * @param blocks the document without the title of the edition
 */
export function isDigest(blocks: readonly Block[], edition: Edition): boolean {
  const pictures = blocks.filter(({ kind }) => kind === 'picture')
  if (pictures.length > blocks.filter(isWorded).length) return false
  const rows = new Set(blocks.flatMap((one) => (one.kind === 'row' ? [wordsOf(one).trim()] : [])))
  const items = edition.sections.flatMap((section) => section.items)
  if (items.filter((item) => saysSomething(item, rows)).length < fewest) return false
  return hasMarks(blocks) || areSetApart(blocks, edition)
}

/** Whether an item is more than a table or an entry of a list. One that leads on may be a few words. */
function saysSomething({ text, title, sources, links }: Item, rows: ReadonlySet<string>): boolean {
  const outside = paragraphsOf(text).filter((paragraph) => !rows.has(paragraph.trim()))
  if (outside.length === 0) return false
  return sources.length > 0 || links !== undefined || [title ?? '', ...outside].some(isSentence)
}

function isSentence(text: string): boolean {
  const isEnded = /[.!?…]["'’”)\]]*(?:\s|$)|[。！？]/u.test(text)
  return (isEnded && text.length >= shortestSentence) || text.split(/\s+/u).length >= fewestWords
}

const bullet = /^\s*(?:[*•·‣▪●◦–-]|\d{1,3}[.)])\s/u

/** Whether headings, titles, bullets, sources or links tell the texts of a plain document apart, of one kind or of several. */
function areSetApart(blocks: readonly Block[], { sections }: Edition): boolean {
  const apart = sections.flatMap(({ heading, items }) =>
    items.filter(({ title, sources, links }, index) => {
      const isFirst = heading !== null && index === 0
      return isFirst || title !== null || sources.length > 0 || links !== undefined
    }),
  )
  return apart.length + blocks.filter(hasBullet).length >= fewest
}

/** Whether an item of a plain document is marked as one, so that a short line above it may be a heading. */
export function hasMarkedItem(blocks: readonly Block[], { sections }: Edition): boolean {
  const items = sections.flatMap((section) => section.items)
  return items.some(({ sources }) => sources.length > 0) || blocks.some(hasBullet)
}

function hasBullet(block: Block): boolean {
  return isWorded(block) && bullet.test(wordsOf(block))
}
