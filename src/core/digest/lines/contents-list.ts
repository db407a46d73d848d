// A list of contents at the top of an edition: its lines stand a second time below, as headings or titles.
import { hasSourceLabel } from '../sources/source-label.ts'
import { longestHeading } from './line-lengths.ts'

interface TextLine {
  readonly text: string
  readonly bullet: boolean
  readonly gapBefore: boolean
}

/** One line alone that returns may be a heading that returns. */
const fewestEntries = 2
const mostAbove = 8
const heads = new Set([
  'inhoud',
  'inhoudsopgave',
  'contents',
  'deze week',
  'in dit nummer',
  'in dit overzicht',
  'in deze aflevering',
  'in deze brief',
  'in deze editie',
  'in deze nieuwsbrief',
  'onderwerpen',
])
const sureHeads =
  /^\P{L}*(?:inhoud(?:sopgave)?|in (?:dit nummer|deze (?:aflevering|brief|editie|nieuwsbrief)))\P{L}*$/iu
/** What a list puts before its entries, or behind them: a number, an emoji, the number of a page. */
const marks = /^[^\p{L}\p{N}‘’“"']+|^\d{1,2}[.)]\s+|(?<![\s.…])[\s.…]+\d{1,3}$|(?<![\s:])[\s:]+$/gu

/** The lines of such lists by their indexes: entries, and the heads that say what they are. */
export function findContents(lines: readonly TextLine[]): ReadonlyMap<number, 'head' | 'entry'> {
  const keys = lines.map(({ text }) => (canBeEntry(text) ? entryKey(text) : ''))
  const lastAt = new Map(keys.map((key, index) => [key, index]))
  const found = new Map<number, 'head' | 'entry'>()
  let entries = new Set<string>()
  keys.forEach((key, index) => {
    const returns = key !== '' && (lastAt.get(key) ?? 0) > index && !entries.has(key)
    if (!returns) entries = new Set()
    else {
      entries.add(key)
      if (entries.size < fewestEntries) return
      found.set(index - 1, 'entry').set(index, 'entry')
      const above = index - entries.size
      if (isHead(lines[above]?.text ?? '')) found.set(above, 'head')
    }
  })
  addListInLine(lines, lastAt, found)
  addListBelowHead(lines, found)
  addBlockBelowHead(lines, found)
  return found
}

/** `In deze editie: zee – land – lucht`, which all stand below. */
function addListInLine(
  lines: readonly TextLine[],
  lastAt: ReadonlyMap<string, number>,
  found: Map<number, 'head' | 'entry'>,
): void {
  lines.slice(0, mostAbove).forEach(({ text }, index) => {
    const [head = '', list = ''] = text.split(/:\s(.*)/su)
    if (!sureHeads.test(head)) return
    const entries = list.split(/\s[–—|·•/-]\s|[,;]\s/u).map(entryKey)
    const below = entries.filter((key) => (lastAt.get(key) ?? 0) > index).length
    if (entries.length >= fewestEntries && below === entries.length) found.set(index, 'head')
  })
}

/** `Inhoud` right above a block of short lines says so too. */
function addBlockBelowHead(lines: readonly TextLine[], found: Map<number, 'head' | 'entry'>): void {
  const head = lines.findIndex(({ text }) => sureHeads.test(text))
  if (head === -1) return
  const isTight = (index: number): boolean =>
    lines[index]?.gapBefore === false && canBeEntry(lines[index]?.text ?? '')
  let end = head + 1
  while (isTight(end)) end += 1
  // `In deze brief:` above a paragraph that names all of it.
  const isParagraph = end === head + 1 && head < mostAbove && /:$/u.test(lines[head]?.text ?? '')
  if (isParagraph && lines[end]?.gapBefore === false && lines[end + 1]?.gapBefore !== false) {
    found.set(head, 'head').set(end, 'head')
    return
  }
  if (lines[end]?.gapBefore !== true || end - head <= fewestEntries) return
  for (let index = head; index < end; index += 1)
    found.set(index, index === head ? 'head' : 'entry')
}

/** `In dit nummer:` above a list says so itself, whatever words the list has for what stands below. */
function addListBelowHead(lines: readonly TextLine[], found: Map<number, 'head' | 'entry'>): void {
  const head = lines.findIndex(({ text }, index) => {
    return heads.has(entryKey(text)) && lines[index + 1]?.bullet === true
  })
  if (head === -1) return
  const end = lines.findIndex(({ bullet, text }, index) => {
    return index > head && (!bullet || !canBeEntry(text))
  })
  const isList = end !== -1 && lines[end]?.bullet === false
  for (let index = head; isList && index < end; index += 1) {
    found.set(index, index === head ? 'head' : 'entry')
  }
}

function canBeEntry(text: string): boolean {
  return text.length <= longestHeading && !hasSourceLabel(text) && !/\p{L}[.!?]\s/u.test(text)
}

function entryKey(text: string): string {
  return text.replace(marks, '').replaceAll('’', "'").toLowerCase()
}

function isHead(text: string): boolean {
  return heads.has(entryKey(text)) || (text.endsWith(':') && text.length < 60)
}
