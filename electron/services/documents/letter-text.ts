// A letter of a conversation as the text of one item: its paragraphs, as quotes what it quotes, and who wrote it and when.
import { dutchCitation, englishCitation, writtenDate } from '#core/citation/cite-item'
import { languageOf } from '#core/document/language-of'
import {
  documentText,
  isWorded,
  wordsOf,
  type Block,
  type DocumentWithPictures,
  type Run,
  type WordedBlock,
} from '#core/document/source-document'
import type { PlainLine } from '#core/plain-text/plain-line'
import { unwrapLines } from '#core/plain-text/unwrap-lines'
import { readFieldsAt } from './forwarded-mail.ts'

export interface Letter {
  /** Empty for one without a name. */
  readonly sender: string
  /** YYYY-MM-DD. */
  readonly date: string | null
  /** Whether it answers another letter. */
  readonly isAnswer: boolean
}

/** What programs for mail put before a line of another letter, once for each letter between. */
const quoteMarks = /^(?:>[ \t]?)+/u
const listMark = /^(?:[-*•–]|\d{1,2}[.)])\s/u
const fewestWriters = 2
/** Of letters to one address hardly any answers another; of those in a conversation most do. */
const shareOfAnswers = 0.25

/** Whether people write to each other in these letters. */
export function isConversation(letters: readonly Letter[]): boolean {
  const writers = new Set(letters.map(({ sender }) => sender))
  const answers = letters.filter(({ isAnswer }) => isAnswer).length
  return writers.size >= fewestWriters && answers >= shareOfAnswers * letters.length
}

/** The letter without headings of its own, and below it who wrote it and when, as newspapers print letters. */
export function letterText(
  { document, pictures }: DocumentWithPictures,
  { sender, date }: Pick<Letter, 'sender' | 'date'>,
): DocumentWithPictures {
  const blocks = withWholeLines(withQuotedMails(document.blocks)).flatMap(asText)
  const language = document.stated.language ?? languageOf(documentText(document))
  const { months } = language === 'en' ? englishCitation : dutchCitation
  const written = date === null ? '' : writtenDate(date, months)
  const text = [sender, written].filter((part) => part !== '').join(', ')
  if (text !== '')
    blocks.push({
      kind: 'paragraph',
      line: lineBelow(blocks),
      depth: 0,
      runs: [{ text: `— ${text}` }],
    })
  return { document: { ...document, blocks }, pictures }
}

/** Below the head of another mail all is of that mail, also where the program that quoted it put no marks. */
function withQuotedMails(blocks: readonly Block[]): Block[] {
  let depth = 0
  let headEnd = 0
  return blocks.map((block, index) => {
    const found = index < headEnd ? null : readFieldsAt(blocks, index)
    if (found !== null) {
      depth += 1
      headEnd = found.start
    }
    return depth > 0 && isWorded(block) ? asQuoted(block, depth) : block
  })
}

/** A line and a quote have marks for each letter between; any other block becomes a quote, which is one. */
function asQuoted(block: WordedBlock, depth: number): Block {
  if (block.kind === 'line' || block.kind === 'quote')
    return { ...block, runs: withMarks(block.runs, depth) }
  const { line } = block
  const entry = block.kind === 'item' ? [{ text: `${block.number ?? '-'} ` }] : []
  return { kind: 'quote', line, depth: 0, runs: withMarks([...entry, ...block.runs], depth - 1) }
}

/** Each line has the marks, so that none looks like the words of this letter. */
function withMarks(runs: readonly Run[], depth: number): Run[] {
  const marks = '> '.repeat(depth)
  const marked = runs.map((run) => ({ ...run, text: run.text.replaceAll('\n', `\n${marks}`) }))
  return depth === 0 ? [...runs] : [{ text: marks }, ...marked]
}

/** The first line below all of them, with an empty one between. */
function lineBelow(blocks: readonly Block[]): number {
  const last = blocks.at(-1)
  if (last === undefined) return 1
  return last.line + (isWorded(last) ? wordsOf(last).split('\n').length : 1) + 1
}

/** A line across the page says nothing within a text. */
function asText(block: Block): Block[] {
  if (block.kind === 'rule') return []
  if (block.kind === 'heading') {
    const { line, depth, runs } = block
    return [{ kind: 'paragraph', line, depth, runs }]
  }
  return [block.kind === 'quote' ? { ...block, runs: withMarks(block.runs, 1) } : block]
}

interface LetterLine extends Pick<PlainLine, 'line' | 'text' | 'gap' | 'isIndented' | 'joined'> {
  /** So many letters lie between this one and the one that the line is of. */
  readonly quoted: number
}

/** Plain lines become paragraphs; what is quoted at one depth is a quote. */
function withWholeLines(blocks: readonly Block[]): Block[] {
  const made: Block[] = []
  let run: Block[] = []
  const close = (): void => {
    made.push(...paragraphsOf(run))
    run = []
  }
  for (const block of blocks) {
    if (block.kind === 'line') run.push(block)
    else {
      close()
      made.push(block)
    }
  }
  close()
  return made
}

/** Lines that programs for mail broke are whole again; others stay lines of their paragraph. */
function paragraphsOf(run: readonly Block[]): Block[] {
  const lines = unwrapLines(readLines(run), {
    beginsBlock: ({ text }) => listMark.test(text),
    standsAlone: () => false,
    isWithin: () => false,
  })
  const paragraphs: { line: number; quoted: number; text: string }[] = []
  for (const { line, text, gap, quoted } of lines) {
    const above = paragraphs.at(-1)
    if (gap || above === undefined) paragraphs.push({ line, quoted, text })
    else above.text += `\n${text}`
  }
  return paragraphs.map(({ line, quoted, text }) => {
    if (quoted === 0) return { kind: 'paragraph', line, depth: 0, runs: [{ text }] }
    // Each letter but the nearest is named by a mark; the nearest gets its mark as every quote does.
    return { kind: 'quote', line, depth: 0, runs: withMarks([{ text }], quoted - 1) }
  })
}

/** Those with words; a change of depth begins a paragraph, as an empty line does. */
function readLines(run: readonly Block[]): LetterLine[] {
  const lines: LetterLine[] = []
  let below = 0
  let isOpen = false
  for (const block of run.filter(isWorded)) {
    const words = wordsOf(block)
    const marks = quoteMarks.exec(words)?.[0] ?? ''
    const quoted = marks.replace(/[^>]/gu, '').length
    const text = words.slice(marks.length).trim()
    const follows = isOpen && block.line === below + 1 && quoted === lines.at(-1)?.quoted
    below = block.line
    // A line of signs parts what stands around it, as an empty one does.
    isOpen = /[\p{L}\p{N}]/u.test(text)
    if (isOpen)
      lines.push({ line: block.line, text, gap: !follows, isIndented: false, joined: [], quoted })
  }
  return lines
}
