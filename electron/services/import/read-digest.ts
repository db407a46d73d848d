// A text that a file was read to → the edition in it. Runs in the cage: what is in a text decides how long that takes.
import { parseDigest, type ParsedDigest } from '#core/edition/parse-digest'
import { Refusal, settle, type Read } from '#core/edition/rejection'
import type { DigestText } from './cage-messages.ts'

/** Never throws for bad input; the reason names what is wrong. */
export function readDigest({ text, ...options }: DigestText): Promise<Read<ParsedDigest>> {
  return settle(() => {
    const parsed = parseDigest(text, options)
    if (!parsed.ok) throw new Refusal(parsed.reason)
    return { edition: parsed.edition, remarks: parsed.remarks }
  })
}
