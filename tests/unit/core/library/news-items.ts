// Editions of a few invented items.
import type { Edition } from '../../../../src/core/edition/edition.ts'

export const harbour = 'De drones boven de haven meten elke ochtend hoe schoon het water is.'
export const grid = 'Het stroomnet raakt vol, en bedrijven wachten langer op een aansluiting.'
export const trains = 'Stille treinen krijgen voorrang op het spoor door de binnenstad.'
export const frost = 'Boeren meten vorst met een nieuwe sensor in de boomgaard.'

/** Texts by item id. */
export function anEditionWith(
  texts: Readonly<Record<string, string>>,
  changes: Partial<Edition> = {},
) {
  const items = Object.entries(texts).map(([id, text]) => ({ id, title: null, text, sources: [] }))
  const edition: Edition = {
    id: 'blik-27',
    revision: 1,
    language: 'nl',
    series: null,
    date: null,
    title: 'Blik',
    lede: null,
    figure: null,
    sections: [{ id: 's', heading: null, items }],
    ...changes,
  }
  return edition
}

export function noise(count: number): Record<string, string> {
  return Object.fromEntries(
    Array.from({ length: count }, (_, index) => [
      `n${index}`,
      `Ruis${index} over zaak${index * 7} met woord${index + 40} en klank${index * 3}.`,
    ]),
  )
}
