// A picture of an edition: what is known of it beside its bytes.
import * as v from 'valibot'
import { isLinkAddress } from './link-address.ts'

export const pictureKinds = ['png', 'jpg', 'webp', 'gif'] as const

/** A picture that is in the file; width and height in pixels, told by its bytes. */
export const pictureFileSchema = v.strictObject({
  /** Of its bytes, in hex. */
  sha256: v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/)),
  kind: v.picklist(pictureKinds),
  width: v.pipe(v.number(), v.integer(), v.minValue(1)),
  height: v.pipe(v.number(), v.integer(), v.minValue(1)),
})

const words = v.pipe(v.string(), v.minLength(1), v.maxLength(2_000))

export const pictureSchema = v.strictObject({
  /** Null for one that is not in the file. */
  file: v.nullable(pictureFileSchema),
  /** Its alternative text. */
  label: v.nullable(words),
  caption: v.nullable(words),
  /** Where it lies when it is not in the file; it is shown and copied, and never fetched. */
  address: v.nullable(v.pipe(v.string(), v.check(isLinkAddress, 'no address that may be shown'))),
  /** So many paragraphs of its item stand before it; absent for one that stands behind all of them. */
  after: v.optional(v.pipe(v.number(), v.integer(), v.minValue(0))),
})

/** An item or an opening has at most so many. */
export const mostPictures = 50

/** Absent when there are none, so that an edition without pictures is the same in every version of the format. */
export const picturesSchema = v.optional(
  v.pipe(
    v.array(pictureSchema),
    v.minLength(1),
    v.maxLength(mostPictures),
    v.check(
      (pictures) => new Set(pictures.map(pictureKey)).size === pictures.length,
      'a picture stands there twice',
    ),
  ),
)

export type PictureFile = Readonly<v.InferOutput<typeof pictureFileSchema>>
export type Picture = Readonly<v.InferOutput<typeof pictureSchema>>

/** Differs from that of every other picture of its item: its bytes, else where it lies, else its words. */
export function pictureKey({ file, address, label, caption }: Picture): string {
  return file?.sha256 ?? address ?? `${label ?? ''}\n${caption ?? ''}`
}

/** The field `pictures` of an edition or an item: each picture once, and no field when there are none. */
export function picturesField(pictures: readonly Picture[]): { pictures?: Picture[] } {
  const byKey = new Map<string, Picture>()
  for (const picture of pictures)
    if (!byKey.has(pictureKey(picture))) byKey.set(pictureKey(picture), picture)
  const kept = [...byKey.values()].slice(0, mostPictures)
  return kept.length === 0 ? {} : { pictures: kept }
}

/** A picture that stands behind all paragraphs. */
export function behindText({ file, label, caption, address }: Picture): Picture {
  return { file, label, caption, address }
}

/** A picture with so many more paragraphs of its item before it. */
export function movedDown(picture: Picture, by: number): Picture {
  return picture.after === undefined ? picture : { ...picture, after: picture.after + by }
}

interface WithPictures {
  readonly pictures?: readonly Picture[] | undefined
}

interface EditionWithPictures extends WithPictures {
  readonly sections: readonly { readonly items: readonly WithPictures[] }[]
}

/** All pictures of an edition: those of its opening, then those of each item. */
export function allPictures(edition: EditionWithPictures): Picture[] {
  const items = edition.sections.flatMap((section) => section.items)
  return [edition, ...items].flatMap(({ pictures = [] }) => pictures)
}

/** Those whose bytes are kept with the edition. */
export function pictureFiles(edition: EditionWithPictures): PictureFile[] {
  return allPictures(edition).flatMap(({ file }) => file ?? [])
}

/** An edition whose pictures are told by their words where their bytes are not among these; itself when it lacks none. */
export function withPicturesOf<Of extends EditionWithPictures>(
  edition: Of,
  hashes: ReadonlySet<string>,
): Of {
  if (pictureFiles(edition).every(({ sha256 }) => hashes.has(sha256))) return edition
  const told = <Part extends WithPictures>(part: Part): Part => {
    if (part.pictures === undefined) return part
    const pictures = part.pictures.map((one) =>
      one.file === null || hashes.has(one.file.sha256) ? one : { ...one, file: null },
    )
    return { ...part, ...picturesField(pictures) }
  }
  const sections = edition.sections.map((section) => ({
    ...section,
    items: section.items.map(told),
  }))
  return { ...told(edition), sections }
}

/** Lines, spacers and signs are no pictures: those are larger. */
const smallest = 64

/** Whether the reading page shows a picture: one that is not in the file is told by its words. */
export function isShown({ file }: Picture): boolean {
  return file === null || Math.min(file.width, file.height) >= smallest
}

/** From where the window loads the pictures of the open edition, and of open proofs. */
export const pictureOrigin = 'app://leeslamp/picture/'
