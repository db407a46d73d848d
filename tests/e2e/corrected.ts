// An edition in its third revision, with annotations that were made in its first.
import type { Annotation, HighlightColour } from '../../src/core/annotations/annotation.ts'
import type { EditionBundle } from '../../src/core/edition/edition.ts'
import { anchorOf } from '../../src/core/reading/passage.ts'
import { aDatedEdition } from '../fixtures/a-package.ts'
import { profileWithLibrary, type Program } from './program.ts'
import { startShared } from './shared.ts'

const twice = 'Schippers wachten aan de kade tot de brug weer opengaat.'
const moved = 'Beelden van de kade mogen alleen met toestemming worden bewaard.'

/** The texts by their items: as they were, and as they are now. */
const before = {
  werf: 'Fabrikanten verwachten dat ze in 2027 in één op de vijf boten een batterij bouwen. De werf zoekt volk.',
  markt: 'Op de markt staan elke dinsdag veertig kramen met fietsen. Het regende zelden.',
  camera: `De gemeente hangt camera’s op. ${moved}`,
  haven: 'De haven krijgt een nieuwe kraan.',
  sluis: 'Of het tot een nieuwe sluis komt, hangt af van het zoutgehalte. De minister kijkt toe.',
  brug: twice,
}
/** Of the last item nothing is left but its words, which stand in two others. */
const now = {
  werf: before.werf.replace('2027', '2028').replace('vijf', 'zes'),
  markt: before.markt,
  camera: 'De gemeente hangt voorlopig niets op.',
  haven: `${before.haven} Er komen camera’s bij. ${moved}`,
  sluis: 'Of het tot een nieuwe sluis komt, wordt in het najaar beslist. De minister kijkt toe.',
  veer: twice,
  pont: twice,
}

const corrected: EditionBundle = {
  edition: aDatedEdition({
    revision: 3,
    sections: [
      {
        id: 'havens',
        heading: 'Havens',
        items: Object.entries(now).map(([id, text]) => ({
          ...{ id, title: null, text, sources: ['Bode'] },
        })),
      },
    ],
  }),
  notes: null,
  hyphenation: {},
}
const { id: edition, title } = corrected.edition
const moment = '2026-03-14T09:00:00.000Z'

function about(item: keyof typeof before) {
  const number = Object.keys(before).indexOf(item) + 1
  const context = { title, section: 'Havens', number }
  return { edition, item, quote: before[item], context, created: moment, changed: moment }
}

function aHighlight(
  id: string,
  item: keyof typeof before,
  words: string,
  colour: HighlightColour,
): Annotation {
  const start = before[item].indexOf(words)
  const anchor = anchorOf(before[item], { part: 'item', start, end: start + words.length })
  const own = { id: id.repeat(16), colour, anchor: { ...anchor } }
  return { kind: 'highlight', ...about(item), ...own }
}

/** Two are loose, one of them because it stands there twice; one is changed, one moved; three are in place. */
const annotations: readonly Annotation[] = [
  {
    ...aHighlight('a', 'sluis', 'hangt af van het zoutgehalte', 'roos'),
    note: 'Navragen bij *Zee*',
  },
  aHighlight('b', 'brug', twice, 'hemel'),
  aHighlight('c', 'werf', before.werf.slice(0, before.werf.indexOf('.')), 'oker'),
  aHighlight('d', 'camera', moved, 'salie'),
  aHighlight('e', 'markt', 'elke dinsdag veertig kramen', 'oker'),
  { kind: 'bookmark', ...about('markt') },
  { kind: 'note', ...about('markt'), text: 'Zelf gaan kijken' },
]

/** Starts with the corrected edition open. */
export async function withCorrected(): Promise<Program> {
  const program = await startShared({ profile: profileWithLibrary(0, [corrected]) })
  const { page } = program
  await page.evaluate(
    async ([all, id]) => {
      for (const record of all) await window.desktop.reader.put(record)
      await window.desktop.library.open(id)
    },
    [annotations, edition] as const,
  )
  await page.reload()
  await page.locator('main:not([aria-busy="true"])').waitFor()
  return program
}
