// What the reader kept as W3C Web Annotations in JSON-LD (https://www.w3.org/TR/annotation-model/), for other programs that annotate.
import { editionLink } from '../edition/edition-link.ts'
import { openingItem } from '../edition/edition.ts'
import type { Annotation, Tagged } from './annotation.ts'
import { annotationKey, descriptionOf, isTagged } from './kinds.ts'

const context = 'http://www.w3.org/ns/anno.jsonld'
const collection = 'leeslamp://annotations'

/** One collection with all of them on its first page. */
export function exportWebAnnotations(annotations: readonly Annotation[]): string {
  const items = annotations.filter((one) => isTagged(one)).map(asWebAnnotation)
  const page = {
    ...{ id: `${collection}/1`, type: 'AnnotationPage', partOf: collection, startIndex: 0 },
    items,
  }
  const whole = {
    '@context': context,
    ...{ id: collection, type: 'AnnotationCollection', label: 'Leeslamp', total: items.length },
    first: page,
  }
  return `${JSON.stringify(whole, null, 2)}\n`
}

function asWebAnnotation(record: Tagged): object {
  const note = descriptionOf(record).ownText(record)
  const bodies = [
    ...(note === null
      ? []
      : [{ type: 'TextualBody', purpose: 'commenting', format: 'text/markdown', value: note }]),
    ...(record.tags ?? []).map((value) => ({ type: 'TextualBody', purpose: 'tagging', value })),
  ]
  return {
    id: `leeslamp://annotation/${annotationKey(record).split('/').map(encodeURIComponent).join('/')}`,
    type: 'Annotation',
    motivation: motivationOf(record),
    created: record.created,
    modified: descriptionOf(record).moment(record),
    ...(record.author === undefined ? {} : { creator: { type: 'Person', name: record.author } }),
    generator: { id: 'leeslamp://program', type: 'Software', name: 'Leeslamp' },
    ...(bodies.length === 0 ? {} : { body: bodies }),
    target: targetOf(record),
  }
}

function motivationOf(record: Tagged): string {
  if (record.kind === 'highlight') return record.note === undefined ? 'highlighting' : 'commenting'
  return record.kind === 'note' ? 'commenting' : 'bookmarking'
}

/** An item, or the words in it. A reader of the standard finds a passage by its words, and by its place where the text is the same. */
function targetOf(record: Tagged): object {
  const source = editionLink(record.edition, record.item, '')
  if (record.kind !== 'highlight') return { id: source, type: 'Text', format: 'text/plain' }
  const { part, exact, prefix, suffix, start, end } = record.anchor
  const isOpening = record.item === openingItem
  return {
    type: 'SpecificResource',
    // The text of an item, its gist and the opening of an edition are texts of their own.
    source: part === 'item' || isOpening ? source : `${source}/${part}`,
    styleClass: record.colour,
    selector: [
      { type: 'TextQuoteSelector', exact, prefix, suffix },
      { type: 'TextPositionSelector', start, end },
    ],
  }
}
