// Where the text of an edition ends above what a page or a mail puts below it: the greeting, the colophon, the reactions of
// readers and the links to other articles.
import { readSourceLine } from '../sources/source-line.ts'
import { readItemEnd } from '../sources/item-end.ts'
import type { IsKnown } from '../sources/source-names.ts'
import { endsAsSentence } from '../sources/sentence-end.ts'
import { isOfDay } from './date-line.ts'
import { isTextLine, longestHeading } from './line-lengths.ts'
import { isFurniture, withoutMarks } from './page-furniture.ts'

interface TextLine {
  readonly text: string
  /** 7 for bold type. */
  readonly level: number | null
}

const boldLevel = 7
/** What stands below these is no part of the text, however long it is: reactions, and other articles. */
const otherTexts =
  /^(?:(?:\d+ )?(?:reacties?|comments?|opmerkingen)|(?:\d+|een|één) (?:gedachten?|reacties?) (?:over|op) .*|gerelateerd|gerelateerde (?:artikelen|berichten)|lees ook|(?:lees )?meer (?:artikelen|berichten|nieuws)|meer (?:lezen|van .{1,40})|misschien vind je dit ook leuk|ook interessant|recente (?:berichten|reacties)|aanbevolen|meest gelezen)$/u
/** A link or a label that stands between the blocks of a text, and does not end it. */
const betweenBlocks = /^(?:lees verder|lees meer|disclaimer|actueel nieuws|auteur:|categorie:)/u
/** What a colophon says of the letter itself. */
const ofLetter =
  /\b(?:abonne\w*|uit(?: te )?schrijven|af(?: te )?melden|(?:abonnement|nieuwsbrief) opzeggen|doorgestuurd|doorsturen|colofon|copyright|privacy[\w-]+|voorkeuren|redactie@|(?:een|is de) uitgave (?:van|voor)|rechten (?:voorbehouden|worden ontleend)|(?:deze|dit) (?:mail|e-mail|nieuwsbrief|brief|editie|overzicht|digest|mailing)|verschijnt (?:\w+ )?(?:keer|maal) per|in een oplage van|(?:doe|maak|stuur) (?:\p{L}+ ){0,3}pull request|volgende (?:keer|editie|nummer|aflevering|(?:nieuws)?brief)|kopij|(?:je|u) (?:leest|ontvangt|krijgt) (?:dit|deze|onze?))\b/iu
/** What it tells its reader; a call to take part may do so, too. */
const ofReader =
  /\b(?:nieuwsbrief|aanmelden|inschrijven|ingeschreven|(?:mail|bel|volg|tip|steun|app) (?:ons|me|mij|de redactie|naar|gerust)|volgende (?:week|maand|(?:maan|dins|woens|donder|vrij|zater|zon)dag)|leestip|linkedin|mastodon|bluesky)\b/iu
/** `Vragen? Bel …`, `Meer weten? Mail …` */
const question =
  /^(?:vragen|meer (?:weten|informatie|info)|informatie|tips?|reageren|reacties?|opmerkingen|suggesties|opgeven)(?: (?:of \p{L}+|over [^.?!]{2,40}))?\s?[?:]\s.*(?<!\p{L})(?:bel|mail|app|stuur|schrijf|kijk|kom langs|laat|neem contact)(?!\p{L})/iu
/** `Vragen of een uitspraak gemist? … mail …` */
const longQuestion =
  /^(?:opmerkingen|suggesties|tips?|vragen) of [^.?!:]{2,40}\?\s.*(?<!\p{L})(?:app|bel|mail|stuur)(?!\p{L})/iu
/** Kinds of letters; a letter has words of its own in its title, too. */
const kinds =
  'bulletin digest journaal knipselkrant krantenknipsels mailing nieuwsbrief nieuwsoverzicht overzicht persoverzicht rondzendbrief'
