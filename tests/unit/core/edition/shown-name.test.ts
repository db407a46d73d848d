import { expect, it } from 'vitest'
import { shownName } from '../../../../src/core/edition/shown-name.ts'

it.each([
  ['a plain name', 'Havenbedrijf', 'Havenbedrijf', false],
  ['accents and figures', 'Café 24 à la carte', 'Café 24 à la carte', false],
  ['another alphabet alone', 'Новая газета', 'Новая газета', false],
  ['an alphabet that looks like no other', '上海 Haven', '上海 Haven', false],
  ['an override', 'Haven\u202Efjirdeb\u202C', 'Havenfjirdeb', false],
  ['isolates and marks', '\u2066Haven\u2069\u200E\u200F\u061C', 'Haven', false],
  ['signs without width', 'Ha\u200Bven\uFEFF\u2060\u00AD', 'Haven', false],
  ['fillers', '\u3164\u115FHaven\u2800', 'Haven', false],
  ['control characters', 'Haven\u0000\u001B\u0085bedrijf', 'Haven bedrijf', false],
  ['half of a pair of surrogates', 'Ha\uD800ven\uDC00', 'Haven', false],
  ['pictures of several characters', '👩\u200D🚀 ☀\uFE0F 👍🏽', '👩\u200D🚀 ☀\uFE0F 👍🏽', false],
  ['joiners that hold no picture', 'Ha\u200Dven\uFE0F 🚀\u200D\u200B', 'Haven 🚀', false],
  ['lines', 'Haven\r\n\u2028bedrijf', 'Haven bedrijf', false],
  ['a Cyrillic letter in a Latin name', 'H\u0430ven', 'H\u0430ven', true],
  ['a Greek letter in a Latin name', 'Haven\u03BF', 'Haven\u03BF', true],
  ['Greek and Cyrillic', '\u03BF\u0430', '\u03BF\u0430', true],
])('%s', (_, name, text, isMixed) => {
  expect(shownName(name)).toEqual({ text, isMixed })
})

it.each(['', ' ', '\u202E', '\u200B\u200B', '\u0000'])('nothing is left of %j', (name) => {
  expect(shownName(name)).toBeNull()
})
