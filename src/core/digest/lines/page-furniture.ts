// What a web page or a mail puts around a digest, in whole lines.
import { lineStarts, wholeLines } from './furniture-words.ts'

/** `Geplaatst in Techniek`; a sentence may begin so too. */
const category = /^ge(?:plaatst|post) in [^.,]{1,60}$/u
/** `Tot in juni!`, but not `Tot 30% goedkoper!` */
const farewell = /^tot (?!slot)[^\d%:]{1,25}!$/u
/** `Fijne dag!`, `Een prettig weekend gewenst`, but not `Mooie zomer` */
const wish =
  /^(?:een )?(?:heel |hele )?(?:fijne?|prettige?|mooie?|zonnige?) (?:avond|dag|feestdagen|kerst(?:dagen)?|middag|paasdagen|vakantie|week|weekend|zomer|(?:maan|dins|woens|donder|vrij|zater|zon)dag)(?:(?: (?:allemaal|gewenst|toegewenst|verder))?\s?!+| (?:toe)?gewenst\.?)$/u
/** `Groet,`, `Met fietsgroet`, `Met zonnige groeten uit Gent!`, `Dat was het weer! Groetjes` */
const greeting =
  /^met (?:\p{L}+ ){0,2}\p{L}*groet(?:en|jes)?$|^(?:dat was (?:het|’m|'m) [^.!]{0,30}[.!]\s)?(?:met |de )?(?:(?:vriendelijke|hartelijke|warme|zonnige|beste|lieve|collegiale|veel|mvg)\s)*(?:groet(?:en|jes)?|mvg|liefs|cheers)(?: (?:van|uit) [^.]{1,40}|, [^.,]{2,40})?$/u
/** `3 reacties`, `12 vind-ik-leuks`, `4 minuten leestijd`, `Leestijd: 4 minuten`. */
const counter =
  /^(?:\d+ (?:reacties?|vind-ik-leuks?|likes?|comments?|keer gedeeld|weergaven|minuten? (?:leestijd|lezen)|min read)|leestijd:? .{1,20})$/u
/** `Lees het hele artikel`, `Bekijk het volledige bericht hier`: a link that has lost its address. */
const readOn =
  /^(?:lees|bekijk|open|naar) (?:het|dit)(?: (?:hele|volledige|originele|oorspronkelijke))? (?:artikel|bericht|stuk|verhaal|interview)(?: (?:hier|online|verder))?$/u
/** A short line with the address of the editors. */
const mailAddress = /[\w.-]@[\w-]+\.\w/u
/** `Kunt u deze mail niet goed lezen? Open hem in uw browser.` */
const inBrowser =
  /^(?:[^.?!]{1,80}[.?!] )?(?:bekijk|open|lees|klik|ga)\s[^.?!]{0,60}(?:in (?:(?:uw|je|de) )?browser|webversie|online versie)[^.?!]{0,20}[.!]?$/u
/** `Wordt dit bericht niet goed weergegeven? Klik hier.` */
const badlyShown =
  /^(?=.*(?:bericht|brief|browser|mail|webversie|klik hier))[^.?!]{0,60}(?:niet (?:goed|juist|correct)|problemen)[^.?!]{0,40}(?:getoond|leesbaar|lezen|weergave|weergegeven|zichtbaar)[^.?!]{0,20}\? (?:bekijk|ga|klik|lees|open)\s[^.?!]{1,60}[.!]?$/u
const emphasis = /^[*_]+/u
const linksOfPage = new Set([
  'adres',
  'afmelden',
  'catalogus',
  'contact',
  'disclaimer',
  'openingsuren',
  'over ons',
  'privacy',
  'privacybeleid',
  'privacyverklaring',
  'uitschrijven',
])
const longestContact = 100
const longestLine = 200

/** Whether a whole line is no part of the digest. */
export function isFurniture(text: string): boolean {
  if (text.length > longestLine) return false
  const line = text.toLowerCase().replaceAll('’', "'")
  const unmarked = line.replace(emphasis, '')
  return (
    wholeLines.has(withoutMarks(line)) ||
    category.test(line) ||
    greeting.test(withoutMarks(line)) ||
    wish.test(line) ||
    counter.test(line) ||
    isRowOfLinks(line) ||
    readOn.test(withoutMarks(line)) ||
    inBrowser.test(line) ||
    badlyShown.test(line) ||
    farewell.test(line) ||
    (text.length <= longestContact && mailAddress.test(line)) ||
    // A field of a mail has a capital; `aan: wie mee wil` goes on with a sentence.
    lineStarts.some(
      (start) => unmarked.startsWith(start) && !(start.endsWith(': ') && /^\p{Ll}/u.test(text)),
    )
  )
}

/** `Openingsuren | Catalogus | Privacy`, at the bottom of a page. */
function isRowOfLinks(line: string): boolean {
  const links = line.split(/\s[|·•]\s/u)
  return links.filter((link) => linksOfPage.has(withoutMarks(link))).length > 1
}

export function withoutMarks(line: string): string {
  let start = 0
  let end = line.length
  while (end > 0 && !/\p{L}/u.test(line.charAt(end - 1))) end -= 1
  while (start < end && /[^\p{L}\p{N}©]/u.test(line.charAt(start))) start += 1
  return line.slice(start, end)
}
