// The manifest of an edition package (`.editie`): what is in it, and who says so. docs/package-format.md describes it.
import * as v from 'valibot'
import { isDate } from './calendar-date.ts'
import { editionNotesSchema, editionSchema, idSchema, type Edition } from './edition.ts'
import { hasHiddenCharacters } from './hidden-characters.ts'
import { allPictures } from './picture.ts'
import { isWellFormed } from './well-formed.ts'

/** Stands first in every manifest; a later format has a higher number after the stroke. */
const packageFormats = ['leeslamp-edition/1', 'leeslamp-edition/2', 'leeslamp-edition/3'] as const

/**
 * Format 2 (since 29 November 2026) has pictures, and format 3 (since 1 December 2026) the number of the issue, with or without
 * pictures. An edition is written in the lowest format that can hold it, for older programs.
 */
export function packageFormatOf(edition: Edition): (typeof packageFormats)[number] {
  if (edition.number !== undefined) return packageFormats[2]
  return packageFormats[allPictures(edition).length === 0 ? 0 : 1]
}

/** The first version of the program that reads this format. */
export const minimumProgramVersion = '0.1.0'

export const packageLimits = {
  manifestBytes: 256 * 1024,
  files: 2_000,
  fileBytes: 20 * 1024 * 1024,
  totalBytes: 100 * 1024 * 1024,
} as const

const plainSchema = v.check(
  (name: string) => !hasHiddenCharacters(name),
  'holds control characters, or characters that turn the text around',
)
/** Of a publisher's or a series' name, in letters. */
export const longestName = 200

const nameSchema = v.pipe(v.string(), v.minLength(1), v.maxLength(longestName), plainSchema)

/** The only names a package may hold besides its manifest. An image's ending is checked against its bytes. */
const pathSchema = v.pipe(
  v.string(),
  v.regex(/^(?:edition\.json|notes\.json|images\/[a-z0-9][a-z0-9-]{0,79}\.(?:png|jpg|webp|gif))$/),
)

const fileSchema = v.strictObject({
  path: pathSchema,
  size: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(packageLimits.fileBytes)),
  sha256: v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/)),
})

const notWellFormed = 'holds NUL, or half of a pair of surrogates'
const dateSchema = v.pipe(v.string(), v.check(isDate, 'no date of the calendar'))

export const manifestSchema = v.strictObject({
  format: v.picklist(packageFormats),
  publisher: nameSchema,
  /** The key that signs the package; null when it is not signed. */
  keyId: v.nullable(v.pipe(v.string(), v.regex(/^[0-9A-F]{16}$/))),
  series: v.nullable(nameSchema),
  edition: idSchema,
  /** Only upwards for one edition: a lower serial never replaces a higher one. */
  serial: v.pipe(v.number(), v.integer(), v.minValue(1)),
  /** The date of the edition itself, so that the same input gives the same bytes. */
  created: dateSchema,
  minimumProgramVersion: v.pipe(v.string(), v.regex(/^\d{1,5}\.\d{1,5}\.\d{1,5}$/)),
  files: v.pipe(
    v.array(fileSchema),
    v.maxLength(packageLimits.files),
    v.check((files) => new Set(files.map(({ path }) => path)).size === files.length),
    v.check((files) => files.some(({ path }) => path === 'edition.json')),
  ),
})

/** An edition as a package may hold it: its title and series stand wherever editions are listed. */
export const packedEditionSchema = v.pipe(
  v.strictObject({
    ...editionSchema.entries,
    title: v.pipe(editionSchema.entries.title, plainSchema),
    series: v.nullable(nameSchema),
    number: v.exactOptional(v.pipe(editionSchema.entries.number.wrapped, plainSchema)),
    date: v.nullable(v.strictObject({ value: dateSchema, inferred: v.boolean() })),
  }),
  v.check((value) => isWellFormed(value), notWellFormed),
)

export const packedNotesSchema = v.pipe(
  editionNotesSchema,
  v.check((value) => isWellFormed(value), notWellFormed),
)

export type Manifest = Readonly<v.InferOutput<typeof manifestSchema>>
export type ManifestFile = Manifest['files'][number]

/** Whether a value names this format in a version that this program does not know. */
export function isNewerFormat(value: unknown): boolean {
  const format =
    typeof value === 'object' && value !== null && 'format' in value ? value.format : null
  if (typeof format !== 'string') return false
  const version = /^leeslamp-edition\/(\d{1,5})$/.exec(format)?.[1]
  return version !== undefined && Number(version) > packageFormats.length
}

/** Whether a program of version `have` may read what asks for at least `wanted`; both are three numbers. */
export function isVersionEnough(have: string, wanted: string): boolean {
  const [haveParts, wantedParts] = [have, wanted].map((version) => version.split('.').map(Number))
  for (const [index, part] of (wantedParts ?? []).entries()) {
    const own = haveParts?.[index] ?? 0
    if (own !== part) return own > part
  }
  return true
}
