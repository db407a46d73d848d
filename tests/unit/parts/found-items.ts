// What the program found in an item, to show.
import type { ShownFindings } from '../../../src/core/reading-notes/shown-findings.ts'
import type {
  EarlierItem,
  Figure,
  Mention,
  Term,
} from '../../../src/core/reading-notes/reading-notes.ts'

export const foundText = 'De vloot van Noorderbus groeide met 608.000 boten (+48%) in de sluis.'

function placeOf(printed: string) {
  const start = foundText.indexOf(printed)
  return { start, end: start + printed.length, printed }
}

export const aFigure: Figure = {
  ...placeOf('608.000'),
  ...{ value: '608.000', unit: '', change: '+48%', weight: 5 },
  clauseStart: foundText.indexOf('groeide'),
  clauseEnd: foundText.indexOf(' in de'),
}

export const aMention: Mention = {
  ...placeOf('Noorderbus'),
  ...{ name: 'Noorderbus Groep', kind: 'organisation' },
}

export const aTerm: Term = {
  ...placeOf('sluis'),
  ...{ headword: 'sluis', parts: [], gloss: 'lock', weight: 1 },
}

export const anEarlierItem: EarlierItem = {
  ...{ edition: 'weekblik-12', item: 'i1', title: 'Een bus op waterstof …' },
  ...{ series: 'Weekblik', editionTitle: 'Een bus', date: '2024-03-22' },
  ...{ names: ['Noorderbus'], words: ['waterstof', 'tank', 'sluis', 'kade'] },
}

export const allFound: ShownFindings = { figures: [aFigure], names: [aMention], terms: [aTerm] }
