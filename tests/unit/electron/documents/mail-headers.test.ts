import { describe, expect, it } from 'vitest'
import { refusalAsResult } from '#core/edition/rejection'
import {
  mostHeaderBytes,
  readFields,
} from '../../../../electron/services/documents/mail-headers.ts'
import { readMail } from '../../../../electron/services/documents/read-mail.ts'

const begin = 'Subject: Haven\nX-A: '
const headOf = (bytes: number): Buffer =>
  Buffer.from(`${begin}${'a'.repeat(bytes - begin.length)}\n\nDe kade is dicht.`)

describe('the head of a mail', () => {
  it('is read up to 2 MB, whatever comes behind it', async () => {
    const read = await refusalAsResult(() => readFields(headOf(mostHeaderBytes)))
    expect(read.ok && read.value.get('subject')).toBe('Haven')
    const larger = await refusalAsResult(() => readFields(headOf(mostHeaderBytes + 1)))
    expect(larger.ok || larger.reason).toBe('too-complex')
  })

  it('has that bound in each part of the mail too', async () => {
    const mailOf = (bytes: number): Buffer =>
      Buffer.concat([
        Buffer.from('Subject: Haven\nContent-Type: multipart/mixed; boundary="b"\n\n--b\n'),
        headOf(bytes),
        Buffer.from('\n--b--\n'),
      ])
    expect(await refusalAsResult(() => readMail(mailOf(1_000)))).toMatchObject({ ok: true })
    const larger = await refusalAsResult(() => readMail(mailOf(mostHeaderBytes + 1)))
    expect(larger.ok || larger.reason).toBe('too-complex')
  })
})
