// The messages of a large mailbox, which leave the sandboxed process portion by portion.
import * as v from 'valibot'
import { mostParts } from '#core/desktop/collection'
import type { Read } from '#core/edition/rejection'
import type { MailboxMessage } from '../documents/mailbox.ts'
import type { PackageFile } from '../packages/read-package.ts'
import { messagesSchema } from './cage-messages.ts'

export interface Portions {
  /** Takes one portion, and checks it. */
  readonly take: (portion: Pick<PackageFile, 'bytes'>) => void
  /** All messages, with the rest; 'reader-crashed' when a portion was none, or when there are more than a mailbox may hold. */
  readonly whole: (rest: Read<readonly MailboxMessage[]>) => Read<readonly MailboxMessage[]>
}

export function createPortions(): Portions {
  const messages: MailboxMessage[] = []
  let isGood = true

  function add(more: readonly MailboxMessage[]): void {
    isGood &&= messages.length + more.length <= mostParts
    if (isGood) for (const message of more) messages.push(message)
  }

  return {
    take({ bytes }) {
      const read = v.safeParse(messagesSchema, parsed(bytes))
      if (read.success) add(read.output)
      else isGood = false
    },
    whole(rest) {
      if (rest.ok) add(rest.value)
      if (!rest.ok) return rest
      return isGood ? { ok: true, value: messages } : { ok: false, reason: 'reader-crashed' }
    },
  }
}

/** Undefined for what is no JSON. */
function parsed(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(Buffer.from(bytes).toString('utf8'))
  } catch {
    return undefined
  }
}
