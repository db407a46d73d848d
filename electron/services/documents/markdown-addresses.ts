// Addresses that stand apart in Markdown, `[naam]: https://…`, for the links and pictures that name them.
import type { Definition, Nodes, Root } from 'mdast'

/** The definition that counts for each name that is used: the first one. */
export type Addresses = ReadonlyMap<string, Definition>

/** @param root of a file; takes time in proportion to its nodes */
export function usedAddresses(root: Root): Addresses {
  const nodes: Nodes[] = [root]
  // The list grows while it is walked.
  for (const node of nodes)
    if ('children' in node) for (const child of node.children) nodes.push(child)
  const used = new Set(
    nodes.flatMap((node) =>
      node.type === 'linkReference' || node.type === 'imageReference' ? [node.identifier] : [],
    ),
  )
  const addresses = new Map<string, Definition>()
  for (const node of nodes) {
    if (node.type !== 'definition' || !used.has(node.identifier)) continue
    const first = addresses.get(node.identifier)
    if (first === undefined || offset(node) < offset(first)) addresses.set(node.identifier, node)
  }
  return addresses
}

/** Where a node begins in its file, in UTF-16 units. */
export function offset(node: Nodes): number {
  return node.position?.start.offset ?? 0
}

/** A definition as its author wrote it. */
export function definitionText({ label, identifier, url, title }: Definition): string {
  const words = `[${label ?? identifier}]: ${url}`
  return title === null || title === undefined ? words : `${words} "${title}"`
}
