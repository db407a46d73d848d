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
})

/** An item or an opening has at most so many. */
export const mostPictures = 50

export type PictureFile = Readonly<v.InferOutput<typeof pictureFileSchema>>
export type Picture = Readonly<v.InferOutput<typeof pictureSchema>>
