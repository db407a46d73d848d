// Notes to sections and items as they are read, block by block, from the source text of reading notes.
import type { ItemNotes } from './edition.ts'
import { readBlocks, type LabelKind } from './source-blocks.ts'
import { isId, notAnId } from './source-head.ts'
import type { Mistake, SourceLine } from './source-text.ts'

const watchLabel = 'Waar let je op'
type ListLabel = 'Figures' | 'Terms' | 'Names' | 'Background'
type Label = typeof watchLabel | 'Gist' | ListLabel

const labels: ReadonlyMap<Label, LabelKind> = new Map([
  [watchLabel, 'text'],
  ['Gist', 'text'],
  ['Figures', 'list'],
  ['Terms', 'list'],
  ['Names', 'list'],
  ['Background', 'list'],
])

type Growing<Type> = { -readonly [Key in keyof Type]: Type[Key] }

/** The notes to one section while they are read, with the lines that later checks point at. */
export interface SectionNotesDraft {
  readonly line: number
  readonly section: string
  watch: string
  readonly items: ItemNotesDraft[]
}

export interface ItemNotesDraft {
  readonly line: number
  readonly notes: Growing<ItemNotes>
  readonly labels: Set<Label>
}

/** Reads the body of a notes file; what is wrong in it is added to `mistakes`. */
export function readNotesDrafts(
  lines: readonly SourceLine[],
  mistakes: Mistake[],
): SectionNotesDraft[] {
  const sections: SectionNotesDraft[] = []
  let list: ListLabel | null = null
  for (const block of readBlocks(lines, labels)) {
    const { line, text } = block
    const section = sections.at(-1)
    const item = section?.items.at(-1)
    let reason: string | null = null
    if (block.kind === 'heading') {
      reason = addHeading(sections, block.level, text, line)
      list = null
    } else if (block.kind === 'label') {
      list = isList(block.label) ? block.label : null
      reason = addLabel(section, item, block.label, text)
    } else if (block.kind === 'entry' && list !== null && item !== undefined) {
      reason = addEntry(item, list, text)
    } else {
      reason = `expected a label such as "Gist:" or a list line under one, found "${text}"`
    }
    if (reason !== null) mistakes.push({ line, reason })
  }
  for (const section of sections) checkComplete(section, mistakes)
  return sections
}

function addHeading(
  sections: SectionNotesDraft[],
  level: number,
  id: string,
  line: number,
): string | null {
  if (level === 2) {
    sections.push({ line, section: id, watch: '', items: [] })
  } else if (level === 3) {
    const section = sections.at(-1)
    if (section === undefined) return 'notes to an item stand under those to its section'
    const notes = { item: id, gist: '', figures: [], terms: [], names: [], background: [] }
    section.items.push({ line, notes, labels: new Set() })
  } else {
    return 'notes to a section begin with "## section-id", those to an item with "### item-id"'
  }
  return isId(id) ? null : notAnId(id)
}

function addLabel(
  section: SectionNotesDraft | undefined,
  item: ItemNotesDraft | undefined,
  label: Label,
  text: string,
): string | null {
  if (label === watchLabel) {
    if (section === undefined || item !== undefined) {
      return `"${watchLabel}:" stands directly under the id of a section`
    }
    if (section.watch !== '') return `"${watchLabel}:" stands here twice`
    section.watch = text
    return null
  }
  if (item === undefined) return `"${label}:" stands under the id of an item`
  if (item.labels.has(label)) return `"${label}:" stands here twice`
  item.labels.add(label)
  if (label === 'Gist') item.notes.gist = text
  else if (text !== '')
    return `what belongs to "${label}:" stands under it, on lines that begin with "- "`
  return null
}

/** Adds a list line to the notes of an item; returns what is wrong with the line, if anything. */
function addEntry(item: ItemNotesDraft, list: ListLabel, text: string): string | null {
  if (list === 'Background') {
    item.notes.background.push(text)
    return null
  }
  const parts = text.split('|').map((part) => part.trim())
  const [first = '', second = '', third = '', fourth = ''] = parts
  if (first === '' || second === '') return shapes[list]
  if (list === 'Figures') {
    if (parts.length > 4) return shapes.Figures
    const remark = fourth === '' ? null : fourth
    item.notes.figures.push({ measures: first, value: second, unit: third, remark })
    return null
  }
  if (parts.length > 2) return shapes[list]
  if (list === 'Terms') {
    item.notes.terms.push({ term: first, translation: second })
    return null
  }
  if (second !== 'person' && second !== 'organisation') return shapes.Names
  item.notes.names.push({ name: first, kind: second })
  return null
}

const shapes = {
  Figures:
    'a figure is written as "- measures | value | unit | remark"; unit and remark may be left out',
  Terms: 'a term is written as "- term | translation"',
  Names: 'a name is written as "- name | person" or "- name | organisation"',
} as const

function checkComplete(section: SectionNotesDraft, mistakes: Mistake[]): void {
  if (section.watch === '') {
    const reason = `section "${section.section}" has no "${watchLabel}:"`
    mistakes.push({ line: section.line, reason })
  }
  for (const { line, notes } of section.items) {
    if (notes.gist === '') mistakes.push({ line, reason: `item "${notes.item}" has no "Gist:"` })
  }
}

function isList(label: Label): label is ListLabel {
  return label in shapes || label === 'Background'
}
