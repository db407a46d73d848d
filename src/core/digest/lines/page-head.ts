// Where the text of an edition begins below what a page or a mail puts above it: the menu of a site, or who sent a mail to whom.
import { isSalutation } from '../salutation.ts'
import { longestHeading } from './line-lengths.ts'
import { isFurniture, withoutMarks } from './page-furniture.ts'

interface TextLine {
  readonly text: string
}

const mostInMenu = 16
const longestInMenu = 40
const fewestInMenu = 2
/** Headings of an edition may be called so too: only several at the very top are the menu of a site. */
const menu = new Set(
  (
    'aanmelden|abonneren|abonnement|actueel|agenda|archief|blog|columns|contact|dossiers|english|evenementen|home|homepage|inloggen|' +
    'kalender|links|login|menu|mijn account|nederlands|nieuws|nieuwsbrief|opinie|over|over mij|over ons|podcast|publicaties|registreren|search|' +
    "sluiten|startpagina|steun ons|thema's|toggle navigation|video|word lid|zoek|zoeken|zoeken naar"
  ).split('|'),
)
/** The head of a mail. */
const mailField =
  /^(?:van|aan|cc|bcc|datum|verzonden|onderwerp|antwoord aan|from|to|date|sent|subject|reply-to):\s/iu
/** `Onderwerp: Fwd: Dakpost 12` */
const subjectField = /^(?:onderwerp|subject):\s(?:(?:antw|doorst|fwd?|re)\s?:\s?)*/iu
const fewestMailFields = 2
/** `Op 12 juli 2030 om 08:12 schreef Ine Put <ine@blik.nl>:`, above a mail that is sent on; a sentence has no time and no address. */
const replyHead = /^(?=.*(?:\d[:.]\d{2}|@))(?:op|on)\s.{4,80}\s(?:schreef|wrote)(?:\s.{0,80})?:$/iu
/** `Home » Nieuws » Techniek`: where a page stands in its site. */
const breadcrumbs = /^(?:home|start|startpagina)\s*[»›>/→|]\s*\S/iu
/** `Poldergids is een uitgave van …`, above the title `Poldergids 12`. */
const imprint = ' is een uitgave van '

/** Where the head of a page stands, and what of it is the title of the edition. */
export interface PageHead {
  readonly begin: number
  readonly end: number
  /** The line with the subject of a mail, and what stands there before the subject; null when the text has a title. */
  readonly subject: { readonly index: number; readonly label: string } | null
}

/**
 * The head of the page: the menu of a site, whose name may stand in it, the head of a mail, or the imprint; an empty range
 * without one. Above a head without a subject may stand the title; below one with a subject, the text may begin at once.
 */
export function headOfPage(lines: readonly TextLine[]): PageHead {
  const end = headEnds(lines)
  const isField = ({ text }: TextLine): boolean => mailField.test(text)
  const fields = lines.slice(0, end).filter(isField)
  const index = lines.slice(0, end).findIndex(({ text }) => subjectField.test(text))
  const label = subjectField.exec(lines[index]?.text ?? '')?.[0] ?? ''
  const [title, below] = [lines[0], lines[end]]
  const hasTitleAbove =
    fields.length >= fewestMailFields &&
    lines.findIndex(isField) === 1 &&
    title !== undefined &&
    !isFurniture(title.text)
  const beginsAtOnce =
    below !== undefined && (isSalutation(below.text) || below.text.length > longestHeading)
  const subject = index !== -1 && beginsAtOnce ? { index, label } : null
  return { begin: index === -1 && hasTitleAbove ? 1 : 0, end, subject }
}

function headEnds(lines: readonly TextLine[]): number {
  const fields = lines.slice(0, mostInMenu).filter(({ text }) => mailField.test(text))
  const last = fields.at(-1)
  // A mail program breaks a long one before the address.
  const reply = lines.slice(0, mostInMenu).findLastIndex(({ text }, index) => {
    const above = lines[index - 1]?.text ?? ''
    return (
      replyHead.test(text) || (/^<[^\s@]+@\S+>/u.test(text) && replyHead.test(`${above} ${text}`))
    )
  })
  const names = new Set(fields.map(({ text }) => mailField.exec(text)?.[0].toLowerCase()))
  if (last !== undefined && names.size >= fewestMailFields)
    return Math.max(lines.indexOf(last), reply) + 1
  if (reply !== -1) return reply + 1
  const [first, second] = lines.slice(0, 2).map(({ text }) => text.toLowerCase())
  const name = first?.slice(0, Math.max(0, first.indexOf(imprint))) ?? ''
  return name !== '' && second?.startsWith(name) === true ? 1 : menuEnds(lines)
}

function menuEnds(lines: readonly TextLine[]): number {
  const top = lines.slice(0, mostInMenu)
  const long = top.findIndex(({ text }) => text.length > longestInMenu && !isFurniture(text))
  const short = long === -1 ? top : top.slice(0, long)
  const trail = short.findLastIndex(({ text }) => breadcrumbs.test(text))
  const inMenu = short.filter(isInMenu)
  const last = inMenu.at(-1)
  const names = new Set(inMenu.map(nameInMenu))
  const end = last === undefined || names.size < fewestInMenu ? -1 : short.lastIndexOf(last)
  return Math.max(trail, end) + 1
}

function isInMenu(line: TextLine): boolean {
  return menu.has(nameInMenu(line))
}

function nameInMenu({ text }: TextLine): string {
  return withoutMarks(text.toLowerCase().replaceAll('’', "'"))
}
