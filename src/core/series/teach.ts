// What somebody mended in an edition → the form of its series.
import {
  isWorded,
  wordsOf,
  type Block,
  type SourceDocument,
  type Stated,
  type WordedBlock,
} from '../document/source-document.ts'
import type { Edition } from '../edition/edition.ts'
import { guessRoles } from '../outline/guess-roles.ts'
import { plainWords } from '../outline/outline-blocks.ts'
import { prepareBlocks } from '../outline/prepare-blocks.ts'
import type { GuessedRoles, Role, RoledBlock } from '../outline/roles.ts'
import { shownStated } from '../outline/shown-stated.ts'
import { applyForm } from './apply-form.ts'
import { outlineOfEdition } from './edition-outline.ts'
import {
  longestWords,
  mostBlocks,
  mostBytes,
  mostEditions,
  noForm,
  type Form,
  type TitlePlace,
  type Traits,
} from './form.ts'
import { keptRoles, sayTheSameName } from './kept-roles.ts'
import type { MendedOutline } from './mended-outline.ts'
import { editionsOf, type TaughtEdition } from './taught-editions.ts'
import { tracedBlocks } from './traits.ts'

/** An address, a link, or a number that belongs to somebody. */
const personal = /@|:\/\/|www\.|\d{5}/iu

/**
 * The form with one edition more. The oldest go where that has too many, or becomes larger than `mostBytes`.
 * @param document with the looks of its blocks, as the reader of its format gives it
 */
export function teach(form: Form, document: SourceDocument, outline: MendedOutline): Form {
  const { guessed, stated } = guess(document)
  const kept = keptRoles(guessed.roled, outline)
  const title = titlePlace(guessed.title, kept, stated, outline)
  return withEdition(editionsOf(form), guessed.roled, kept, title)
}

/** An edition that its reader looked over, as it was shown and as it was kept. */
export interface Mending {
  readonly read: Edition
  readonly kept: Edition
  /** Whether it was shown as the form says. */
  readonly isFormed: boolean
  /** The place of what the same edition taught before, of which this takes the place; null for none. */
  readonly replaces: number | null
}

/**
 * The same of an edition that its reader mended. Only what they changed is another role than it was shown with: what they
 * left as it was may stand in the outline in a way that is not the block's own.
 */
export function teachMending(
  form: Form,
  document: SourceDocument,
  { read, kept, isFormed, replaces }: Mending,
): Form {
  const { guessed, stated } = guess(document)
  const formed = isFormed ? applyForm(form, guessed.roled, stated, true) : null
  const shown = formed?.roled ?? guessed.roled
  const worded = shown.filter(({ block }) => isWorded(block)).slice(0, mostBlocks)
  const before = keptRoles(worded, outlineOfEdition(read, null), true)
  const after = outlineOfEdition(kept, read)
  const mended = keptRoles(worded, after, true)
  const roles = new Map(
    worded.map(({ block, role }) => {
      const said = mended.get(block) ?? role
      return [block, said === before.get(block) ? role : said]
    }),
  )
  const title =
    kept.title === read.title
      ? formed === null
        ? null
        : (form.editions.at(-1)?.title ?? null)
      : titlePlace(guessed.title, roles, stated, after)
  const others = editionsOf(form).filter((_, at) => at !== replaces)
  return withEdition(others, guessed.roled, roles, title)
}

function guess(document: SourceDocument): { guessed: GuessedRoles; stated: Stated } {
  const whole = { ...document, stated: shownStated(document.stated) }
  return { guessed: guessRoles(whole, prepareBlocks(whole)), stated: whole.stated }
}

function withEdition(
  others: readonly TaughtEdition[],
  guessed: readonly RoledBlock[],
  kept: ReadonlyMap<Block, Role>,
  title: TitlePlace,
): Form {
  const blocks = tracedBlocks(guessed)
    .slice(0, mostBlocks)
    .map(({ block, traits }) => {
      const role = kept.get(block) ?? traits.guess
      return { traits, kept: role, words: keptWords(block, role) }
    })
  const editions = [...others, { blocks, title }].slice(-mostEditions)
  for (let first = 0; first < editions.length; first += 1) {
    const made = formOf(editions.slice(first))
    if (JSON.stringify(made).length <= mostBytes) return made
  }
  return noForm
}

/** Words that may stand in every issue, as letters and figures alone; none that may name somebody who got it. */
function keptWords(block: WordedBlock, role: Role): string {
  if (role !== 'heading' && role !== 'left-out') return ''
  const words = wordsOf(block)
  const plain = plainWords(words)
  const isShort = words.length <= longestWords && plain.length <= longestWords
  return isShort && !personal.test(words) ? plain : ''
}

/** Where the title stands; null where it was guessed rightly, or stands nowhere. */
function titlePlace(
  guessed: string | null,
  kept: ReadonlyMap<Block, Role>,
  stated: Stated,
  { title, alsoTitle }: MendedOutline,
): TitlePlace {
  if (title === null) return null
  const isTitle = (text: string): boolean =>
    [title, ...alsoTitle].some((name) => sayTheSameName(name, text))
  if (guessed !== null && isTitle(guessed)) return null
  if ([...kept.values()].includes('title')) return 'block'
  return stated.titles.find(({ text }) => isTitle(text))?.from ?? null
}

function formOf(editions: readonly TaughtEdition[]): Form {
  const traits: Traits[] = []
  const places = new Map<string, number>()
  const placeOf = (own: Traits): number => {
    const key = JSON.stringify(own)
    const place = places.get(key) ?? traits.length
    if (place === traits.length) traits.push(own)
    places.set(key, place)
    return place
  }
  const taught = editions.map(({ title, blocks }) => ({
    title,
    blocks: blocks.map(({ traits: own, kept, words }): [number, Role, string] => [
      placeOf(own),
      kept,
      words,
    ]),
  }))
  return { version: 1, traits, editions: taught }
}
