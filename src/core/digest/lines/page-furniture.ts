// What a web page or a mail puts around a digest: whole lines, and the link `Lees verder` glued to what it belongs to.
import { longestHeading } from './line-lengths.ts'
import { endsAsSentence } from '../sources/sentence-end.ts'

/** Whole lines, in lower case, without what stands after their last letter. */
const wholeLines = new Set([
  'aanmelden',
  'abonneer',
  'abonneer je',
  'accepteren',
  'actueel nieuws',
  'afdrukken',
  'afmelden',
  'alle cookies accepteren',
  'alle rechten voorbehouden',
  'alles accepteren',
  'begin doorgestuurd bericht',
  'bekijk deze e-mail in je browser',
  'bekijk deze mail in je browser',
  'bekijk in browser',
  'bekijk in je browser',
  'bekijk online',
  'bericht navigatie',
  'bericht reacties',
  'berichtnavigatie',
  'betaald',
  'cookie-instellingen',
  'cookiebeleid',
  'dat was het',
  'dat was het voor deze week',
  'dat was het weer',
  'de redactie',
  'deel dit',
  'deel dit artikel',
  'deel dit bericht',
  'deel op facebook',
  'deel op linkedin',
  'deel op twitter',
  'deel op x',
  'deel via whatsapp',
  'delen',
  'delen op facebook',
  'disclaimer',
  'discussion about this post',
  'dit delen',
  'dit vind ik leuk',
  'doorgestuurd bericht',
  'een reactie achterlaten',
  'facebook',
  'fijn weekend',
  'fijne week',
  'forwarded message',
  'ga naar de inhoud',
  'geef een antwoord',
  'geef een reactie',
  'geen reacties',
  'gerelateerd',
  'gerelateerde artikelen',
  'gerelateerde berichten',
  'goed weekend',
  'hartelijke groet',
  'hartelijke groeten',
  'inloggen',
  'inschrijven',
  'klik hier om je af te melden',
  'kopieer link',
  'laat een reactie achter',
  'laat een reactie achter antwoord annuleren',
  'lees meer',
  'lees ook',
  'lees verder',
  'like this',
  'link kopiëren',
  'linkedin',
  'meer berichten',
  'meer lezen',
  'met vriendelijke groet',
  'met vriendelijke groeten',
  'misschien vind je dit ook leuk',
  'mvg',
  'naar boven',
  'naar de inhoud',
  'nog geen reacties',
  'oorspronkelijk bericht',
  'original message',
  'plaats een reactie',
  'prettig weekend',
  'printen',
  'privacybeleid',
  'privacyverklaring',
  'reactie annuleren',
  'reactie plaatsen',
  'reacties zijn gesloten',
  'reageer',
  'reageer op dit bericht',
  'recente berichten',
  'recente reacties',
  'share',
  'share this post',
  'skip to content',
  'spring naar de inhoud',
  'spring naar inhoud',
  'start je eigen substack',
  'steun ons',
  'subscribe',
  'terug naar boven',
  'tot dan',
  'tot de volgende',
  'tot de volgende editie',
  'tot de volgende keer',
  'tot gauw',
  'tot snel',
  'tot volgende keer',
  'tot volgende maand',
  'tot volgende week',
  'tot ziens',
  'twitter',
  'uitschrijven',
  'veel leesplezier',
  'vind-ik-leuk',
  'vorige',
  'vriendelijke groet',
  'vriendelijke groeten',
  'weigeren',
  'whatsapp',
])
const lineStarts = [
  'aangemaakt door ',
  'auteur:',
  'deze site gebruikt cookies',
  'deze website gebruikt cookies',
  'door verder te surfen ',
  'we gebruiken cookies',
  'wij gebruiken cookies',
  'bedankt voor het lezen',
  'categorie:',
  'categorieën:',
  'copyright ',
  'deze nieuwsbrief is verstuurd',
  'deze nieuwsbrief werd verstuurd',
  'dit bericht is verstuurd',
  'dit bericht werd geplaatst in ',
  'fijn weekend',
  'foto bovenaan:',
  'getagd',
  'groeten van ',
  'groetjes van ',
  'je e-mailadres ',
  'je kunt je hier ',
  'je kunt je voorkeuren ',
  'je krijgt deze mail',
  'je krijgt deze nieuwsbrief',
  'je ontvangt deze ',
  'klik om te delen ',
  'vereiste velden ',
  'lees ook:',
  'lees verder op ',
  'lees verder via ',
  'lees meer op ',
  'tag:',
  'tags:',
  'trefwoorden:',
  'u ontvangt deze ',
  'tot de volgende!',
  'tot volgende week!',
  'uitschrijven kan ',
  'vind ik leuk ',
  'volg ons op ',
  'volgend bericht',
  'volgende bericht',
  'vorig bericht',
  'vorige bericht',
  'zie ook:',
  'wil je deze mails niet meer ',
  'wil je deze nieuwsbrief niet meer ',
  'wilt u deze nieuwsbrief niet meer ',
  'abonneer je ',
  'deel deze nieuwsbrief',
  'heb je een tip',
  'kreeg je deze ',
  'meld je aan voor ',
  'reacties?',
  'reageren?',
  'schrijf je hier in',
  'schrijf je in ',
  'stuur deze nieuwsbrief',
  'tips of opmerkingen',
  'vind je dit ',
  'vond je deze nieuwsbrief',
  'vond je dit ',
  'vragen of opmerkingen',
  'wil je dit overzicht ',
  'wil je deze nieuwsbrief ',
  'wil je elke ',
  '© ',
  // The head of a mail.
  'van: ',
  'aan: ',
  'onderwerp: ',
  'from: ',
  'to: ',
  'subject: ',
  'verzonden: ',
]
/** `Geplaatst in Techniek`; a sentence may begin so too. */
const category = /^ge(?:plaatst|post) in [^.,]{1,60}$/u
/** `Tot in juni!`, but not `Tot 30% goedkoper!` */
const farewell = /^tot [^\d%]{1,25}!$/u
/** `Groet,`, `Met zonnige groeten uit Gent!`, `Dat was het weer! Groetjes` */
const greeting =
  /^(?:dat was (?:het|’m|'m) [^.!]{0,30}[.!]\s)?(?:met |de )?(?:(?:vriendelijke|hartelijke|warme|zonnige|beste|lieve|collegiale|veel|mvg)\s)*(?:groet(?:en|jes)?|mvg|liefs|cheers)(?: (?:van|uit) [^.]{1,40})?$/u
/** `3 reacties`, `12 vind-ik-leuks`, `4 minuten leestijd`, `Leestijd: 4 minuten`. */
const counter =
  /^(?:\d+ (?:reacties?|vind-ik-leuks?|likes?|comments?|keer gedeeld|weergaven|minuten? (?:leestijd|lezen)|min read)|leestijd:? .{1,20})$/u
/** A short line with the address of the editors. */
const mailAddress = /[\w.-]@[\w-]+\.\w/u
const longestContact = 100
const longestLine = 200
const link = 'Lees verder'

/** Whether a whole line is no part of the digest. */
export function isFurniture(text: string): boolean {
  if (text.length > longestLine) return false
  const line = text.toLowerCase().replaceAll('’', "'")
  return (
    wholeLines.has(withoutMarks(line)) ||
    category.test(line) ||
    greeting.test(withoutMarks(line)) ||
    counter.test(line) ||
    farewell.test(line) ||
    (text.length <= longestContact && mailAddress.test(line)) ||
    lineStarts.some((start) => line.startsWith(start))
  )
}

export function withoutMarks(line: string): string {
  let start = 0
  let end = line.length
  while (end > 0 && !/\p{L}/u.test(line.charAt(end - 1))) end -= 1
  while (start < end && /[^\p{L}\p{N}©]/u.test(line.charAt(start))) start += 1
  return line.slice(start, end)
}

/**
 * Cuts the link `Lees verder` out of a line: it may end a text, or have the next heading glued to it. Null when the
 * words are part of a sentence.
 */
export function cutLink(
  text: string,
): { readonly kept: readonly string[]; readonly cut: string } | null {
  const start = text.lastIndexOf(link)
  if (start === -1) return null
  const before = text.slice(0, start).trim()
  const mark = /^\s?(?:[»>→…›]|\.{3})/u.exec(text.slice(start + link.length))?.[0] ?? ''
  const after = text.slice(start + link.length + mark.length).trim()
  if (before !== '' && !endsAsSentence(before) && !before.endsWith(')')) return null
  const isHeading =
    after.length <= longestHeading && /^[^\p{Ll}\s.,;:]/u.test(after) && !after.endsWith('.')
  if (after !== '' && !isHeading) return null
  return { kept: [before, after].filter((part) => part !== ''), cut: link + mark.trim() }
}
