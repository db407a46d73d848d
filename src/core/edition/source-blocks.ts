// The body of a source file as blocks: headings, labelled lines, list lines and paragraphs.
import type { SourceLine } from './source-text.ts'

/**
 * What may follow a label. `line`: the rest of its line. `text`: all until a blank line or another block. `list`: nothing
 * after the colon, and list lines below.
 */
export type LabelKind = 'line' | 'text' | 'list'

export type Block<Label extends string> =
  | {
      readonly kind: 'heading'
      readonly line: number
      readonly level: number
      readonly text: string
    }
  | { readonly kind: 'label'; readonly line: number; readonly label: Label; readonly text: string }
  | { readonly kind: 'entry'; readonly line: number; readonly text: string }
  | { readonly kind: 'paragraph'; readonly line: number; readonly text: string }

/**
 * Groups lines into blocks. A line that begins no block of its own continues the one above it, so a paragraph may
 * be written over several lines. List lines (`- `) are recognised in formats that have a label of kind `list`.
 */
export function readBlocks<Label extends string>(
  lines: readonly SourceLine[],
  labels: ReadonlyMap<Label, LabelKind>,
): Block<Label>[] {
  const hasLists = [...labels.values()].includes('list')
  const blocks: Block<Label>[] = []
  let open = false
  for (const { line, text } of lines) {
    if (text === '') {
      open = false
      continue
    }
    const last = blocks.at(-1)
    const block =
      readHeading(line, text) ?? readLabel(line, text, labels) ?? readEntry(line, text, hasLists)
    if (block === null && open && last !== undefined) {
      blocks[blocks.length - 1] = {
        ...last,
        text: last.text === '' ? text : `${last.text} ${text}`,
      }
      continue
    }
    blocks.push(block ?? { kind: 'paragraph', line, text })
    open = block === null || runsOn(block, labels)
  }
  return blocks
}

function readHeading(line: number, text: string): Block<never> | null {
  if (!text.startsWith('#')) return null
  const level = text.length - text.replace(/^#+/u, '').length
  return { kind: 'heading', line, level, text: text.slice(level).trim() }
}

function readLabel<Label extends string>(
  line: number,
  text: string,
  labels: ReadonlyMap<Label, LabelKind>,
): Block<Label> | null {
  for (const label of labels.keys()) {
    if (text.startsWith(`${label}:`)) {
      return { kind: 'label', line, label, text: text.slice(label.length + 1).trim() }
    }
  }
  return null
}

function readEntry(line: number, text: string, hasLists: boolean): Block<never> | null {
  if (!hasLists || !text.startsWith('- ')) return null
  return { kind: 'entry', line, text: text.slice(2).trim() }
}

function runsOn<Label extends string>(
  block: Block<Label>,
  labels: ReadonlyMap<Label, LabelKind>,
): boolean {
  if (block.kind === 'label') return labels.get(block.label) === 'text'
  return block.kind === 'entry'
}
