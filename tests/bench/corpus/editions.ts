// Texts as the editions of a library: twenty items a week, under headings and with sources.
import type { EditionBundle } from '../../../src/core/edition/edition.ts'

export const itemsOfAnEdition = 20
const headings = ['Water', 'Vervoer', 'Bouw', 'Zorg']
const sources = ['Dorpsblad', 'Het Veenbericht', 'De Sluiskrant', 'Streeknieuws', 'Kadeblad']
const firstDay = Date.UTC(2005, 0, 7)
const week = 7 * 86_400_000

export function editionsOf(texts: readonly string[]): readonly EditionBundle[] {
  const count = Math.ceil(texts.length / itemsOfAnEdition)
  return Array.from({ length: count }, (_, number) => editionOf(texts, number))
}

function editionOf(texts: readonly string[], number: number): EditionBundle {
  const start = number * itemsOfAnEdition
  const items = texts.slice(start, start + itemsOfAnEdition).map((text, index) => ({
    id: `bericht-${String(index + 1)}`,
    title: null,
    text,
    sources: [sources[(start + index) % sources.length] ?? ''],
  }))
  const perSection = itemsOfAnEdition / headings.length
  const edition = {
    id: `week-${String(number).padStart(5, '0')}`,
    revision: 1,
    language: 'nl',
    series: `Reeks ${String(number % 5)}`,
    date: {
      value: new Date(firstDay + Math.floor(number / 5) * week).toISOString().slice(0, 10),
      inferred: false,
    },
    title: `Week ${String(number)}`,
    lede: null,
    figure: null,
    sections: headings.map((heading, index) => ({
      id: `rubriek-${String(index + 1)}`,
      heading,
      items: items.slice(index * perSection, (index + 1) * perSection),
    })),
  }
  return { edition, notes: null, hyphenation: {} }
}
