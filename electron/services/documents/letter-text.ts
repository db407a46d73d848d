// A letter of a conversation as the text of one item: its paragraphs, as quotes what it quotes, and who wrote it and when.
import { dutchCitation, englishCitation, writtenDate } from '#core/citation/cite-item'
import { languageOf } from '#core/document/language-of'
import {
  documentText,
  isWorded,
  wordsOf,
  type Block,
  type DocumentWithPictures,
} from '#core/document/source-document'

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
/** Programs for mail break lines within these bounds, in letters. */
const narrowest = 55
const widest = 100
/** A line may be shorter than the widest by so much, since a quote of it was. */
const slack = 4
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
  const blocks = withWholeLines(document.blocks).flatMap(asText)
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
  if (block.kind !== 'quote') return [block]
  return [{ ...block, runs: [{ text: '> ' }, ...block.runs] }]
}

interface LetterLine {
  readonly line: number
  readonly text: string
  /** Whether a paragraph begins with it. */
  readonly begins: boolean
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

function paragraphsOf(run: readonly Block[]): Block[] {
  const lines = readLines(run)
  const width = widthOf(lines)
  const paragraphs: { line: number; quoted: number; text: string }[] = []
  for (const [index, { line, text, begins, quoted }] of lines.entries()) {
    const above = paragraphs.at(-1)
    const before = lines[index - 1]?.text ?? ''
    if (begins || above === undefined) paragraphs.push({ line, quoted, text })
    else above.text += `${isBroken(before, text, width) ? ' ' : '\n'}${text}`
  }
  return paragraphs.map(({ line, quoted, text }) => {
    // Each letter but the nearest is named by a mark; the nearest gets its mark as every quote does.
    const runs = [{ text: `${'> '.repeat(Math.max(0, quoted - 1))}${text}` }]
    return { kind: quoted > 0 ? 'quote' : 'paragraph', line, depth: 0, runs }
  })
}

/** At which programs for mail broke the lines, in letters; infinite where none is so long. */
function widthOf(lines: readonly LetterLine[]): number {
  const lengths = lines.map(({ text }) => text.length).filter((length) => length <= widest)
  const width = Math.max(0, ...lengths)
  return width < narrowest ? Infinity : width
}

/** Whether a line ends where it does because the next word had no room. */
function isBroken(line: string, next: string, width: number): boolean {
  const [word = ''] = next.split(/\s/u, 1)
  return !listMark.test(next) && line.length + 1 + word.length >= width - slack
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
    if (isOpen) lines.push({ line: block.line, text, begins: !follows, quoted })
  }
  return lines
}
