import fs from 'node:fs/promises'
import * as v from 'valibot'
import type { DesktopCalls } from '#core/desktop-api'
import { thirdPartySchema } from '#core/third-party'

export interface AboutParts {
  /** The list that the build has made (scripts/release/third-party.mjs). */
  readonly licencesFile: string
}

export function createAboutCalls(parts: AboutParts): DesktopCalls['about'] {
  return {
    async licences() {
      try {
        const json: unknown = JSON.parse(await fs.readFile(parts.licencesFile, 'utf8'))
        return { ok: true, packages: v.parse(thirdPartySchema, json) }
      } catch {
        return { ok: false, reason: 'unreadable' }
      }
    },
  }
}
