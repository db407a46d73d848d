// Blocks of another issue → their roles as somebody mended those of its series. Only what was changed is changed again.
import { isWorded, wordsOf, type Block, type Stated } from '../document/source-document.ts'
import { plainWords } from '../outline/outline-blocks.ts'
import type { Role, RoledBlock } from '../outline/roles.ts'
import type { Form, Traits } from './form.ts'
import { createComparison, type Placed } from './likeness.ts'
import {
  closeLookKey,
  editionsOf,
  examplesOf,
  isSameRole,
  lookKey,
  returningWords,
  sureLooks,
  wordKey,
  type Example,
} from './taught-editions.ts'
import { tracedBlocks, type TracedBlock } from './traits.ts'

/** What a form changed of a block. */
export interface FormChange {
  /** Of the block, from 1. */
  readonly line: number
  /** Null for the title of the edition that stands in no block. */
  readonly was: Role | null
  readonly now: Role
}

export interface FormedRoles {
  readonly roled: readonly RoledBlock[]
  /** Null where the title stays as it was guessed. */
  readonly title: string | null
  /** What became another part of the edition than was guessed, in the order of the lines: what a reader would have mended. */
  readonly changes: readonly FormChange[]
}

/** The mean likeness of all blocks to what is nearest to them; with less it is another series, or another form of it. */
const leastFit = 0.92
/** The same where words of the form return. */
const leastFitWithWords = 0.88
/** So many examples decide together. */
const nearest = 3
const leastLikeness = 0.76
/** What is nearer says far more. */
const sharpness = 8
const weightOfNearest = 1.2

const beginnings: readonly Role[] = ['heading', 'item-title', 'item-start', 'titled-text']

/**
 * Takes time in proportion to the blocks of both.
 * @param anyway whether it is applied also where it does not fit
 * @returns null where the form does not fit the document
 */
export function applyForm(
  form: Form,
  roled: readonly RoledBlock[],
  stated: Stated,
  anyway = false,
): FormedRoles | null {
  const reading = new FormReading(form, roled)
  if (!anyway && !reading.fits()) return null
  const given = reading.roles()
  const formed = roled.map(({ block, role }) => ({ block, role: given.get(block) ?? role }))
  return { roled: formed, title: titleIn(form, formed, stated), changes: changesIn(roled, formed) }
}

/** Without what follows from the change above: the text below a new title, and the rest of what is left out. */
function changesIn(roled: readonly RoledBlock[], formed: readonly RoledBlock[]): FormChange[] {
  const changes = formed.map(({ block: { line }, role: now }, at): FormChange | null => {
    const was = roled[at]?.role ?? now
    return isSameRole(was, now) ? null : { line, was, now }
  })
  return changes.filter((change, at): change is FormChange => {
    const above = changes[at - 1]?.now
    if (change === null || above === undefined) return change !== null
    const isTextBelow = above === 'item-title' && change.was === 'item-start'
    return (
      !(isTextBelow && change.now === 'text') && !(above === 'left-out' && change.now === above)
    )
  })
}

class FormReading {
  readonly #comparison = createComparison()
  readonly #examples: readonly Example[]
  readonly #words: ReadonlyMap<string, Role>
  readonly #looks: ReadonlyMap<string, Role>
  readonly #traced: readonly TracedBlock[]
  readonly #roles = new Map<Block, Role>()
  /** What was said of blocks that are alike in all that counts. */
  readonly #known = new Map<string, Role | null>()
  readonly #numbers = new Map<Traits, number>()
  #roleBefore: Role | null = null
  #section: string | null = null
  /** Whether nothing but the title and the lede stands above. */
  #isOpening = true
  #hasTitle = false

  constructor(form: Form, roled: readonly RoledBlock[]) {
    const editions = editionsOf(form)
    this.#words = returningWords(editions)
    this.#looks = sureLooks(editions)
    this.#examples = editions.flatMap((edition) => examplesOf(edition, this.#words))
    this.#traced = tracedBlocks(roled)
  }

