// Lines → blocks of a document, and what was read of each line.
import { withLinks } from '../document/kept-lines.ts'
import {
  isWorded,
  wordsOf,
  type Block,
  type HeadingLevel,
  type WordedBlock,
} from '../document/source-document.ts'
import type { Look } from '../document/look.ts'
import type { Finding } from '../edition/remark.ts'
import { groupBy } from '../group-by.ts'
import type { Habits } from '../outline/outline-habits.ts'
import { withMark } from '../outline/outline-text.ts'
import type { SourcedLine } from './plain-line.ts'
import type { LineLink } from './read-lines.ts'

/** Makes blocks of lines, and keeps what was read of each. */
export class LineBlocks implements Habits {
  readonly #lines = new Map<Block, SourcedLine>()
  readonly #links: ReadonlyMap<number, readonly LineLink[]>
  readonly #looks: ReadonlyMap<number, Look>

  /** Paragraphs that begin with an emoji stand apart, as those in bold type do on a page. */
  readonly opensItem = (block: Block): boolean => this.#lines.get(block)?.style === 'emoji'

  /** @param blocks that the lines were read from */
  constructor(lines: readonly SourcedLine[], links: readonly LineLink[], blocks: readonly Block[]) {
    this.#looks = new Map(
      blocks.flatMap(({ line, look }) => (look === undefined ? [] : [[line, look]])),
    )
    let at = 0
    const inOrder = links.toSorted((one, other) => one.line - other.line)
    this.#links = groupBy(inOrder, (link) => {
      while ((lines[at + 1]?.line ?? Infinity) <= link.line) at += 1
      return lines[at]?.line ?? 0
    })
  }

  heading(line: SourcedLine, level: HeadingLevel): WordedBlock {
    return this.#keep(line, { kind: 'heading', level, ...this.#place(line), depth: 0 })
  }

  /** A caption, an entry of a list or a paragraph. */
  text(line: SourcedLine): WordedBlock {
    const kind = line.role === 'caption' ? 'caption' : line.bullet === null ? 'paragraph' : 'item'
    return this.#keep(line, { kind, ...this.#place(line), depth: kind === 'item' ? 1 : 0 })
  }

  #place(line: SourcedLine): Pick<WordedBlock, 'line' | 'runs' | 'look'> {
    const own = this.#links.get(line.line) ?? []
    const look = this.#looks.get(line.line) ?? lookOf(line)
    return { line: line.line, runs: withLinks([{ text: line.text }], own), look }
  }

  /** Of a line without its sources, or of what was cut out of one. */
  #wordsOf(block: Block): string {
    return this.#lines.get(block)?.words ?? (isWorded(block) ? wordsOf(block) : '')
  }

  #keep(line: SourcedLine, block: WordedBlock): WordedBlock {
    this.#lines.set(block, line)
    return block
  }

  readonly readSources: Habits['readSources'] = (blocks, named = []) => {
    const lines = [...blocks, ...named].flatMap((block) => this.#lines.get(block) ?? [])
    const text = blocks
      .map((block, index) => withMark(this.#wordsOf(block), block, index))
      .filter((words) => words !== '')
      .join('\n\n')
    return {
      text,
      sources: lines.flatMap(({ sources }) => sources),
      findings: lines.flatMap(({ findings }): readonly Finding[] => findings),
    }
  }
}

function lookOf({ style, isIndented, bullet }: SourcedLine): Look {
  return { tags: style, style: `${isIndented ? 'indented ' : ''}${bullet ?? ''}` }
}
