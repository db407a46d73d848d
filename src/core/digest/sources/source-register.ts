// The sources that digests name: each with its full name and the shorter forms in which it is printed.

/** Full name first, then what else is printed for it. Spelling counts, capitals do not. */
const register: readonly (readonly string[])[] = [
  ['South China Morning Post', 'SCMP'],
  ['Global Times', 'GT'],
  ['TechNode', 'Technode'],
  ['Cable News Network', 'CNN'],
  ['FEAutoCar'],
  ['Xinhua News Agency', 'Xinhua'],
  ['China Global Television Network', 'CGTN'],
  ['China Daily'],
  ["People's Daily", 'People’s Daily'],
  ['China News Service', 'ECNS'],
  ['Science and Technology Daily'],
  ['Caixin', 'Caixin Global'],
  ['Yicai', 'Yicai Global'],
  ['The Paper'],
  ['36Kr', '36kr'],
  ['Sixth Tone'],
  ['Pandaily'],
  ['CnEVPost', 'CNEVPost'],
  ['Car News China', 'CarNewsChina'],
  ['Trivium China', 'Trivium'],
  ['Bitter Winter'],
  ['Asia Times'],
  ['Nikkei Asia', 'Nikkei'],
  ['Times of India', 'TOI'],
  ['The Straits Times', 'Straits Times'],
  ['The Japan Times', 'Japan Times'],
  ['The Diplomat'],
  ['New York Times', 'NYT', 'The New York Times'],
  ['Washington Post', 'The Washington Post', 'WaPo'],
  ['Wall Street Journal', 'WSJ', 'The Wall Street Journal'],
  ['Financial Times', 'FT'],
  ['British Broadcasting Corporation', 'BBC', 'BBC News'],
  ['The Guardian', 'Guardian'],
  ['The Economist'],
  ['The Information'],
  ['Foreign Affairs'],
  ['Foreign Policy'],
  ['Newsweek'],
  ['Forbes'],
  ['Fortune'],
  ['Nature'],
  ['Reuters'],
  ['Bloomberg'],
  ['Associated Press'],
  ['Agence France-Presse', 'AFP'],
  ['Deutsche Welle', 'DW'],
  ['Der Spiegel'],
  ['Le Monde'],
  ['Politico'],
  ['Axios'],
  ['CNBC'],
  ['Al Jazeera'],
  ['MIT Technology Review'],
  ['Ars Technica'],
  ['TechCrunch', 'Techcrunch'],
  ['The Verge'],
  ['The Register'],
  ['Electrek'],
  ['NOS'],
  ['NRC'],
  ['ANP'],
  ['Belga'],
  ['VRT NWS', 'VRT'],
  ['De Volkskrant', 'Volkskrant'],
  ['De Standaard'],
  ['De Tijd'],
  ['De Morgen'],
  ['De Telegraaf'],
  ['Het Parool'],
  ['Het Laatste Nieuws', 'HLN'],
  ['Het Financieele Dagblad', 'Financieele dagblad', 'FD'],
]

const fullNames = new Map(
  register.flatMap((names) => names.map((name) => [sourceKey(name), names[0] ?? name] as const)),
)

/** What two ways to write one name have in common. */
export function sourceKey(name: string): string {
  return name.split(/\s+/u).join(' ').toLowerCase()
}

export function isRegistered(name: string): boolean {
  return fullNames.has(sourceKey(name))
}

/** The full name of a source as printed; a name that is not in the register is its own. */
export function fullSourceName(name: string): string {
  return fullNames.get(sourceKey(name)) ?? name
}
