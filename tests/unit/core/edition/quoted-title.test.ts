import { expect, it } from 'vitest'
import { quotable } from '../../../../src/core/edition/quoted-title.ts'

it.each([
  ['Havenblad. ‘Mist boven de kade’', 'Havenblad. “Mist boven de kade”'],
  ['‘Sluis’ en ‘kade’', '“Sluis” en “kade”'],
  ['De auto’s van ’90', 'De auto’s van ’90'],
  ['Blad. ‘Auto’s op de kade’', 'Blad. “Auto’s op de kade”'],
  ['Blad. ‘De jaren ’90 op de kade’', 'Blad. “De jaren ’90 op de kade”'],
  ["Blad. 'Mist op de kade'", 'Blad. “Mist op de kade”'],
  ["'s Avonds op de kade", "'s Avonds op de kade"],
  ['’s Avonds en ’s nachts', '’s Avonds en ’s nachts'],
  ['Blad. “Mist”', 'Blad. “Mist”'],
  ['‘Half open', '‘Half open'],
  ['', ''],
])('%s stands between single quotes as %s', (title, shown) => {
  expect(quotable(title)).toBe(shown)
})