const shortestOwnWord = 5
/** The lines in which the title of an edition stands. */
const mostAboveText = 3
/** What a colophon says whether texts have sources or not; each at the very end, and without a known source. */
const sureOfColophon = [
  /(?<!\p{L})(?:[Pp]ostbus \d|NL\d{2} ?\p{Lu}{4} ?\d|BE\d{2} ?\d{4} ?\d|IBAN\s?:?\s?\p{Lu}{2}\d?|KvK(?:-nummer)?\s?:?\s?\d|\|\s?ANBI)/u,
  /^\p{Lu}[^.?!]{0,40}\s(?:niet (?:langer|meer) (?:krijgen|ontvangen)|meer(?: ontvangen)?)\?\s.*(?<!\p{L})(?:afmelden|klik|laat|mail|meld|schrijf|uitschrijven|zeg)(?!\p{L})/iu,
  /[.?!]\sniet (?:langer|meer) (?:krijgen|ontvangen)\?\s.*(?<!\p{L})(?:klik|laat|mail|meld|schrijf|stuur|zeg)(?!\p{L})/iu,
  /^(?:opmerkingen|reacties?|reageren|suggesties|tips?|vragen)(?: (?:en|of) \p{L}+)?\?\s[^.?!]*(?:@|(?<!\p{L})(?:tel\.|telefoon|toestel)(?!\p{L})|(?:\d[ -]?){8})/iu,
  /^openingstijden\s?:\s[^.?!]{0,30}(?:dag|dagelijks|di|do|ma|vr|wo|za|zo)(?!\p{L})[^?!]{0,30}\d{1,2}[.:]\d{2}/iu,
  /^(?:gemaakt|geschreven|samengesteld) door (?:de |het |ons )?(?:afdeling|commissie|redactie|team|werkgroep)(?!\p{L})[^.?!]{0,40}\.?(?:$|\s(?:foto|met dank))/iu,
  /(?:^|[.?!]\s)(?:aanmelden|opgave|opgeven) van (?:\p{L}+ )?leden (?:bij|kan|via)\s/iu,
  /^(?:abonnement|lidmaatschap) opzeggen (?:kan|moet) (?:alleen )?(?:bij|per|schriftelijk|tot|uiterlijk|via|voor)\s/iu,
  /^(?:wil je|wilt u) [^.?!]{2,60} niet (?:langer|meer) [^.?!]{2,20}\?\s.*(?<!\p{L})(?:afmelden|klik|meld|schrijf|uitschrijven)(?!\p{L})/iu,
  /(?:^|[.!?] )(?:kopij|inzendingen) (?:voor|kan|kunnen|kunt|graag)\s/iu,
  /^(?:berichten|bijdragen|knipsels|kopij|nieuws|snippers|teksten|tips) (?:aanleveren|insturen|inzenden|opsturen) kan\s/iu,
  /^(?:V\.U\.|[Vv]erantwoordelijke uitgever)\s?:?\s/u,
  /^noot (?:voor|aan) (?:de )?(?:pers|redactie|redacties)(?!\p{L})/iu,
  /^(?:(?:dit|deze) (?:\p{L}*bericht|brief|e-?mail|mail|nieuwsbrief) is )?(?:vertrouwelijk|intern)(?:\.| en) (?:alleen|niet|uitsluitend)\s/iu,
  /^colofon\s?:\s.*[.!)]$/iu,
  /^(?:(?:eind)?redactie|samenstelling|vormgeving)\s?:\s(?:.*(?:@|(?<!\p{L})tel\.|toestel)|(?:afdeling|commissie|dienst|team|werkgroep) \p{Lu}[\p{L}-]+(?:$|\.))/iu,
  /^(?:deze|dit) \p{L}*(?:attendering|bericht|brief|digest|knipsels|knipselkrant|monitor|overzicht|selectie) (?:is|wordt|worden|werd) (?:(?:in opdracht|mede|met zorg|iedere|elke|wekelijks|week|speciaal) )*(?:samengesteld|verspreid|verstuurd|verzonden|verzorgd)/iu,
  /^steun (?:onze?|ons werk|ons)\s.*(?:euro|gift|rekening|donateur|IBAN)/iu,
  /^(?:[Aa]dres|[Bb]ezoekadres|[Kk]antoor|[Pp]astorie|[Pp]ostadres|[Ss]ecretariaat):\s\p{Lu}\p{L}*(?:dijk|gracht|kade|laan|plein|singel|straat|weg)\s\d+/u,
  /^(?:[^\p{L}\p{N}\s]{1,3}\s)?=\s\p{Ll}/u,
  /^volgende? (?:aflevering|editie|nummer|\p{L}*(?:bericht|blad|blaadje|brief|bulletin|digest|krant|overzicht|post))(?: verschijnt|:)\s/iu,
  /^(?:Afdeling|Secretariaat|Team) \p{L}+, \p{Lu}[^.!?]{2,60}$/u,
  /^\p{L}*(?:administratie|bureau|kantoor|secretariaat)(?!\p{L})[^.!?]{0,80}\stel(?:\.|efoon)\s?:?\s?\d/iu,
  /^geopend (?:dagelijks|op|van) [^!?]{3,60}\d[^!?]*\suur/iu,
  /^[^.?!]{5,80}\?\s(?:bel|geef|klik|laat|mail|meld|schrijf|stuur)(?!\p{L})[^.?!]{0,39}\s(?:hier|je|me|mij|ons|u)(?!\p{L})[^.?!]{0,30}[.!]?$/iu,
]
/** `De knipselkrant wordt gemaakt door …`, `Dit weekbericht is geen beleggingsadvies` */
const ofMaking =
  /(?<!\p{L})(?:is geen \p{L}*advies|komt (?:om de|elke|iedere) \p{L}+|geeft niet (?:per se |noodzakelijk(?:erwijs)? )?(?:de|het) (?:mening|opvatting|standpunt|visie)|(?:kunnen|worden) geen rechten|\p{L}+(?:dijk|gracht|kade|laan|plein|singel|straat|weg) \d+|(?:wordt|worden|werd|is|zijn) (?:\p{L}+ ){0,3}(?:bedoeld|bestemd|gemaakt|geschreven|samengesteld|uitgegeven|uitgave|verspreid|verstuurd|verzonden|verzorgd)|verschijnt|verschijnen|is (?:een|het|de) (?:\p{L}+ )?(?:initiatief|nieuwsbrief|overzicht|\p{L}*blad|product|publicatie|samenwerking))(?!\p{L})/iu
