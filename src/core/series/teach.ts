// What somebody mended in an edition → the form of its series.
import {
  wordsOf,
  type Block,
  type SourceDocument,
  type Stated,
  type WordedBlock,
} from '../document/source-document.ts'
import { guessRoles } from '../outline/guess-roles.ts'
import { plainWords } from '../outline/outline-blocks.ts'
import { prepareBlocks } from '../outline/prepare-blocks.ts'
import type { Role } from '../outline/roles.ts'
import { shownStated } from '../outline/shown-stated.ts'
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
  const whole = { ...document, stated: shownStated(document.stated) }
  const guessed = guessRoles(whole, prepareBlocks(whole))
  const kept = keptRoles(guessed.roled, outline)
  const blocks = tracedBlocks(guessed.roled)
    .slice(0, mostBlocks)
    .map(({ block, traits }) => {
      const role = kept.get(block) ?? traits.guess
      return { traits, kept: role, words: keptWords(block, role) }
    })
  const title = titlePlace(guessed.title, kept, whole.stated, outline)
  const editions = [...editionsOf(form), { blocks, title }].slice(-mostEditions)
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
