import { expect, it } from 'vitest'
import { quotable, quotableStart } from '../../../../src/core/edition/quoted-title.ts'

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

it('leaves a title of ordinary length whole, and has the first words of a long one', () => {
  expect(quotableStart('‘Sluis’ en kade')).toBe('“Sluis” en kade')
  const long = `Waarom de ‘havenkom’ ${'nog altijd '.repeat(30)}dicht blijft`
  const start = quotableStart(long)
  expect(start).toBe('Waarom de “havenkom” nog altijd nog altijd nog altijd nog\u00A0…')
  expect([...quotableStart('𝔎'.repeat(350))].length).toBe(62)
})
