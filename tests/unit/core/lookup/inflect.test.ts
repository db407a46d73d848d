import { describe, expect, it } from 'vitest'
import { formsOfEntry, type FormName } from '../../../../src/core/lookup/inflect.ts'
import { readWordEntry } from '../../../../src/core/lookup/word-entry.ts'

function formsOf(line: string): Map<string, FormName> {
  const entry = readWordEntry(line)
  if (entry === null) throw new Error(`no entry: ${line}`)
  return new Map(formsOfEntry(entry).map(({ form, name }) => [form, name]))
}

describe('the forms of a word', () => {
  it.each([
    [
      'maken\tverb\tmaakte maakten gemaakt\tto make',
      'maak maakt maken maakte maakten gemaakt gemaakte makend makende',
    ],
    ['leven\tverb\tleefde leefden geleefd\tto live', 'leef leeft leven'],
    ['pakken\tverb\tpakte pakten gepakt\tto take', 'pak pakt'],
    ['handelen\tverb\thandelde handelden gehandeld\tto act', 'handel handelt'],
    ['gaan\tverb\tging gingen gegaan\tto go', 'ga gaat ging gingen gegaan'],
    ['zien\tverb\tzag zagen gezien\tto see', 'zie ziet zag'],
    ['stad\tde\tsteden\tcity', 'stad steden'],
    ['bal\tde\tballen\tball', 'balletje balletjes'],
    ['boom\tde\tbomen\ttree', 'boompje'],
    ['auto\tde\tauto’s\tcar', 'autootje'],
    ['koning\tde\tkoningen\tking', 'koninkje'],
    ['groot\tadjective\tgrote\tlarge', 'grote groter grotere grootst grootste groten groots'],
    ['zwaar\tadjective\tzware\theavy', 'zwaarder zwaarst'],
    ['goed\tadjective\tgoede beter best\tgood', 'beter betere best beste'],
  ])('follow the rules of spelling where the entry does not write them: %s', (line, expected) => {
    const forms = formsOf(line)
    expect([...forms.keys()]).toEqual(expect.arrayContaining(expected.split(' ')))
  })

  it('that the entry writes stand in place of those that the rules would make', () => {
    const komen = formsOf('komen\tverb\tkwam kwamen gekomen kom komt\tto come')
    expect([...komen.keys()]).not.toContain('koom')
    expect(komen.get('kom')).toBe('present')
  })

  it('of a separable verb stand apart in a main clause', () => {
    const entry = readWordEntry('op|lossen\tverb\tloste losten opgelost\tto solve')
    const forms = formsOfEntry(entry ?? expect.fail('no entry'))
    const apart = forms.filter(({ isApart }) => isApart).map(({ form }) => form)
    expect(apart).toEqual(expect.arrayContaining(['los', 'lost', 'lossen', 'loste', 'losten']))
    const joined = forms.filter(({ isApart }) => !isApart).map(({ form }) => form)
    expect(joined).toEqual(
      expect.arrayContaining(['oplossen', 'oplost', 'opgelost', 'opgeloste', 'oplossend']),
    )
  })
})
