// What an organisation makes its own of the program: as its file says it, and as the build puts it into the program.
import * as v from 'valibot'
import { dictionaryId } from '../desktop/dictionaries.ts'
import { idSchema } from '../edition/edition.ts'
import { mostForms, seriesNameSchema } from '../series/series-form.ts'
import { accentThemes } from './shown-organisation.ts'

export const colourSchema = v.pipe(
  v.string('a colour is a text such as "#1f4e79"'),
  v.regex(/^#[0-9a-f]{6}$/iu, 'a colour is # and six hexadecimal digits, such as "#1f4e79"'),
)

const accentSchema = v.strictObject({
  /** Marks, icons and lines. */
  accent: colourSchema,
  /** Text in the colour, filled buttons, and what has the focus. */
  accentInk: colourSchema,
})

const coloursSchema = v.strictObject(v.entriesFromList(accentThemes, v.exactOptional(accentSchema)))

/** What is not seen, and what looks like a space and is none. */
const unseen = /[\p{C}\p{Default_Ignorable_Code_Point}\p{Zl}\p{Zp}\u2800]/u

const isSeen = (text: string): boolean => !unseen.test(text)

const nameSchema = v.pipe(
  v.string('a name is a text'),
  v.check((name) => name.trim() === name && name !== '', 'a name has no white space around it'),
  v.maxLength(80, 'a name has at most 80 characters'),
  v.check(isSeen, 'a name has no characters that are not seen'),
  v.check((name) => /[\p{L}\p{N}]/u.test(name), 'a name has a letter or a digit'),
)

/** A place beside the file or below it, with slashes on every system. */
const placeSchema = v.pipe(
  v.string('a place is a text'),
  v.regex(
    /^(?!.*(?:^|\/)\.\.?(?:\/|$))[^/\\:][^\\:]{0,200}$/u,
    'a place lies beside the file or below it',
  ),
  v.check(isSeen, 'a place has no characters that are not seen'),
)

/** `leeslamp.organisation.json`. */
export const organisationFileSchema = v.strictObject({
  schemaVersion: v.literal(1, 'the only version that there is is 1'),
  name: nameSchema,
  /** A PNG or SVG file. */
  logo: v.exactOptional(placeSchema),
  colours: v.exactOptional(coloursSchema),
  /** A folder of editions in their source format. */
  editions: v.exactOptional(placeSchema),
  /** A dictionary that words are looked up in: a file of StarDict or dictd, or a text with tabs or semicolons. */
  dictionary: v.exactOptional(placeSchema),
  /** How each series is read: its name → a file that `edition teach` made. */
  forms: v.exactOptional(
    v.pipe(
      v.record(seriesNameSchema, placeSchema, 'forms names series, each with its file'),
      v.maxEntries(mostForms, `forms has at most ${String(mostForms)} series`),
    ),
  ),
  /** False: without the edition that comes with the program. */
  bundledEdition: v.exactOptional(v.boolean('here stands true or false, without quotes')),
})

/** `organisation.json` in the program. */
export const organisationSchema = v.strictObject({
  name: nameSchema,
  /** What the window asks for. */
  logo: v.nullable(v.picklist(['organisation-logo.png', 'organisation-logo.svg'])),
  colours: coloursSchema,
  editions: v.array(idSchema),
  dictionary: v.optional(
    v.nullable(
      v.strictObject({
        id: v.pipe(v.string(), v.regex(dictionaryId)),
        name: v.pipe(v.string(), v.minLength(1)),
        words: v.number(),
      }),
    ),
    null,
  ),
  /** The series whose forms are beside the editions. */
  forms: v.optional(v.array(seriesNameSchema), []),
  /** Whether the edition that comes with the program is in it. */
  bundledEdition: v.optional(v.boolean(), true),
})

export type OrganisationFile = Readonly<v.InferOutput<typeof organisationFileSchema>>
export type Organisation = Readonly<v.InferOutput<typeof organisationSchema>>
