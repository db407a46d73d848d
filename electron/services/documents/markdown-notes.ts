// Footnotes of Markdown: `[^1]` in a sentence, and `[^1]: …` anywhere in the file. A note goes on below the words that refer to
// it, so that it stays with their item.
import type { Association, FootnoteDefinition, Nodes, Root } from 'mdast'

export interface MarkdownNotes {
  /** Whether it stands elsewhere, since words refer to it. */
  isElsewhere(definition: FootnoteDefinition): boolean
  /** Words refer to the note of this name. */
  refer(identifier: string): void
  /** The notes that were referred to since the last call, in that order, as what goes on in a block; each comes once. */
  take(): Nodes[]
}

/** @param root of a file; takes time in proportion to its nodes */
export function createMarkdownNotes(root: Root): MarkdownNotes {
  const definitions = new Map<string, FootnoteDefinition>()
  const referred = new Set<string>()
  const nodes: Nodes[] = [root]
  // The list grows while it is walked.
  for (const node of nodes) {
    if ('children' in node) for (const child of node.children) nodes.push(child)
    if (node.type === 'footnoteReference') referred.add(node.identifier)
    if (node.type === 'footnoteDefinition' && !definitions.has(node.identifier))
      definitions.set(node.identifier, node)
  }
  const taken = new Set<string>()
  let waiting: FootnoteDefinition[] = []
  return {
    isElsewhere: (definition) =>
      referred.has(definition.identifier) && definitions.get(definition.identifier) === definition,
    refer(identifier) {
      const definition = definitions.get(identifier)
      if (definition === undefined || taken.has(identifier)) return
      taken.add(identifier)
      waiting.push(definition)
    },
    take() {
      const taking = waiting.flatMap(wordsOfNote)
      waiting = []
      return taking
    },
  }
}

/** As it stands before a note, and in the sentence that refers to it. */
export function markOf({ label, identifier }: Association): string {
  return `[${label ?? identifier}]`
}

/** Each of its paragraphs is a line. */
function wordsOfNote(definition: FootnoteDefinition): Nodes[] {
  const words: Nodes[] = []
  const nodes: Nodes[] = [...definition.children].toReversed()
  for (let node = nodes.pop(); node !== undefined; node = nodes.pop()) {
    if (node.type === 'paragraph' || node.type === 'heading' || node.type === 'tableCell')
      words.push(lineBreak, ...node.children)
    else if (node.type === 'code' || node.type === 'html') words.push(lineBreak, node)
    else if ('children' in node) nodes.push(...node.children.toReversed())
  }
  const [, ...rest] = words
  return [lineBreak, { type: 'text', value: `${markOf(definition)} ` }, ...rest]
}

const lineBreak: Nodes = { type: 'break' }
