// Lines that a page or a mail puts around a digest, where the words vary.

/** Whole lines, in lower case. */
export const linePatterns: readonly RegExp[] = [
  /^ge(?:plaatst|post) in [^.,]{1,60}$/u,
  /^tot (?!slot)[^\d%:]{1,25}!$/u,
  /^(?:een )?(?:heel |hele )?(?:fijne?|prettige?|mooie?|zonnige?) (?:avond|dag|feestdagen|kerst(?:dagen)?|middag|paasdagen|vakantie|week|weekend|zomer|(?:maan|dins|woens|donder|vrij|zater|zon)dag)(?:(?: (?:allemaal|gewenst|toegewenst|verder))?\s?!+| (?:toe)?gewenst\.?)$/u,
  /^met (?:\p{L}+ ){0,2}\p{L}*groet(?:en|jes)?$/u,
  /^(?:dat was (?:het|'m) [^.!]{0,30}[.!]\s)?(?:met |de )?(?:(?:vriendelijke|hartelijke|warme|zonnige|beste|lieve|collegiale|veel|mvg)\s)*(?:groet(?:en|jes)?|mvg|liefs|cheers)(?: (?:van|uit) [^.]{1,40}|, [^.,]{2,40})?$/u,
  /^(?:\d+ (?:reacties?|vind-ik-leuks?|likes?|comments?|keer gedeeld|weergaven|minuten? (?:leestijd|lezen)|min read)|leestijd:? .{1,20})$/u,
  /^(?:lees|bekijk|open|naar) (?:het|dit)(?: (?:hele|volledige|originele|oorspronkelijke))? (?:artikel|bericht|stuk|verhaal|interview)(?: (?:hier|online|verder))?$/u,
  /^(?:[^.?!]{1,80}[.?!] )?(?:bekijk|open|lees|klik|ga)\s[^.?!]{0,60}(?:in (?:(?:uw|je|de) )?browser|webversie|online versie)[^.?!]{0,20}[.!]?$/u,
  /^(?:klik hier|click here|hier klikken)(?: .{1,80})?$/u,
  /^(?:bekijk|bestel|doneer|lees|luister|meld (?:je|u) aan|schrijf (?:je|u) in|donate|listen|order|read|register|sign up|watch)(?: [^.,]{1,30})? (?:hier|here)$/u,
]

/** What a letter says of itself below its last item. */
export const closingPatterns: readonly RegExp[] = [
  /^(?:vragen|opmerkingen|suggesties|tips?|reageren|reacties|meer weten|informatie)(?: (?:of|en) [^.?!]{2,40})?\?\s.*(?<!\p{L})(?:bel|mail|app|stuur|schrijf|klik|laat|meld)(?!\p{L})/iu,
  /^(?:deze|dit|de|het) \p{L}*(?:attendering|bericht|brief|digest|knipsels|krant|mail|overzicht|selectie|bulletin) (?:is|wordt|worden|werd|verschijnt) /iu,
  /(?<!\p{L})(?:uit(?: te )?schrijven|af(?: te )?melden|unsubscribe|colofon|copyright|privacy\p{L}*|redactie@|rechten voorbehouden|is een uitgave van)(?!\p{L})/iu,
  /^(?:(?:eind)?redactie|samenstelling|vormgeving|kopij|postbus|adres|V\.U\.|colofon)(?:\s?:|\s\d)/iu,
  /^(?:PS|P\.S\.)\s?:/iu,
  /^(?:tot (?:de )?volgende|tot dan|tot snel|tot gauw|tot ziens|dat was het|we wensen|wij wensen|veel leesplezier)(?!\p{L})/iu,
  /^(?:u|je|you) (?:ontvangt|krijgt|leest|receive|are receiving)(?!\p{L})/iu,
]
