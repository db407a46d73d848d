// Reads the file of an organisation strictly: each mistake with its line.
import {
  findNodeAtLocation,
  getNodeValue,
  parseTree,
  printParseErrorCode,
  type Node,
  type ParseError,
} from 'jsonc-parser'
import * as v from 'valibot'
import type { Mistake, SourceResult } from '../edition/source-text.ts'
import { weakColours, type PartialColours } from './contrast.ts'
import { colourSchema, organisationFileSchema, type OrganisationFile } from './organisation.ts'
import { accentThemes } from './shown-organisation.ts'

export interface ParsedOrganisation {
  readonly file: OrganisationFile
  /** Colours that cannot be read: as wrong as any other mistake, and told together with those of logo and editions. */
  readonly weak: readonly Mistake[]
  /** The line of a key of the file. */
  readonly lineOf: (key: keyof OrganisationFile) => number
}

/** What `leeslamp.organisation.json` says, or everything that is wrong in it, by line. */
export function parseOrganisation(source: string): SourceResult<ParsedOrganisation> {
  const text = source.replace(/^\uFEFF/u, '')
  const tooDeep = placeTooDeep(text)
  if (tooDeep !== null) {
    const line = text.slice(0, tooDeep).split(/\r\n|\r|\n/u).length
    return { ok: false, mistakes: [{ line, reason: 'nothing in this file stands so deep' }] }
  }
  const errors: ParseError[] = []
  const root = parseTree(text, errors, { disallowComments: true, allowTrailingComma: false })
  const lineAt = (offset: number): number => text.slice(0, offset).split(/\r\n|\r|\n/u).length
  const lineOfNode = (node: Node | undefined): number => lineAt(node?.offset ?? 0)

  const [error] = errors
  if (root === undefined || error !== undefined) {
    const isEmpty = error === undefined || text.trim() === ''
    const what = isEmpty ? 'it is empty' : printParseErrorCode(error.error)
    const before = text.slice(0, error?.offset ?? 0).split(/\r\n|\r|\n/u)
    const column = String((before.at(-1)?.length ?? 0) + 1)
    const reason = `this is no JSON, at column ${column}: ${what}`
    return { ok: false, mistakes: [{ line: before.length, reason }] }
  }
  const misplaced = [
    ...repeatedKeys(root).map((key) => ({
      line: lineOfNode(key),
      reason: `"${String(key.value)}" stands here a second time, or is no name`,
    })),
    ...listsIn(root).map((list) => ({
      line: lineOfNode(list),
      reason: 'a list stands here, and this file has none',
    })),
  ]
  if (misplaced.length > 0) return { ok: false, mistakes: misplaced }

  const said: unknown = getNodeValue(root)
  const read = v.safeParse(organisationFileSchema, said)
  const wrong = (read.issues ?? []).map((issue): Mistake => {
    const path = (issue.path ?? []).map(({ key }) => key as string | number)
    return { line: lineOfNode(nearest(root, path)), reason: reasonOf(issue, path) }
  })
  const weak = weakColours(coloursIn(said)).map(
    ({ theme, name, ground, ratio, least }): Mistake => ({
      line: lineOfNode(findNodeAtLocation(root, ['colours', theme, name])),
      reason: `${name} of ${theme} cannot be read on its ${ground}: ${ratio.toFixed(2)} to 1, and ${String(least)} is the least`,
    }),
  )
  if (!read.success) {
    const mistakes = [...wrong, ...weak].sort((one, other) => one.line - other.line)
    return { ok: false, mistakes }
  }
  const lineOf = (key: keyof OrganisationFile): number =>
    lineOfNode(findNodeAtLocation(root, [key]))
  return { ok: true, value: { file: read.output, weak, lineOf } }
}

/** The colours that are colours, whatever else is wrong. */
function coloursIn(said: unknown): PartialColours {
  const read = v.safeParse(v.object({ colours: v.record(v.string(), v.unknown()) }), said)
  if (!read.success) return {}
  return Object.fromEntries(
    accentThemes.map((theme) => {
      const of = v.safeParse(v.record(v.string(), v.unknown()), read.output.colours[theme])
      const colours = Object.entries(of.success ? of.output : {})
      return [theme, Object.fromEntries(colours.filter(([, colour]) => v.is(colourSchema, colour)))]
    }),
  )
}

/** More than the schema has; what reads JSON goes as deep as the text does, and would not come back. */
const mostDepth = 8

/** Where a text goes deeper than this file does; null when it does nowhere. */
function placeTooDeep(text: string): number | null {
  let depth = 0
  for (const { 0: piece, index } of text.matchAll(/"(?:[^"\\\r\n]|\\.)*"|[[\]{}]/gu)) {
    if (piece === '{' || piece === '[') depth += 1
    else if (piece === '}' || piece === ']') depth -= 1
    if (depth > mostDepth) return index
  }
  return null
}

/** The keys that stand twice in one object; of those an object of the language cannot hold, every one. */
function repeatedKeys(node: Node): Node[] {
  const keys =
    node.type === 'object'
      ? (node.children ?? []).flatMap(({ children }) => children?.[0] ?? [])
      : []
  const own = keys.filter(
    (key, at) =>
      key.value === '__proto__' || keys.findIndex(({ value }) => value === key.value) < at,
  )
  return [...own, ...(node.children ?? []).flatMap(repeatedKeys)]
}

/** To the schema a list is an object too. */
function listsIn(node: Node): Node[] {
  return node.type === 'array' ? [node] : (node.children ?? []).flatMap(listsIn)
}

/** The node at a path, or the last one on the way to it. */
function nearest(root: Node, path: readonly (string | number)[]): Node {
  for (let length = path.length; length > 0; length--) {
    const found = findNodeAtLocation(root, path.slice(0, length))
    if (found !== undefined) return found
  }
  return root
}

function reasonOf(
  issue: v.InferIssue<typeof organisationFileSchema>,
  path: readonly (string | number)[],
): string {
  const name = path.join('.')
  if (issue.type !== 'strict_object') return `${name}: ${issue.message}`
  if (issue.expected === 'never') return `"${name}" is no key of this file`
  if (issue.received === 'undefined') return `"${name}" is missing`
  return name === ''
    ? 'the file holds one object in braces'
    : `${name}: an object in braces stands here`
}
