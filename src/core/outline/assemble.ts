// Blocks with roles → an outline. The same for every format, whoever gave the roles: any order of them makes one.
import { isWorded, type Block, type WordedBlock } from '../document/source-document.ts'
import { boldLevel } from './outline-blocks.ts'
import { splitTitle } from './split-title.ts'
import type { Outline, RankedHeading, Role, RoledBlock } from './roles.ts'

interface OpenItem {
  readonly title: RankedHeading | null
  readonly blocks: Block[]
  readonly sources: WordedBlock[]
}

interface OpenSection {
  readonly heading: RankedHeading | null
  readonly items: OpenItem[]
}

export function assemble(roled: readonly RoledBlock[]): Outline {
  const assembly = new Assembly()
  for (const { block, role } of roled) assembly.add(block, role)
  return assembly.finish()
}

class Assembly {
  readonly #sections: OpenSection[] = []
  readonly #lede: Block[] = []
  readonly #dates: WordedBlock[] = []
  readonly #lost: WordedBlock[] = []
  readonly #leftOut: Block[] = []
  #item: OpenItem | null = null
  /** Blocks and sources that wait for the next item. */
  #ahead: Block[] = []
  #sources: WordedBlock[] = []

  add(block: Block, role: Role): void {
    if (block.kind === 'rule') return
    if (role === 'left-out') this.#leftOut.push(block)
    else if (role === 'ahead') this.#ahead.push(block)
    else if (!isWorded(block)) this.#place().push(block)
    else this.#addWords(block, role)
  }

  #addWords(block: WordedBlock, role: Exclude<Role, 'left-out' | 'ahead'>): void {
    switch (role) {
      case 'title':
        return
      case 'date':
        this.#dates.push(block)
        return
      case 'heading':
        this.#loseSources()
        this.#sections.push({ heading: headingOf(block), items: [] })
        this.#item = null
        return
      case 'item-title':
        this.#begin(headingOf(block))
        return
      case 'titled-text':
        this.#beginTitled(block)
        return
      case 'item-start':
        this.#begin(null).push(block)
        return
      case 'sources':
        this.#addSources(block)
        return
      case 'lede':
      case 'text':
        this.#goOn().push(block)
    }
  }

  /** Blocks of the item that begins. */
  #begin(title: RankedHeading | null): Block[] {
    if (this.#sections.length === 0) this.#sections.push({ heading: null, items: [] })
    this.#item = { title, blocks: this.#ahead, sources: this.#sources }
    this.#sections.at(-1)?.items.push(this.#item)
    this.#ahead = []
    this.#sources = []
    return this.#item.blocks
  }

  #beginTitled(block: WordedBlock): void {
    const parts = splitTitle(block)
    if (parts === null) this.#begin(null).push(block)
    else this.#begin(headingOf(parts.title)).push(parts.text)
  }

  /** Where a text goes on: in the item, in one that begins with it below a heading, or in the lede. */
  #goOn(): Block[] {
    if (this.#item !== null) return this.#item.blocks
    if (this.#sections.length > 0) return this.#begin(null)
    this.#loseSources()
    return this.#lede
  }

  /** Where a picture goes: it begins no item. */
  #place(): Block[] {
    return this.#item?.blocks ?? (this.#sections.length === 0 ? this.#lede : this.#ahead)
  }

  #addSources(block: WordedBlock): void {
    const isOfLede = this.#sections.length === 0 && this.#lede.length > 0
    const place = this.#item?.sources ?? (isOfLede ? this.#lost : this.#sources)
    place.push(block)
  }

  #loseSources(): void {
    this.#lost.push(...this.#sources)
    this.#sources = []
  }

  finish(): Outline {
    this.#loseSources()
    const last = this.#sections.findLast(({ items }) => items.length > 0)?.items.at(-1)
    ;(last?.blocks ?? this.#lede).push(...this.#ahead)
    return {
      dates: this.#dates,
      lede: this.#lede,
      sections: this.#sections,
      lost: this.#lost,
      leftOut: this.#leftOut,
    }
  }
}

function headingOf(block: WordedBlock): RankedHeading {
  return { block, level: block.kind === 'heading' ? block.level : boldLevel }
}
