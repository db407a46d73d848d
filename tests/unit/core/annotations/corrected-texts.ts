// Corrections such as editors make, with what becomes of a passage that was marked before.
import type { Placement } from '../../../../src/core/annotations/place-passage.ts'

/** Texts of items by their ids. */
type Items = Readonly<Record<string, string>>

export interface CorrectedText {
  readonly what: string
  readonly before: Items
  readonly after: Items
  /** In the item `a`. */
  readonly marked: string
  readonly state: Placement['state']
  /** The words that are marked now, and in which item; for what is loose whether two places are as good. */
  readonly now?: string
  readonly item?: string
  readonly isDoubtful?: boolean
}

const sluice =
  'De sluis bij Zandvliet gaat op 4 mei dicht. Schippers varen twaalf weken om via het kanaal. ' +
  'Volgens de provincie kost het werk 8,4 miljoen euro.'
const market =
  'Op de markt in Goes staan voortaan elke dinsdag kramen met tweedehands fietsen. ' +
  'De gemeente wil zo minder fietsen bij het afval zien.'

function changed(text: string, from: string, to: string): string {
  if (!text.includes(from)) throw new Error(`no ‘${from}’ in the text`)
  return text.replace(from, to)
}

/** One item that is corrected, beside another that is not. */
function one(
  what: string,
  [from, to]: readonly [string, string],
  marked: string,
  rest: Pick<CorrectedText, 'state' | 'now' | 'item' | 'isDoubtful'>,
): CorrectedText {
  const before = { a: sluice, b: market }
  return { what, before, after: { ...before, a: changed(sluice, from, to) }, marked, ...rest }
}

const detour = 'Schippers varen twaalf weken om via het kanaal.'
const cost = 'Volgens de provincie kost het werk 8,4 miljoen euro.'

