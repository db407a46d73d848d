// Names in which a comma, a bar or `en` parts no list: regions and boards of the Low Countries, what ministers are there for, and a
// few papers.

const joined =
  'Aa en Maas|Alblasserwaard en Vijfheerenlanden|Amstel, Gooi en Vecht|Asiel en Migratie|' +
  'Berg en Dal|Binnenlandse Zaken en Koninkrijksrelaties|Economische Zaken en Klimaat|' +
  "Gezondheidszorg en Jeugd|Gilze en Rijen|Gooi en Vechtstreek|Hunze en Aa['’]s|" +
  'Infrastructuur en Waterstaat|Justitie en Veiligheid|Klimaat en Groene Groei|' +
  'Landbouw, Natuur en Voedselkwaliteit|Landbouw, Visserij, Voedselzekerheid en Natuur|' +
  'Leefomgeving en Transport|Mook en Middelaar|Natuur en Milieufederatie|Nuenen, Gerwen en Nederwetten|' +
  'Onderwijs, Cultuur en Wetenschap|Peel en Maas|Rijn en IJssel|' +
  'Schieland en de Krimpenerwaard|Sociale Zaken en Werkgelegenheid|Vallei en Veluwe|' +
  'Volksgezondheid, Welzijn en Sport|Volkshuisvesting en Ruimtelijke Ordening|' +
  'SWZ\\|Maritime|CBG\\|Centrum voor familiegeschiedenis'
const pattern = new RegExp(`(?<!\\p{L})(?:${joined})(?!\\p{L})`, 'giu')
/** Unicode keeps these characters for the inside of programs; a list that has them all the same is left as it is. */
const comma = '\uFDD0'
const word = '\uFDD1'
const bar = '\uFDD2'
const own = /[\uFDD0-\uFDD2]/u

/** A list in which nothing within such a name looks as if it parts names; `unshield` gives the text back. */
export function shield(list: string): string {
  if (own.test(list)) return list
  return list.replace(pattern, (name) =>
    name.replaceAll(', ', comma).replace(' en ', word).replace('|', bar),
  )
}

export function unshield(text: string): string {
  return text.replaceAll(comma, ', ').replaceAll(word, ' en ').replaceAll(bar, '|')
}
