import {
  documentText,
  isWorded,
  wordsOf,
  type DocumentWithPictures,
} from '../../../../src/core/document/source-document.ts'

/** A document as lists by kind, which are short to write down. */
export function flat({ document, pictures }: DocumentWithPictures) {
  const { blocks, leftOut, stated } = document
  const worded = blocks.filter(isWorded)
  return {
    stated,
    text: documentText(document),
    headings: blocks.flatMap((block) =>
      block.kind === 'heading' ? [{ line: block.line, level: block.level }] : [],
    ),
    captions: blocks.flatMap(({ kind, line }) => (kind === 'caption' ? [line] : [])),
    bold: worded.flatMap(({ line, runs }) =>
      runs.flatMap(({ text, bold }) => (bold === true ? [{ line, words: text }] : [])),
    ),
    links: worded.flatMap(({ line, runs }) =>
      runs.flatMap(({ text, link }) =>
        link === undefined ? [] : [{ line, label: text, address: link }],
      ),
    ),
    /** In the file or not. */
    places: blocks.flatMap((block) =>
      block.kind === 'picture'
        ? [{ line: block.line, label: block.label, address: block.address }]
        : [],
    ),
    kinds: blocks.map((block) => block.kind),
    words: worded.map(wordsOf),
    pictures,
    leftOut,
  }
}
