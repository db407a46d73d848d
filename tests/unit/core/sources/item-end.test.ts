import { describe, expect, it } from 'vitest'
import { readItemEnd } from '../../../../src/core/sources/item-end.ts'
import { readSourceLine as readLine } from '../../../../src/core/sources/source-line.ts'
import { isRegistered } from '../../../../src/core/sources/source-register.ts'

function splitSources(item: string) {
  const { text, sources } = readItemEnd(item, isRegistered)
  return { text, sources }
}
const readSourceLine = (line: string) => readLine(line, isRegistered)?.names ?? null

const long =
  'De haven wil dat sleepboten vanaf volgend jaar zonder motorgeluid varen, en de rederijen vragen om steun om dat te doen'

describe('splitSources', () => {
  it.each<[item: string, text: string, sources: string[]]>([
    ['Het daalt. SCMP', 'Het daalt.', ['SCMP']],
    ['Het daalt. Global Times', 'Het daalt.', ['Global Times']],
    ['Het daalt.\u00a0 GT, CNN', 'Het daalt.', ['GT', 'CNN']],
    ['Het daalt.\u00a0SCMP', 'Het daalt.', ['SCMP']],
    ['Het daalt.. .Technode', 'Het daalt.', ['Technode']],
    ['Het daalt... SCMP', 'Het daalt...', ['SCMP']],
    ['Het daalt. SCMP.', 'Het daalt.', ['SCMP']],
    ['Het daalt! SCMP', 'Het daalt!', ['SCMP']],
    ['‘Het daalt.’ SCMP', '‘Het daalt.’', ['SCMP']],
    ['Het daalt. (Xinhua)', 'Het daalt.', ['Xinhua']],
    ['Het daalt. (NYT) (The Guardian)', 'Het daalt.', ['NYT', 'The Guardian']],
    ['Het daalt (Xinhua).', 'Het daalt', ['Xinhua']],
    ['Het daalt. (via Havenblik, Dakblad)', 'Het daalt.', ['Havenblik', 'Dakblad']],
    ['Het daalt (via Xinhua).', 'Het daalt', ['Xinhua']],
    ['Het daalt. (via iBlik, 9dagen)', 'Het daalt.', ['iBlik', '9dagen']],
    [
      'Het gaat mis met de prijs. woonbond + Dakpost',
      'Het gaat mis met de prijs.',
      ['woonbond', 'Dakpost'],
    ],
    [`${long} met Van der Dak, SCMP`, `${long} met Van der Dak,`, ['SCMP']],
    [`${long} in bioscoop Dakzicht, SCMP`, `${long} in bioscoop Dakzicht,`, ['SCMP']],
    [`${long} Le Dak, SCMP`, long, ['Le Dak', 'SCMP']],
    ['Het gaat mis met de prijs. ja + nee.', 'Het gaat mis met de prijs. ja + nee.', []],
    [
      'Het gaat mis met de prijs. WUR; Dakbouw B.V.',
      'Het gaat mis met de prijs.',
      ['WUR', 'Dakbouw B.V.'],
    ],
    ['Het daalt. (Havenblik)(Dakblad)', 'Het daalt.', ['Havenblik', 'Dakblad']],
    [
      'De prijs daalt nu. Blik (landelijke monitor)',
      'De prijs daalt nu.',
      ['Blik (landelijke monitor)'],
    ],
    ['De prijs daalt nu. Dakbond (afd. Zuid)', 'De prijs daalt nu.', ['Dakbond (afd. Zuid)']],
    [
      'De prijs daalt nu. Inspectie v/h Onderwijs',
      'De prijs daalt nu.',
      ['Inspectie v/h Onderwijs'],
    ],
    ['De prijs daalt nu. Mr.', 'De prijs daalt nu.', ['Mr.']],
    ['De prijs daalt nu. Dakbouw S.A.', 'De prijs daalt nu.', ['Dakbouw S.A.']],
    ['De prijs daalt nu. (Dorp FM 94.7)', 'De prijs daalt nu.', ['Dorp FM 94.7']],
    ['De prijs daalt nu. GT, Blik Dorp e.o.', 'De prijs daalt nu.', ['GT', 'Blik Dorp e.o.']],
    ['De prijs daalt nu. Windows 3.11', 'De prijs daalt nu. Windows 3.11', []],
    ['De prijs daalt nu. plus + min', 'De prijs daalt nu. plus + min', []],
    ['De prijs daalt nu. (zie kaart)', 'De prijs daalt nu. (zie kaart)', []],
    ['Het daalt. (GT, OM)', 'Het daalt.', ['GT', 'OM']],
    ['De trein rijdt om (via Gouda)', 'De trein rijdt om (via Gouda)', []],
    ['Het daalt. (bron: Xinhua)', 'Het daalt.', ['Xinhua']],
    ['Het daalt. [Bron: Xinhua]', 'Het daalt.', ['Xinhua']],
    [
      'De prijs daalt nu. Dakblad, de Poldergids',
      'De prijs daalt nu.',
      ['Dakblad', 'de Poldergids'],
    ],
    ['Het daalt Bron: Xinhua, Blik (Gent)', 'Het daalt', ['Xinhua', 'Blik (Gent)']],
    ['Het daalt. ($SCMP)', 'Het daalt.', ['$SCMP']],
    ['Het daalt. ($)', 'Het daalt. ($)', []],
    ['Het daalt. ((Bitter Winter)', 'Het daalt.', ['Bitter Winter']],
    ['De prijs daalt nu. Energiebrief', 'De prijs daalt nu.', ['Energiebrief']],
    ['De prijs daalt nu. Havenbericht / VP', 'De prijs daalt nu.', ['Havenbericht / VP']],
    ['De prijs daalt nu. Xnieuws.nl', 'De prijs daalt nu.', ['Xnieuws.nl']],
    [
      'De prijs daalt nu. Blik (Gent, Brugge), VP',
      'De prijs daalt nu.',
      ['Blik (Gent, Brugge)', 'VP'],
    ],
    ['Het daalt. SCMP en CNN', 'Het daalt.', ['SCMP', 'CNN']],
    ['Het daalt. SCMP/CNN; NYT + BBC', 'Het daalt.', ['SCMP', 'CNN', 'NYT', 'BBC']],
    ['Het daalt. SCMP, GT, SCMP', 'Het daalt.', ['SCMP', 'GT', 'SCMP']],
    ['Het daalt. (SCMP) (GT) (SCMP)', 'Het daalt.', ['SCMP', 'GT', 'SCMP']],
    [`${long} SCMP (open access)`, long, ['SCMP (open access)']],
    [`${long} SCMP`, long, ['SCMP']],
    [`${long} SCMP, Havenbode, CNN`, long, ['SCMP', 'Havenbode', 'CNN']],
    [`${long}  Havenbode`, long, ['Havenbode']],
    [`${long} \u00a0 SCMP.`, long, ['SCMP']],
    [`${long} (SCMP, 12 juli)`, long, ['SCMP']],
    ['De prijs daalt nu. SCMP / GT', 'De prijs daalt nu.', ['SCMP', 'GT']],
    ['De prijs daalt nu. SCMP / Havenbode / GT', 'De prijs daalt nu.', ['SCMP', 'Havenbode', 'GT']],
    ['De prijs daalt nu. SCMP & Havenbode', 'De prijs daalt nu.', ['SCMP', 'Havenbode']],
    ['De prijs daalt nu. SCMP, Havenbode.', 'De prijs daalt nu.', ['SCMP', 'Havenbode']],
    ['De prijs daalt nu. – SCMP', 'De prijs daalt nu.', ['SCMP']],
    ['De prijs daalt nu. [SCMP, GT]', 'De prijs daalt nu.', ['SCMP', 'GT']],
    ['De prijs daalt nu. (GT, 12/7)', 'De prijs daalt nu.', ['GT']],
    ['De prijs van graan daalt.Havenbode', 'De prijs van graan daalt.', ['Havenbode']],
    ['De prijs daalt nu. Poldergids Weekblad.', 'De prijs daalt nu.', ['Poldergids Weekblad']],
    ['De prijs daalt nu. PG24.', 'De prijs daalt nu.', ['PG24']],
    [`${long} - SCMP`, long, ['SCMP']],
    ['De prijs daalt nu. De Poldergids', 'De prijs daalt nu.', ['De Poldergids']],
    ['De prijs daalt nu. Boeren’ Bode', 'De prijs daalt nu.', ['Boeren’ Bode']],
    ['De prijs daalt nu. L’Heure', 'De prijs daalt nu.', ['L’Heure']],
    ['De prijs daalt nu. s1-nieuws', 'De prijs daalt nu.', ['s1-nieuws']],
    ['De prijs daalt nu. de Volkskrant', 'De prijs daalt nu.', ['de Volkskrant']],
    [`${long} \u00a0 Global  Times`, long, ['Global Times']],
  ])('takes the sources from the end of %j', (item, text, sources) => {
    expect(splitSources(item)).toEqual({ text, sources })
  })

  it.each([
    'Het daalt.',
    'Het daalt',
    'Het daalt. Klopt.',
    'Trends. Energie',
    '2. Energie',
    'Het daalt. Dat is goed nieuws voor SCMP.',
    'Het daalt. Het staat in de SCMP',
    'Het gaat om elektrische voertuigen (EV).',
    'Het gaat om elektrische voertuigen (EV)',
    'Het steeg naar 608.000 (+48%)',
    'Dat zei oud-topman P. Wenninck',
    'De site heet JD.com',
    'Het kostte 1.200',
    'Alibaba koopt SCMP',
    'De prijs daalt nu. Indrukwekkend',
    'De prijs daalt nu. Prachtig.',
    'Het adres is nu Havenbode.Weekblad',
    'De prijs daalt nu. Aldus BYD',
    `${long}: het is een kwestie van de tijd`,
    `${long} van de Algemene Poldervereniging (AP)`,
    `${long} van  SCMP`,
    `${long} in vakblad  Bits&Chips`,
    `${long}, zo meldt Reuters`,
    `${long}, aldus BYD`,
    'SCMP',
    '. SCMP',
    '',
  ])('leaves %j as it is', (item) => {
    expect(splitSources(item)).toEqual({ text: item, sources: [] })
  })
})

