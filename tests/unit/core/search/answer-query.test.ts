import { describe, expect, it } from 'vitest'
import type { EditionBundle } from '../../../../src/core/edition/edition.ts'
import type { SearchAnswer, SearchHit } from '../../../../src/core/search/search-types.ts'
import { aLexicon } from '../dutch/a-lexicon.ts'
import { askOf, contextOf, segmentOf } from './a-search.ts'
import { anEdition, anEditionOf } from './an-edition.ts'
import { costOfWhole, mostCost } from '../../cost-ratio.ts'

const lexicon = aLexicon(
  'thuis batterij wind turbine park staats subsidie tweeling baby drone bedrijf vaste stof auto markt',
)

function ask(bundle: EditionBundle, text: string): SearchAnswer {
  return askOf(contextOf(segmentOf([bundle], lexicon)), text)
}

const itemsFor = (bundle: EditionBundle, text: string): string[] =>
  ask(bundle, text).hits.map((hit) => hit.item)
const marked = ({ excerpt, excerptMarks }: SearchHit): string[] =>
  excerptMarks.map(([start, end]) => excerpt.slice(start, end))

describe('answerQuery', () => {
  it.each<[query: string, text: string, reason: string, evidence: string, marks: string[]]>([
    ['batterij', 'Een batterij aan boord.', 'exact', '', ['batterij']],
    ['batterij', 'Twee batterijen aan boord.', 'form', 'batterijen', ['batterijen']],
    ['batt', 'Twee batterijen aan boord.', 'beginning', 'batterijen', ['batterijen']],
    ['batterij', 'Een op de vijf thuisbatterijen.', 'compound', 'thuis·batterijen', ['batterijen']],
    ['turbine', 'Het windturbinepark ligt stil.', 'compound', 'wind·turbine·park', ['turbine']],
    [
      'windturbines',
      'Het windturbinepark ligt stil.',
      'compound',
      'windturbine·park',
      ['windturbine'],
    ],
    ['turbine', 'Het turbinepark ligt stil.', 'compound', 'turbine·park', ['turbine']],
    ['turb', 'De turbo ligt stil.', 'beginning', 'turbo', ['turbo']],
    ['baby', 'De tweelingbaby’s slapen.', 'compound', 'tweeling·baby’s', ['baby’s']],
    ['batterij', 'Een baterij op de kade.', 'typo', 'baterij', ['baterij']],
    ['baterij', 'Een op de vijf thuisbatterijen.', 'typo', 'thuis·batterijen', ['batterijen']],
    ['batterrij', 'Een op de vijf thuisbatterijen.', 'typo', 'thuis·batterijen', ['batterijen']],
    ['turbien', 'Het windturbinepark ligt stil.', 'typo', 'wind·turbine·park', ['turbine']],
    ['subsdie', 'Staatssubsidies voor zeilen.', 'typo', 'Staats·subsidies', ['subsidies']],
    ['accu', 'Een batterij op de kade.', 'related', 'batterij', ['batterij']],
    ['auto’s', 'De auto’s staan stil.', 'exact', '', ['auto’s']],
    ["auto's", 'De auto staat stil.', 'exact', '', ['auto']],
    ['huis', 'Veel huizen staan leeg.', 'form', 'huizen', ['huizen']],
    ['huizen', 'Dat huis staat leeg.', 'form', 'huis', ['huis']],
    ['verbieden', 'De haven verbiedt het.', 'form', 'verbiedt', ['verbiedt']],
    ['bedrijf', 'Twee bedrijven stoppen.', 'form', 'bedrijven', ['bedrijven']],
    ['subsidie', 'Staatssubsidies voor zeilen.', 'compound', 'Staats·subsidies', ['subsidies']],
    ['34', 'De 34ste keer.', 'exact', '', ['34ste']],
    ['34ste', 'De 34ste keer.', 'exact', '', ['34ste']],
    ['K1', 'De groei in K1 was klein.', 'exact', '', ['K1']],
    ['US$50', 'Niet meer dan US$50 per kilo.', 'exact', '', ['US', '50']],
    ['1,87 miljoen', 'Er zijn nu 1,87 miljoen boten.', 'exact', '', ['1,87', 'miljoen']],
    ['608000', 'Er kwamen er 608.000 bij.', 'exact', '', ['608.000']],
    ['30%', 'Een groei van 30 % in een jaar.', 'exact', '', ['30 %']],
    ['azie', 'Naar Zuidoost-Azië varen.', 'exact', '', ['Azië']],
    ['Zuidoost-Azie', 'Naar Zuidoost-Azië varen.', 'exact', '', ['Zuidoost-Azië']],
    ['zuidoost azie', 'Naar Zuidoost-Azië varen.', 'exact', '', ['Zuidoost', 'Azië']],
    ['Azië', 'Naar Azie\u0308 varen.', 'exact', '', ['Azie\u0308']],
    ['GPT4o', 'Ook GPT-4o helpt mee.', 'exact', '', ['GPT-4o']],
    ['nx 9031', 'De NX9031 rekent snel.', 'exact', '', ['NX9031']],
    ['evbouwer', 'Alle EV-bouwers klagen.', 'form', 'EV-bouwers', ['EV-bouwers']],
    ['X-peng', 'Ook Xpeng klaagt.', 'exact', '', ['Xpeng']],
    ['mingyang', 'Het park van Ming Yang.', 'compound', 'Ming', ['Ming', 'Yang']],
    ['Hauwei', 'De masten van Huawei.', 'typo', 'Huawei', ['Huawei']],
    ['windturbine', 'De turbine draait op wind.', 'compound', 'turbine', ['turbine', 'wind']],
    [
      'SCMP',
      'In China schrijft de South China Morning Post.',
      'related',
      'South China Morning Post',
      ['China', 'South', 'China', 'Morning', 'Post'],
    ],
    ['South China Morning Post', 'Dat schrijft SCMP.', 'related', 'SCMP', ['SCMP']],
  ])('finds for %j %j: %s', (query, text, reason, evidence, marks) => {
    const { hits } = ask(anEditionOf(text, 'Iets heel anders.'), query)
    expect(hits.map(({ item }) => item)).toEqual(['i1'])
    const [hit] = hits
    expect({ ...hit, marks: hit && marked(hit) }).toMatchObject({
      reason,
      evidence,
      marks,
      where: 'item',
      within: 'text',
    })
  })

  it('marks a word in each of the ways in which it was found', () => {
    const text = 'Een batterij, twee batterijen, tien thuisbatterijen.'
    const [hit] = ask(anEditionOf(text), 'batterij').hits
    expect(hit && marked(hit)).toEqual(['batterij', 'batterijen', 'batterijen'])
    expect(hit).toMatchObject({ reason: 'exact', evidence: '' })
  })

  it('finds items by heading and source, and the opening by title, lede and caption', () => {
    const bundle = anEdition({
      title: 'Zeilen op zondag',
      lede: 'Deze week gaat het over getij.',
      caption: 'Een loods in Gent',
      sections: {
        'Boten in de haven': ['De kade is vol. :: Havenkrant, VP'],
        Elders: ['De lucht is leeg.'],
      },
    })
    const first = (query: string): unknown => {
      const { hits } = ask(bundle, query)
      return hits.map(({ item, within, evidence, marks }) => [item, within, evidence, marks.length])
    }
    expect(first('haven')).toEqual([['i1', 'heading', '', 0]])
    expect(first('boot')).toEqual([['i1', 'heading', 'Boten', 0]])
    expect(first('havenkrant')).toEqual([['i1', 'sources', '', 0]])
    expect(first('zeilen')).toEqual([['lede', 'heading', '', 0]])
    expect(first('getij')).toEqual([['lede', 'text', '', 1]])
    expect(first('loods')).toEqual([['lede', 'heading', '', 0]])
  })

  it('tells of a word why the text has it that is marked, though a heading has it better', () => {
    const [hit] = ask(
      anEdition({ sections: { 'Hoge dijken': ['De dijkgraaf is benoemd.'] } }),
      'dijk',
    ).hits
    expect(hit && marked(hit)).toEqual(['dijkgraaf'])
    expect(hit).toMatchObject({ reason: 'beginning', evidence: 'dijkgraaf', within: 'text' })
  })

  it('shows the title of an item in which a phrase stands, and marks it there', () => {
    const { edition, ...rest } = anEdition({ sections: { Hoger: ['Beroep tegen de zaak.'] } })
    const sections = edition.sections.map((section) => ({
      ...section,
      items: section.items.map((item) => ({ ...item, title: 'Gemeente in hoger beroep' })),
    }))
    const answer = ask({ ...rest, edition: { ...edition, sections } }, '"hoger beroep"')
    expect(answer.hits.map(({ within, excerpt }) => [within, excerpt])).toEqual([
      ['heading', 'Gemeente in hoger beroep'],
    ])
    expect(answer.hits.flatMap(marked)).toEqual(['hoger beroep'])
  })

  it('shows the title of an opening without a lede', () => {
    const [hit] = ask(anEdition({ title: 'Zeilen op zondag' }), 'zondag').hits
    expect(hit).toMatchObject({
      item: 'lede',
      excerpt: 'Zeilen op zondag',
      excerptMarks: [],
      excerptStart: null,
      marks: [],
    })
  })

  it('asks for every word of the query', () => {
    const bundle = anEditionOf(
      'Drone boven de haven.',
      'Drone boven het bos.',
      'Mist boven de haven.',
    )
    expect(itemsFor(bundle, 'drone haven')).toEqual(['i1'])
  })

  it('says of several words the weakest reason, and of each the best', () => {
    const [hit] = ask(
      anEditionOf('De haven kocht drones, en nog een drone.', 'Drones.'),
      'haven drone',
    ).hits
    expect(hit).toMatchObject({ reason: 'exact', evidence: '' })
    const [other] = ask(anEditionOf('De haven kocht dronken drones.', 'Mist.'), 'haven dro').hits
    expect(other).toMatchObject({ reason: 'beginning', evidence: 'dronken' })
  })

  it('is content with any of the words when none has them all', () => {
    const bundle = anEditionOf('Drones boven zee.', 'Mist boven de haven.', 'Niets.')
    expect(itemsFor(bundle, 'drone haven kwadraat').sort()).toEqual(['i1', 'i2'])
  })

  it('says which words a hit does not have when none has them all, and nothing of the kind otherwise', () => {
    const bundle = anEditionOf('Drones boven zee.', 'Mist boven de haven.', 'Niets.')
    const missing = (text: string): unknown => {
      return Object.fromEntries(ask(bundle, text).hits.map((hit) => [hit.item, hit.missing]))
    }
    expect(missing('Drone haven kwadraat')).toEqual({
      i1: ['haven', 'kwadraat'],
      i2: ['Drone', 'kwadraat'],
    })
    expect(missing('mist haven')).toEqual({ i2: [] })
    expect(missing('kwadraat')).toEqual({})
  })

  it('arrives at a name that is mistyped, and at a part of a long compound', () => {
    const bundle = anEditionOf('De Polestar rijdt stil.', 'China bouwt vastestofbatterijen.')
    expect(itemsFor(bundle, 'Polestaar')).toEqual(['i1'])
    expect(ask(bundle, 'batterij').hits.map(({ item, reason }) => [item, reason])).toEqual([
      ['i2', 'compound'],
    ])
  })

  it('passes over words that stand everywhere, unless there is nothing else', () => {
    const bundle = anEditionOf('Drone is stil.', 'De mist is dik.')
    expect(itemsFor(bundle, 'de drone van het')).toEqual(['i1'])
    expect(itemsFor(bundle, 'de')).toEqual(['i2'])
    expect(itemsFor(anEditionOf('Daar is het maar.'), 'maan')).toEqual([])
    expect(itemsFor(anEditionOf('De kade was leeg.'), 'wassen')).toEqual([])
  })

  it('looks for misspellings only when there are few hits', () => {
    const many = ['Een kade.', 'Nog een kade.', 'De derde kade.', 'Een karde.']
    expect(itemsFor(anEditionOf(...many), 'kade')).not.toContain('i4')
    expect(itemsFor(anEditionOf(...many.slice(1)), 'kade')).toContain('i3')
  })

  it('returns all hits, however many', () => {
    const texts = Array.from({ length: 300 }, (_, index) => `Boot ${index} in de haven.`)
    expect(itemsFor(anEditionOf(...texts), 'boot')).toHaveLength(300)
  })

  it('puts the item that says it before the one that says something like it', () => {
    const bundle = anEditionOf(
      'Een wagen op de kade.',
      'Een auto op de kade.',
      'Een fiets op de kade.',
    )
    expect(itemsFor(bundle, 'auto')).toEqual(['i2', 'i1'])
  })

  it.each([
    ['Xpnge', 'De wagens van Xpeng.', 'Xpeng'],
    ['NOI', 'De fabriek van NIO.', 'NIO'],
    ['antropiek', 'Een model van Anthropic.', 'Anthropic'],
    ['batterij', 'Niets dat erop lijkt.', null],
    ['stikstofcrisis', 'Niets dat erop lijkt.', null],
    ['12345', 'In 12354 jaar.', null],
    ['34ste', 'De beste wagens.', null],
    ['batrij', 'Een op de vijf thuisbatterijen.', 'batterijen'],
    ['turbone', 'Het windturbinepark ligt stil.', 'turbine'],
  ])('suggests for %j over %j: %j', (query, text, suggestion) => {
    expect(ask(anEditionOf(text), query)).toMatchObject({ hits: [], suggestion })
  })

  it('looks for a slip in compounds only where no word is as near', () => {
    const texts = ['Een op de vijf thuisbatterijen.', 'Een batterij.', 'Een batterik.']
    const found = (...of: string[]): string[] => itemsFor(anEditionOf(...of), 'baterij').sort()
    expect(found(...texts)).toEqual(['i2'])
    expect(found(...texts.toSpliced(1, 1))).toEqual(['i1'])
  })

  it('suggests no word that stands everywhere, however often', () => {
    const texts = ['Nog niet.', 'Nog even.', 'De fabriek van NIO is nog dicht.']
    expect(ask(anEditionOf(...texts), 'NOI').suggestion).toBe('NIO')
  })

  it('suggests nothing when there are hits, and only what finds something', () => {
    const answer = ask(anEditionOf('De wagens van Xpeng.'), 'Xpeng')
    expect(answer).toMatchObject({ id: 7, suggestion: null })
    const { suggestion } = ask(anEditionOf('De wagens van Anthropic.'), 'antropiek')
    expect(ask(anEditionOf('De wagens van Anthropic.'), suggestion ?? '').hits).toHaveLength(1)
  })

  it.each([
    ['ten thousand letters', 'a'.repeat(10_000)],
    ['ten thousand digits', '1.'.repeat(5_000)],
    ['five thousand words', 'boot '.repeat(2_000)],
    [
      'many different words',
      Array.from({ length: 1_500 }, (_, index) => `woord${index}`)
        .join(' ')
        .slice(0, 10_000),
    ],
    ['long words', 'onderzoekingen verwijderingen batterijenfabrieken '.repeat(200)],
    ['hyphens', 'a-'.repeat(5_000)],
    ['only operators', '-"()*:^~|\\ '.repeat(900)],
    ['bait for regular expressions', '(a+)+$ [a-z]{99999} .* \\1 (?<=x)'],
    ['the names of built-in properties', 'constructor __proto__ toString hasOwnProperty'],
    ['right-to-left text', '\u202eשלום مرحبا\u202c'],
    ['ligatures', 'ﬃ'.repeat(10_000)],
    ['emoji', '👩‍🔬'.repeat(2_000)],
    ['half a character', '\ud83d'.repeat(100)],
    ['operators that find nothing', 'bron:x -y "z" na:2024 rubriek:q '.repeat(300)],
    ['phrases of words that stand everywhere', '"van de" -"de haven" '.repeat(450)],
    ['words to leave out', `boot ${'-boot -a '.repeat(1_100)}`],
    ['a phrase of ten thousand letters', `"${'boot '.repeat(1_999)}"`],
    ['nothing', ''],
    ['spaces', ' \n\t\u00a0'.repeat(500)],
  ])('answers %s at once', (_, query) => {
    const bundle = anEditionOf(
      'Boot met batterijen.',
      'Onderzoek naar de constructor.',
      'De toString van de haven.',
    )
    const context = contextOf(segmentOf([bundle]))
    expect(costOfWhole(query, (part) => askOf(context, part))).toBeLessThan(mostCost)
  })
})