/** `Samenstelling: Ine Put`. */
const makers =
  /^(?:samenstelling|(?:eind)?redactie|vormgeving)(?: en \p{L}+)?\s?:\s([^.!?:]{2,120})(?:$|\.$|\.\s.{1,120}$)/iu
const nameOfMaker = /^(?:\p{Lu}\S*|van|de|den|der|het|ter|ten|en|&)$/u
/** Heads of a colophon. */
const headOfColophon =
  /^\P{L}{0,4}(?:aanmelden|abonn|afmelden|colofon|contact|deel|disclaimer|help|heb je|mail|nieuwsbrief|over (?:de|deze|dit|mij|ons)(?!\p{L})|privacy|reacties?|reageren|redactie|samenstelling|steun|tips?(?!\p{L})|uitschrijven|volg(?!\p{L})|vragen)/iu
/** Heads of what closes the letter, and nothing else. */
const closingHead =
  /^\P{L}{0,4}(?:aanmelden|abonneren|afmelden|bedankt|colofon|contact|disclaimer|help|meedoen|nieuwsbrief|over (?:deze|dit|mij|ons)(?: \p{L}{1,20})?|privacy|reacties?|reageren|redactie|samenstelling|steun ons|ten slotte|tips?|tot slot|tot zover|uitschrijven|volg ons|vragen)[\s.!?:…]*$/iu
