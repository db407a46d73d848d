// A block that opens with its title → the title and the text behind it.
import type { Run, WordedBlock } from '../document/source-document.ts'
import { linesOf } from '../document/typed-marks.ts'

interface TitledText {
  readonly title: WordedBlock
  readonly text: WordedBlock
}

/** By its first words in bold type, else its first link, else its first line; null where nothing stands behind these. */
export function splitTitle(block: WordedBlock): TitledText | null {
  const end = [
    endOf(block, ({ bold }) => bold === true),
    endOf(block, ({ link }) => link !== undefined),
  ]
  const at = end.find((one) => one !== null)
  if (at != null) return partsOf(block, block.runs.slice(0, at), block.runs.slice(at), block.line)
  const [first = [], ...others] = linesOf(block.runs)
  const rest = others.flatMap((line) => [{ text: '\n' }, ...line])
  return others.length === 0 ? null : partsOf(block, first, rest, block.line + 1)
}

/** The place of the first run that is not set so; null where the block does not begin so, or is so to its end. */
function endOf({ runs }: WordedBlock, isSo: (run: Run) => boolean): number | null {
  const first = runs.find(hasWords)
  const end = runs.findIndex((run) => hasWords(run) && !isSo(run))
  return first === undefined || !isSo(first) || end === -1 ? null : end
}

function hasWords({ text }: Run): boolean {
  return /[\p{L}\p{N}]/u.test(text)
}

/** Without the signs between them. */
function partsOf(
  block: WordedBlock,
  before: readonly Run[],
  behind: readonly Run[],
  line: number,
): TitledText {
  const last = before.findLastIndex(hasWords)
  const [first, ...others] = behind.slice(behind.findIndex(hasWords))
  const title = before
    .slice(0, last + 1)
    .map((run, at) => (at === last ? { ...run, text: run.text.replace(/[\s:–—-]+$/u, '') } : run))
  const text =
    first === undefined
      ? []
      : [{ ...first, text: first.text.replace(/^[\s:.–—-]+/u, '') }, ...others]
  return { title: { ...block, runs: title }, text: { ...block, line, runs: text } }
}
