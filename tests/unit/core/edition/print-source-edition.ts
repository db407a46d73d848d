// Writes an edition in its source format: the other direction of `parseSourceEdition`, for its round trip.
import type { Edition, Item, Link } from '../../../../src/core/edition/edition.ts'

/** @param width where paragraphs are wrapped, in characters */
export function printSourceEdition(edition: Edition, width: number): string {
  const { id, revision, language, series, date, title, lede, figure, links, sections } = edition
  const { number } = edition
  const opening = sections.find(({ heading }) => heading === null)
  const head = [
    `id: ${id}`,
    `revision: ${revision}`,
    `language: ${language}`,
    `title: ${title}`,
    ...(series === null ? [] : [`series: ${series}`]),
    ...(number === undefined ? [] : [`issue: ${number}`]),
    ...(date === null ? [] : [`date: ${date.value}`]),
    ...(date === null ? [] : [`date-inferred: ${date.inferred ? 'yes' : 'no'}`]),
    ...(opening === undefined ? [] : [`first-section: ${opening.id}`]),
  ]
  return [
    ['---', ...head, '---'].join('\n'),
    ...(lede === null ? [] : [wrap(lede, width)]),
    ...(figure === null ? [] : [wrap(`Figuur: ${figure.caption}`, width)]),
    ...(figure?.credit ? [`\u0000Foto: ${figure.credit}`] : []),
    ...printLinks(links),
    ...sections.flatMap((section) => [
      ...(section.heading === null ? [] : [`## ${section.heading} {#${section.id}}`]),
      ...section.items.map((item) => printItem(item, width)),
    ]),
  ]
    .join('\n\n')
    .replace('\n\n\u0000', '\n')
}

function printItem({ id, title, text, sources, links }: Item, width: number): string {
  return [
    title === null ? `### ${id}` : `### ${id}: ${title}`,
    ...text.split('\n\n').map((paragraph) => wrap(paragraph, width)),
    `${sources.length === 1 ? 'Bron' : 'Bronnen'}: ${sources.join(', ')}`,
    ...printLinks(links),
  ].join('\n\n')
}

function printLinks(links: readonly Link[] = []): string[] {
  return links.map(({ label, address }) =>
    label === address ? `Link: ${address}` : `Link: ${label} ${address}`,
  )
}

function wrap(text: string, width: number): string {
  const lines: string[] = []
  for (const word of text.split(' ')) {
    const line = lines.at(-1)
    if (line !== undefined && line.length + word.length < width) {
      lines[lines.length - 1] = `${line} ${word}`
    } else {
      lines.push(word)
    }
  }
  return lines.join('\n')
}
