// The form of a series: how the blocks of editions that somebody looked over appear, and what they are in them.
import * as v from 'valibot'
import { longestLook } from '../document/look.ts'
import { placesOfTitle } from '../document/source-document.ts'
import { roles } from '../outline/roles.ts'

/** Editions that a form is learnt from, the newest last. */
export const mostEditions = 3
/** Blocks with words, of one edition. */
export const mostBlocks = 2_000
/** Of a form as JSON. */
export const mostBytes = 256 * 1024
export const longestWords = 80
export const deepest = 9

const look = v.pipe(v.string(), v.maxLength(longestLook))
const mostTraits = mostEditions * mostBlocks
const place = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(mostTraits))
const kind = v.picklist([
  ...['heading', 'paragraph', 'item', 'quote', 'caption', 'row', 'line'],
  ...['picture', 'rule'],
] as const)
const share = v.picklist(['none', 'start', 'all'])
const role = v.picklist(roles)

/** What of a block can be compared with blocks of other issues: how it looks and where it stands, and none of its words. */
const traitsSchema = v.strictObject({
  kind,
  /** Of a heading; 0 for any other block. */
  level: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(6)),
  depth: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(deepest)),
  tags: look,
  style: look,
  bold: share,
  link: share,
  capitals: v.boolean(),
  /** What stands before the first word; a number is `1`. */
  sign: look,
  length: v.picklist(['few', 'line', 'lines', 'text']),
  end: v.picklist(['open', 'colon', 'stop']),
  /** Whether a few words and a colon stand before others. */
  label: v.boolean(),
  above: v.nullable(kind),
  below: v.nullable(kind),
  /** What the guess says that it is. */
  guess: role,
})

const taughtBlockSchema = v.strictTuple([
  /** Of its traits, in the list of all. */
  place,
  /** What it is. */
  role,
  /** Of a short heading, or of what is left out: letters and figures alone. Empty for any other block. */
  v.pipe(v.string(), v.maxLength(longestWords)),
])

export const formSchema = v.strictObject({
  version: v.literal(1),
  traits: v.pipe(v.array(traitsSchema), v.maxLength(mostTraits)),
  editions: v.pipe(
    v.array(
      v.strictObject({
        /** Where the title stands, when somebody mended it: in a block, or where the file states it. */
        title: v.nullable(v.picklist(['block', ...placesOfTitle])),
        blocks: v.pipe(v.array(taughtBlockSchema), v.maxLength(mostBlocks)),
      }),
    ),
    v.maxLength(mostEditions),
  ),
})

export type Traits = Readonly<v.InferOutput<typeof traitsSchema>>
export type Form = Readonly<v.InferOutput<typeof formSchema>>
export type TitlePlace = Form['editions'][number]['title']

export const noForm: Form = { version: 1, traits: [], editions: [] }
