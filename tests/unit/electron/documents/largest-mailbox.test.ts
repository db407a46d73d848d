// As many messages as a mailbox may have: some hundred thousand reads, so this is part of the long run.
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { expect, it } from 'vitest'
import { refusalAsResult } from '#core/edition/rejection'
import { listMailbox } from '../../../../electron/services/documents/mailbox.ts'

it('refuses a mailbox of more than 250,000 messages', async () => {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'mailbox-'))
  const file = path.join(folder, 'post.mbox')
  fs.writeFileSync(file, 'From a Sat Nov  7 00:30:00 2026\nA: b\n\n'.repeat(250_001))
  const listed = await refusalAsResult(() => listMailbox(file))
  fs.rmSync(folder, { recursive: true })
  expect(listed.ok ? listed.value.length : listed.reason).toBe('too-many-parts')
})
