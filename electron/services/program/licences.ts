// The licences of what the program is made of, read when somebody asks for them.
import fs from 'node:fs/promises'
import * as v from 'valibot'
import type { LicencesOutcome } from '#core/desktop-api'
import { thirdPartySchema } from '#core/third-party'

/** Reads the list that the build has made; never throws. */
export async function readLicences(file: string): Promise<LicencesOutcome> {
  try {
    const packages = v.parse(thirdPartySchema, JSON.parse(await fs.readFile(file, 'utf8')))
    return { ok: true, packages }
  } catch {
    return { ok: false, reason: 'unreadable' }
  }
}
