// The hits as the list shows them: by edition, and in each by section.
import { openingItem } from '#core/edition/edition'
import type { FoundEdition, SearchHit, SearchRequest } from '#core/search/search-types'
import type { useEditionStore } from './edition.ts'

export type Order = SearchRequest['order']

/** How a question was asked, and the edition that was open then. */
export interface Asked {
  readonly edition: string | null
  readonly sections: ReturnType<typeof useEditionStore>['sections']
  readonly itemById: ReturnType<typeof useEditionStore>['itemById']
  readonly order: Order
}

/** The hits of one edition, by section. */
export interface HitEdition {
  /** Null for notes whose edition is gone, and where no title is to be shown. */
  readonly edition: FoundEdition | null
  /** Whether this is the edition that was open at the question. */
  readonly isHere: boolean
  readonly sections: readonly HitSection[]
}

export interface HitSection {
  /** `opening`: title, lede and caption; `notes`: of another edition, or of what is not here any more. */
  readonly kind: 'opening' | 'section' | 'notes'
  readonly heading: string | null
  readonly hits: readonly SearchHit[]
}

/**
 * Best first: the edition that was open, and then the others, that with the best hit first. By date: as they came.
 * @param known the editions of which something is to be shown, by their ids
 */
export function groupHits(
  found: readonly SearchHit[],
  asked: Asked,
  known: ReadonlyMap<string, FoundEdition>,
): readonly HitEdition[] {
  const isHere = (hit: SearchHit): boolean => hit.edition === asked.edition
  const ordered =
    asked.order === 'date'
      ? found
      : [...found.filter(isHere), ...found.filter((hit) => !isHere(hit))]
  const byEdition = new Map<string, SearchHit[]>()
  for (const hit of ordered) {
    const group = byEdition.get(hit.edition)
    if (group === undefined) byEdition.set(hit.edition, [hit])
    else group.push(hit)
  }
  return [...byEdition].map(([id, hits]) => ({
    edition: known.get(id) ?? null,
    isHere: id === asked.edition,
    sections: sectionsOf(id, hits, asked, known),
  }))
}

function sectionsOf(
  id: string,
  hits: readonly SearchHit[],
  asked: Asked,
  known: ReadonlyMap<string, FoundEdition>,
): readonly HitSection[] {
  if (id === asked.edition) return sectionsHere(hits, asked)
  return known.has(id) ? sectionsElsewhere(hits) : [{ kind: 'notes', heading: null, hits }]
}

/** By the sections that the edition has, best first in each; a note stands where its item does, or last when that is gone. */
function sectionsHere(
  hits: readonly SearchHit[],
  { sections, itemById }: Asked,
): readonly HitSection[] {
  const sectionOf = (hit: SearchHit) => itemById.get(hit.item)?.section.id
  const inSections = sections.map(({ section }) => ({
    kind: 'section' as const,
    heading: section.heading,
    hits: hits.filter((hit) => sectionOf(hit) === section.id),
  }))
  const opening = {
    kind: 'opening' as const,
    heading: null,
    hits: hits.filter((hit) => hit.item === openingItem),
  }
  const notes = {
    kind: 'notes' as const,
    heading: null,
    hits: hits.filter((hit) => hit.item !== openingItem && sectionOf(hit) === undefined),
  }
  return [opening, ...inSections, notes].filter((section) => section.hits.length > 0)
}

/** By the headings that come with the hits, in the order of the items. */
function sectionsElsewhere(hits: readonly SearchHit[]): readonly HitSection[] {
  const sections: { kind: HitSection['kind']; heading: string | null; hits: SearchHit[] }[] = []
  for (const hit of hits.toSorted((one, other) => one.number - other.number)) {
    const kind = hit.where === 'note' ? 'notes' : hit.item === openingItem ? 'opening' : 'section'
    const last = sections.at(-1)
    if (last?.kind === kind && last.heading === hit.heading) last.hits.push(hit)
    else sections.push({ kind, heading: hit.heading, hits: [hit] })
  }
  return sections
}