describe('readSourceLine', () => {
  it.each<[line: string, sources: string[]]>([
    ['Bron: Dakblad (betaald), Blik (€)', ['Dakblad (betaald)', 'Blik (€)']],
    ['Bron: Dakblad, €, Blik €', ['Dakblad', 'Blik €']],
    ['Bron: Blik 12 juli (in het Frans), Dakblad (12 juli)', ['Blik (in het Frans)', 'Dakblad']],
    ['Bron: Dakblad en Blik (alleen abonnees)', ['Dakblad', 'Blik (alleen abonnees)']],
    ['Bron: Blik (Gent)', ['Blik (Gent)']],
    ['Bron: Dak+Tuin, SCMP+GT', ['Dak+Tuin', 'SCMP', 'GT']],
    ['Bron: Blik Inc., Dak.', ['Blik Inc.', 'Dak']],
    ['Bron: Blad van het Dak', ['Blad van het Dak']],
    ['Bron: A, B', ['A', 'B']],
    ['[Bron: A, B]', ['A', 'B']],
    ['(Bron: A, B).', ['A', 'B']],
    ['Bron: Duin- en Dakblad', ['Duin- en Dakblad']],
    ['Bron: Ministerie van Dak en Duin, A', ['Ministerie van Dak en Duin', 'A']],
    ['Bron: Dakblad<https://dakblad.example>, A', ['Dakblad', 'A']],
    ['Bronnen: Energiebrief · VP', ['Energiebrief', 'VP']],
    ['bron: Havenbericht / VP', ['Havenbericht / VP']],
    ['Bron(nen): A', ['A']],
    ['**Bron:** A, B', ['A', 'B']],
    ['Bron: Havenbode https://havenbode.nl/a', ['Havenbode']],
    ['Bron: [Havenbode](https://havenbode.nl/a), B', ['Havenbode', 'B']],
    ['Bron: https://havenbode.nl/a', ['https://havenbode.nl/a']],
    ['Bron: Havenbode, 12 juli 2030', ['Havenbode']],
    ['Bron: Havenbode (12 juli 2030), Blik – 12 juli', ['Havenbode', 'Blik']],
    ['Bron: Kanaal 24 12/7/2030, Kanaal 24', ['Kanaal 24', 'Kanaal 24']],
    ['Bron:', []],
    ['Bron: .', []],
  ])('reads %j', (line, sources) => {
    expect(readSourceLine(line)).toEqual(sources)
  })

  it.each(['De bron: SCMP', 'Bronstig'])('refuses %j', (line) => {
    expect(readSourceLine(line)).toBeNull()
  })
})