export const correctedTexts: readonly CorrectedText[] = [
  one('a letter left out elsewhere', ['Zandvliet', 'Zandvlit'], detour, {
    state: 'in-place',
    now: detour,
  }),
  one('a sentence put before it', ['De sluis', 'Het is zover. De sluis'], detour, {
    state: 'in-place',
    now: detour,
  }),
  one(
    'the sentence before it taken out',
    ['De sluis bij Zandvliet gaat op 4 mei dicht. ', ''],
    detour,
    {
      ...{ state: 'in-place', now: detour },
    },
  ),
  one('the sentence behind it taken out', [` ${cost}`, ''], detour, {
    state: 'in-place',
    now: detour,
  }),
  one('a spelling mistake in it', ['Schippers', 'Schipers'], detour, {
    ...{ state: 'changed', now: 'Schipers varen twaalf weken om via het kanaal.' },
  }),
  one('a figure in it', ['8,4 miljoen', '8,6 miljoen'], cost, {
    ...{ state: 'changed', now: 'Volgens de provincie kost het werk 8,6 miljoen euro.' },
  }),
  one('a word put into it', ['twaalf weken om', 'twaalf lange weken om'], detour, {
    ...{ state: 'changed', now: 'Schippers varen twaalf lange weken om via het kanaal.' },
  }),
  one('a word taken out of it', ['varen twaalf', 'twaalf'], detour, {
    ...{ state: 'changed', now: 'Schippers twaalf weken om via het kanaal.' },
  }),
  one('its first word changed', ['Schippers', 'Vrachtschippers'], detour, {
    ...{ state: 'changed', now: 'Vrachtschippers varen twaalf weken om via het kanaal.' },
  }),
  one('its last word changed', ['het kanaal', 'het kanaalpand'], detour, {
    ...{ state: 'changed', now: 'Schippers varen twaalf weken om via het kanaalpand.' },
  }),
  one('a capital in it', ['provincie', 'Provincie'], cost, {
    ...{ state: 'in-place', now: 'Volgens de Provincie kost het werk 8,4 miljoen euro.' },
  }),
  one(
    'its words in another order',
    ['Volgens de provincie kost het werk', 'Het werk kost volgens de provincie'],
    cost,
    {
      state: 'loose',
    },
  ),
  one(
    'it written anew',
    [detour, 'Binnenvaart moet tot de zomer een andere route nemen.'],
    detour,
    {
      state: 'loose',
    },
  ),
  one('it taken out', [`${detour} `, ''], detour, { state: 'loose' }),
  one(
    'a short passage kept, most of what stands around it changed',
    ['kost het werk', 'is het werk begroot op'],
    '8,4 miljoen euro',
    { state: 'in-place', now: '8,4 miljoen euro' },
  ),
  {
    what: 'words put in right before a short passage that ends its item',
    before: { a: 'De fietsenmaker zoekt een leerling.', b: market },
    after: { a: 'De fietsenmaker aan de kade zoekt een leerling.', b: market },
    marked: 'zoekt een leerling',
    ...{ state: 'in-place', now: 'zoekt een leerling' },
  },
  one('a short passage with another figure', ['8,4', '8,6'], '8,4 miljoen', {
    ...{ state: 'changed', now: '8,6 miljoen' },
  }),
  one('a word kept where its sentence is', ['via het kanaal', 'over het kanaal'], 'twaalf', {
    ...{ state: 'in-place', now: 'twaalf' },
  }),
  one(
    'a word that is gone with its sentence',
    [`${detour} `, 'Over twaalf dagen meer. '],
    'twaalf',
    {
      state: 'loose',
    },
  ),
  one(
    'a small word that also stands elsewhere, gone',
    ['via het kanaal', 'via een kanaal'],
    'het',
    {
      state: 'loose',
    },
  ),
  one(
    'a word of which one more stands in another sentence',
    ['kost het werk', 'kost het werk aan de sluis'],
    'sluis',
    {
      ...{ state: 'in-place', now: 'sluis' },
    },
  ),
  one(
    'two sentences made one',
    ['dicht. Schippers', 'dicht: schippers'],
    'De sluis bij Zandvliet gaat op 4 mei dicht.',
    {
      ...{ state: 'changed', now: 'De sluis bij Zandvliet gaat op 4 mei dicht:' },
    },
  ),
  one(
    'a passage over two sentences, the border changed',
    ['dicht. Schippers', 'dicht; schippers'],
    'gaat op 4 mei dicht. Schippers varen',
    {
      ...{ state: 'changed', now: 'gaat op 4 mei dicht; schippers varen' },
    },
  ),
  one('paragraphs made of the sentences', [`dicht. ${detour}`, `dicht.\n\n${detour}`], detour, {
    ...{ state: 'in-place', now: detour },
  }),
  one('a paragraph cut within it', ['twaalf weken om', 'twaalf weken\n\nom'], detour, {
    ...{ state: 'changed', now: 'Schippers varen twaalf weken\n\nom via het kanaal.' },
  }),
  one('written twice by mistake', [detour, `${detour} ${detour}`], detour, {
    state: 'in-place',
    now: detour,
  }),
  one(
    'all of the item written twice by mistake',
    [sluice, `${sluice}\n\n${sluice}`],
    'Schippers varen twaalf weken',
    { state: 'loose', isDoubtful: true },
  ),
  {
    what: 'a sentence moved to another item',
    before: { a: sluice, b: market },
    after: { a: changed(sluice, ` ${cost}`, ''), b: `${market} ${cost}` },
    ...{ marked: cost, state: 'moved', now: cost, item: 'b' },
  },
  {
    what: 'a sentence moved to another item and mended there',
    before: { a: sluice, b: market },
    after: {
      a: changed(sluice, ` ${cost}`, ''),
      b: `${market} ${changed(cost, 'kost het werk', 'kostte het werk')}`,
    },
    ...{ marked: cost, state: 'changed', item: 'b' },
    now: 'Volgens de provincie kostte het werk 8,4 miljoen euro.',
  },
  {
    what: 'the item split in two',
    before: { a: sluice, b: market },
    after: { a: changed(sluice, ` ${detour} ${cost}`, ''), c: `${detour} ${cost}`, b: market },
    ...{ marked: detour, state: 'moved', now: detour, item: 'c' },
  },
  {
    what: 'the item joined with another',
    before: { a: sluice, b: market },
    after: { b: `${market}\n\n${sluice}` },
    ...{ marked: detour, state: 'moved', now: detour, item: 'b' },
  },
  {
    what: 'the item taken out',
    before: { a: sluice, b: market },
    after: { b: market },
    ...{ marked: detour, state: 'loose' },
  },
  {
    what: 'a line that ends every item, in its own item',
    before: {
      a: `${sluice} Meer hierover op onze site.`,
      b: `${market} Meer hierover op onze site.`,
    },
    after: {
      a: `${changed(sluice, '8,4', '8,6')} Meer hierover op onze site.`,
      b: `${market} Meer hierover op onze site.`,
    },
    ...{
      marked: 'Meer hierover op onze site.',
      state: 'in-place',
      now: 'Meer hierover op onze site.',
    },
  },
  {
    what: 'curly quotation marks instead of straight ones',
    before: { a: 'Ze zei: "We gaan door." Toen liep ze weg van de kade.' },
    after: { a: 'Ze zei: ‘We gaan door.’ Toen liep ze weg van de kade.' },
    ...{ marked: 'Toen liep ze weg', state: 'in-place', now: 'Toen liep ze weg' },
  },
  {
    what: 'an accent put on a letter',
    before: { a: 'Dat is een gemaal dat het polderwater in een keer wegpompt.' },
    after: { a: 'Dat is één gemaal dat het polderwater in één keer wegpompt.' },
    ...{ marked: 'het polderwater in een keer wegpompt', state: 'in-place' },
    now: 'het polderwater in één keer wegpompt',
  },
  {
    what: 'a whole short item with a word changed',
    before: { a: 'De pont vaart weer.', b: market },
    after: { a: 'De pont vaart niet.', b: market },
    ...{ marked: 'De pont vaart weer.', state: 'changed', now: 'De pont vaart niet.' },
  },
  {
    what: 'a list of rates that look alike, with one taken out',
    before: {
      a: 'Brent stond op 82,10 dollar. WTI stond op 78,45 dollar. Dubai stond op 80,20 dollar.',
    },
    after: { a: 'Brent stond op 82,10 dollar. Dubai stond op 80,20 dollar.' },
    ...{ marked: 'WTI stond op 78,45 dollar.', state: 'loose' },
  },
]
