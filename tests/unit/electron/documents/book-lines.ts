// The contents of a book for a test, and what was read of it.
import { isWorded, wordsOf, type DocumentWithPictures } from '#core/document/source-document'

export const list = (...entries: readonly string[]): string => `<ol>${entries.join('')}</ol>`
export const entry = (title: string, page: string, children = ''): string =>
  `<li><a href="${page}">${title}</a>${children}</li>`

/** Headings as `2 Title`, other words as they stand. */
export function linesOf({ document }: DocumentWithPictures): string[] {
  return document.blocks.map((block) => {
    if (!isWorded(block)) return block.kind
    return block.kind === 'heading' ? `${block.level} ${wordsOf(block)}` : wordsOf(block)
  })
}