  fits(): boolean {
    const { likenessOfLooks } = this.#comparison
    const best = new Map<string, number>()
    const sum = this.#traced.reduce((all, { traits }, at) => {
      const placed = this.#placed(at, traits)
      const key = this.#keyOf(placed)
      const own =
        best.get(key) ??
        this.#examples.reduce((most, one) => Math.max(most, likenessOfLooks(placed, one)), 0)
      best.set(key, own)
      return all + own
    }, 0)
    const least = this.#traced.some((one) => this.#returningRole(one) !== null)
      ? leastFitWithWords
      : leastFit
    return sum >= least * this.#traced.length
  }

  roles(): ReadonlyMap<Block, Role> {
    for (const [at, { block, traits }] of this.#traced.entries()) {
      const role = this.#roleOf(at) ?? traits.guess
      this.#roles.set(block, role)
      this.#roleBefore = role
      this.#hasTitle ||= role === 'title'
      this.#isOpening &&= !beginnings.includes(role)
      if (role === 'heading') {
        const words = plainWords(wordsOf(block))
        this.#section = this.#words.has(wordKey(words, traits, role)) ? words : null
      }
    }
    return this.#roles
  }

  #roleOf(at: number): Role | null {
    const traced = this.#traced[at]
    if (traced === undefined) return null
    return (
      this.#returningRole(traced) ??
      this.#looks.get(lookKey(traced.traits)) ??
      this.#looks.get(closeLookKey(traced.traits)) ??
      this.#changeOf(this.#placed(at, traced.traits))
    )
  }

  #returningRole({ block, traits }: TracedBlock): Role | null {
    const words = plainWords(wordsOf(block))
    return (
      this.#words.get(wordKey(words, traits, 'heading')) ??
      this.#words.get(wordKey(words, traits, 'left-out')) ??
      null
    )
  }

  #placed(at: number, traits: Traits): Placed {
    return {
      traits,
      before: this.#traced[at - 1]?.traits ?? null,
      after: this.#traced[at + 1]?.traits ?? null,
      roleBefore: this.#roleBefore,
      section: this.#section,
    }
  }

  #keyOf({ traits, before, after, roleBefore, section }: Placed): string {
    const numbers = [traits, before, after].map((one) => {
      if (one === null) return ''
      const number = this.#numbers.get(one) ?? this.#numbers.size
      this.#numbers.set(one, number)
      return number
    })
    return [...numbers, roleBefore, this.#isOpening, this.#hasTitle, section].join(' ')
  }

  /** What the nearest examples say; null where that is to leave it as it is. */
  #changeOf(placed: Placed): Role | null {
    const key = this.#keyOf(placed)
    const known = this.#known.get(key)
    if (known !== undefined) return known
    const said = voteOf(this.#nearestTo(placed))
    this.#known.set(key, said)
    return said
  }

  #nearestTo(placed: Placed): Vote[] {
    const found: Vote[] = []
    for (const example of this.#examples) {
      if (example.changed !== null && !this.#canBe(example.changed)) continue
      const likeness = this.#comparison.likeness(placed, example)
      if (likeness <= (found[nearest - 1]?.likeness ?? 0)) continue
      const at = found.findIndex((one) => one.likeness < likeness)
      found.splice(at === -1 ? found.length : at, 0, { changed: example.changed, likeness })
      found.length = Math.min(found.length, nearest)
    }
    return found
  }

  /** A title stands once and above all; what stands right below the title of an item is its text. */
  #canBe(role: Role): boolean {
    if (role === 'title') return this.#isOpening && !this.#hasTitle
    if (role === 'lede') return this.#isOpening
    return role !== 'item-start' || this.#roleBefore !== 'item-title'
  }
}

interface Vote {
  readonly changed: Role | null
  readonly likeness: number
}

function voteOf(votes: readonly Vote[]): Role | null {
  if ((votes[0]?.likeness ?? 0) < leastLikeness) return null
  const sums = new Map<Role | null, number>()
  for (const [at, { changed, likeness }] of votes.entries()) {
    const weight = likeness ** sharpness * (at === 0 ? weightOfNearest : 1)
    sums.set(changed, (sums.get(changed) ?? 0) + weight)
  }
  return [...sums].reduce((best, one) => (one[1] > best[1] ? one : best))[0]
}

/** The title where the last edition that was looked over had it, when somebody mended that. */
function titleIn(form: Form, roled: readonly RoledBlock[], stated: Stated): string | null {
  const place = form.editions.at(-1)?.title ?? null
  if (place === null) return null
  const block = roled.find(({ role }) => role === 'title')?.block
  if (place === 'block') return block !== undefined && isWorded(block) ? wordsOf(block) : null
  return stated.titles.find(({ from }) => from === place)?.text ?? null
}
