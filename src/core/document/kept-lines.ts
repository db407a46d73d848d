// How texts were kept until December 2026: as plain lines, with what the file said of them beside them.
import * as v from 'valibot'
import {
  documentOfText,
  nothingStated,
  type Block,
  type Run,
  type SourceDocument,
} from './source-document.ts'
import { groupBy } from '../group-by.ts'

const lineNumber = v.pipe(v.number(), v.integer(), v.minValue(1))

export const keptLinesSchema = v.strictObject({
  text: v.string(),
  headings: v.array(
    v.strictObject({ line: lineNumber, level: v.picklist([1, 2, 3, 4, 5, 6, 'bold']) }),
  ),
  captions: v.array(lineNumber),
  /** The words in bold type that a line begins with and goes on behind. */
  leads: v.optional(
    v.array(v.strictObject({ line: lineNumber, words: v.string(), apart: v.boolean() })),
    [],
  ),
  links: v.array(v.strictObject({ line: lineNumber, label: v.string(), address: v.string() })),
  leftOut: v.array(
    v.strictObject({
      line: lineNumber,
      kind: v.picklist(['link', 'image', 'field', 'around']),
      quote: v.string(),
    }),
  ),
})

export type KeptLines = Readonly<v.InferOutput<typeof keptLinesSchema>>

const bullet = '* '

/** The document that such lines were read from, as far as they tell. Lines without any mark are plain text. */
export function documentOfLines(kept: KeptLines): SourceDocument {
  const { text, headings, captions, leads, links, leftOut } = kept
  if (headings.length + captions.length + leads.length + links.length === 0)
    return { ...documentOfText(text), leftOut }
  const levels = new Map(headings.map(({ line, level }) => [line, level]))
  const bold = new Map(leads.map(({ line, words }) => [line, words]))
  const ofLine = groupBy(links, ({ line }) => line)
  const blocks = text.split('\n').flatMap((words, index): Block[] => {
    const line = index + 1
    if (words.trim() === '') return []
    const level = levels.get(line)
    const isEntry = words.startsWith(bullet)
    const plain = isEntry ? words.slice(bullet.length) : words
    const lead = level === 'bold' ? plain : (bold.get(line) ?? '')
    const runs = withLinks(withLead(plain, lead), ofLine.get(line) ?? [])
    if (typeof level === 'number') return [{ kind: 'heading', level, line, depth: 0, runs }]
    if (captions.includes(line)) return [{ kind: 'caption', line, depth: 0, runs }]
    return [{ kind: isEntry ? 'item' : 'paragraph', line, depth: isEntry ? 1 : 0, runs }]
  })
  return { stated: nothingStated, blocks, leftOut }
}

function withLead(words: string, lead: string): Run[] {
  if (lead === '' || !words.startsWith(lead)) return [{ text: words }]
  const rest = words.slice(lead.length)
  return [{ text: lead, bold: true }, ...(rest === '' ? [] : [{ text: rest }])]
}

/** A link is put where its words first stand behind the link before it, and behind all words when they stand nowhere. */
export function withLinks(
  runs: readonly Run[],
  links: readonly { readonly label: string; readonly address: string }[],
): Run[] {
  let rest = [...runs]
  const done: Run[] = []
  const apart: Run[] = []
  for (const { label, address } of links) {
    const at = label === '' ? -1 : rest.findIndex(({ text }) => text.includes(label))
    const run = rest[at]
    if (run === undefined) {
      apart.push({ text: '', link: address })
      continue
    }
    const start = run.text.indexOf(label)
    done.push(...rest.slice(0, at))
    if (start > 0) done.push({ ...run, text: run.text.slice(0, start) })
    done.push({ ...run, text: label, link: address })
    const behind = run.text.slice(start + label.length)
    rest = [...(behind === '' ? [] : [{ ...run, text: behind }]), ...rest.slice(at + 1)]
  }
  return [...done, ...rest, ...apart]
}
