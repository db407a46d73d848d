// What of others the program is made of, as the build lists it (scripts/release/third-party.mjs).
import * as v from 'valibot'

const thirdPartyPackageSchema = v.strictObject({
  name: v.string(),
  version: v.string(),
  /** An SPDX expression. */
  licence: v.string(),
  /** The licence in full. */
  text: v.string(),
})

export const thirdPartySchema = v.array(thirdPartyPackageSchema)

export type ThirdPartyPackage = Readonly<v.InferOutput<typeof thirdPartyPackageSchema>>