/** Where the texts of a letter have titles, so has the last one. */
const fewestTitled = 2
const shareTitled = 0.34
/** What stands before an item and not before a heading. */
const mark = /^[^\p{L}\p{N}‘’“"'(]/u
/** `Groeten uit de haven, Ine`, `Tot morgen, zelfde tijd!` and `PS: wij zoeken nog een dak.` */
const farewell =
  /^(?:(?:(?:hartelijke|lieve|sportieve|veel|vriendelijke|warme|zonnige) )?groet(?:en|jes)?(?: [^.?!:;,]{1,40})?, \p{L}[^.?!:;,]{1,40}|dat was (?:het|['’]m)(?: weer)?(?: voor [^.!]{1,30})?[.!] .{1,200}|(?:fijne?|prettige?|goede?) \p{L}{4,12} en tot .{1,40}[!.]|tot [^\d%]{1,60}(?:[!.]|!\s[^.!?]{1,40})|p\.?s\.?[:\s].{1,200})$/iu
const titleOfSigner = /^(?:[Dd]rs?|[Dd]s|[Ii]ng|[Ii]r|[Mm]r|[Pp]rof)\.$/u
/** A line that ends in a comma, and the name below it. */
const closePattern = /^(?:[^.!?:;,]{3,60}|[Tt]ot [^.!?:;]{3,60}),$/u
const signatureMark = '--'
const longestColophon = 500
/** Where all items have sources, a short text without them that speaks to its reader is no item. */
const toReader = /(?<![\p{L}’'])(?:je|jij|jou|jouw|jullie|u|uw)(?![\p{L}’'])/iu
const longestToReader = 200
/** What somebody else says speaks to no reader of the edition. */
const beginsAsQuote = /^\P{L}{0,3}[‘“„"«]/u

/**
 * The index from which nothing belongs to the edition. No sources stand below it: either only short lines and what a
 * colophon says, or whatever stands below a head such as `Reacties`.
 */
export function closingBegins(lines: readonly TextLine[], isKnown: IsKnown): number {
  const hasSources = (line: TextLine): boolean => {
    if (farewell.test(line.text) || (!isKnown(line.text) && isSigner(line.text))) return false
    if (readSourceLine(line.text, isKnown) !== null) return true
    const { sources } = readItemEnd(line.text, isKnown, !mark.test(line.text))
    if (sources.length === 0 || (!sources.some(isKnown) && isSigned(line.text))) return false
    return sources.some(isKnown) || !isSureOfColophon(line)
  }
  const last = lines.findLastIndex(hasSources)
  const hasTitle = titleRule(lines, last)
  const isOwn = ownColophonRule(lines)
  let begins = lines.length
  /** The same without the texts that may only speak to their reader. */
  let surelyBegins = lines.length
  let isClosing = true
  for (let index = lines.length - 1; index > Math.max(last, 0); index -= 1) {
    const line = lines[index]
    if (line === undefined) break
    const isOther = last !== -1 && otherTexts.test(withoutMarks(line.text.toLowerCase()))
    const isItem = hasTitle(index)
    const isLow = last !== -1 || index > lines.length / 2
    const isAboutLetter = isLow && (isOwn(line) || isQuestion(line.text) || isSureOfColophon(line))
    const isEnd = isClosing && (isAboutLetter || endsText(line, last !== -1, isItem))
    const isClose = isLow && isComplimentaryClose(line, lines[index + 1])
    const isHeadOfIt = begins === index + 1 && begins < lines.length && isHead(line)
    if (isOther || isEnd || isClose) {
      begins = index
      surelyBegins = index
    } else if (isClosing && last !== -1 && !isItem && speaksToReader(line)) {
      if (begins === surelyBegins) surelyBegins = index + 1
      begins = index
    } else if (isClosing && isHeadOfIt && closingHead.test(line.text)) begins = index
    else {
      // Texts below a rubric of their own are news, and so is what stands above them.
      const isOfNews = isHeadOfIt && begins < surelyBegins
      if (isOfNews) begins = surelyBegins
      isClosing &&= canFollow(line) && !isItem && !isOfNews
    }
  }
  return begins
}

function endsText({ text }: TextLine, hasSources: boolean, isItem: boolean): boolean {
  if (text === signatureMark) return true
  if (betweenBlocks.test(text.toLowerCase())) return false
  if (isFurniture(text)) return true
  if (!hasSources) return false
  if (farewell.test(text) || namesMakers(text)) return true
  if (text.length > longestColophon) return false
  if (ofLetter.test(text)) return true
  if (isItem) return false
  // What has a bullet is as good as the items above it.
  if (mark.test(text)) return false
  return ofReader.test(text)
}

/** A text that speaks to its reader and has no bullet, which is as good as the items above it. */
function speaksToReader({ text }: TextLine): boolean {
  if (text.length > longestToReader || mark.test(text) || isFurniture(text)) return false
  if (betweenBlocks.test(text.toLowerCase())) return false
  return toReader.test(text) && !beginsAsQuote.test(text)
}

function isHead(line: TextLine): boolean {
  return canBeTitle(line) && !endsAsSentence(line.text)
}

/** Whether a line can stand above texts. */
function canBeTitle({ text }: TextLine): boolean {
  return (
    text.length <= longestHeading &&
    !/[,;:]$/u.test(text) &&
    !ofLetter.test(text) &&
    !isFurniture(text)
  )
}

function isSureOfColophon({ text, level }: TextLine): boolean {
  return (
    level === null &&
    text.length <= longestToReader &&
    sureOfColophon.some((pattern) => pattern.test(text))
  )
}

function namesMakers(text: string): boolean {
  const names = makers.exec(text)?.[1]?.split(/[\s,]+/u) ?? []
  return names.length > 1 && names.every((name) => nameOfMaker.test(name))
}

function isQuestion(text: string): boolean {
  return question.test(text) || longQuestion.test(text)
}

/** `Doorsturen mag. – Mr. K. de Wit` */
function isSigned(text: string): boolean {
  const dash = Math.max(text.lastIndexOf(' – '), text.lastIndexOf(' — '))
  return dash !== -1 && isSigner(text.slice(dash + ' – '.length))
}

/** `Mr. K. de Wit`, who signs the letter. */
function isSigner(text: string): boolean {
  const [title = '', ...names] = text.split(/\s/u)
  return (
    titleOfSigner.test(title) && names.length > 1 && names.every((name) => nameOfMaker.test(name))
  )
}

/** Whether a text has a title above it, where most texts above the last sources have one. */
function titleRule(lines: readonly TextLine[], last: number): (index: number) => boolean {
  const isBelowTitle = (index: number): boolean => {
    const [above, line] = [lines[index - 1], lines[index]]
    if (above === undefined || line === undefined) return false
    const canBeAbove = canBeTitle(above) && !isOfDay(above.text)
    return canBeAbove && !headOfColophon.test(above.text) && isTextLine(line)
  }
  const texts = [...lines.keys()].filter(
    (index) => index > 0 && index <= last && (lines[index]?.text.length ?? 0) > longestHeading,
  )
  const titled = texts.filter(isBelowTitle).length
  const isUsual = titled >= fewestTitled && titled >= shareTitled * texts.length
  return (index) => isUsual && isBelowTitle(index)
}

/** Whether a line speaks of the letter by its name, or by what kind of letter it is: who makes it, and for whom. */
function ownColophonRule(lines: readonly TextLine[]): (line: TextLine) => boolean {
  const top = lines.slice(0, mostAboveText).filter(({ text }) => text.length <= longestHeading)
  const own = [kinds, ...top.map(({ text }) => text.toLowerCase())]
    .flatMap((text) => text.split(/\P{L}+/u))
    .filter((word) => word.length >= shortestOwnWord)
  const words = new Set(own)
  return ({ text }) => {
    if (text.length > longestColophon) return false
    const first = text
      .toLowerCase()
      .split(/\P{L}+/u)
      .filter((word) => word !== '')
    return first.slice(0, mostAboveText).some((word) => words.has(word)) && ofMaking.test(text)
  }
}

/** `Hou het wiel recht,` above a name. */
function isComplimentaryClose({ text, level }: TextLine, next: TextLine | undefined): boolean {
  if (level !== null || next === undefined) return false
  return closePattern.test(text) && !endsAsSentence(next.text)
}

/** A name below a greeting, a link below the colophon. */
function canFollow({ text, level }: TextLine): boolean {
  return text.length <= longestHeading && (level === null || level === boldLevel)
}
