// Pictures that a mail holds, by the names that its HTML gives them.
import { describe, expect, it } from 'vitest'
import { readMail } from '../../../../electron/services/documents/read-mail.ts'
import { aSavedPage, pictureHead, savedBoundary } from '../../../fixtures/a-saved-page.ts'
import { aPng } from '../../../fixtures/pictures.ts'

const head = [
  'From: Kadeblad <blad@blad.example>',
  'To: lezer@huis.example',
  'Subject: De kade is dicht',
  'Date: Tue, 1 Dec 2026 09:00:00 +0100',
  'MIME-Version: 1.0',
  `Content-Type: multipart/related; boundary="${savedBoundary}"`,
  ...['', ''],
].join('\r\n')

async function picturesOf(pageHead: readonly string[], location: string, source: string) {
  const html = `<p>De kade is dicht tot maandag.</p><img src="${source}" alt="Kade" width="320">`
  const parts = [
    { head: pictureHead(location), content: aPng(320, 200) },
    { head: ['Content-Type: text/html; charset=utf-8', ...pageHead], content: html },
  ]
  const { document } = await readMail(aSavedPage(parts, head))
  return document.blocks.flatMap((block) =>
    block.kind === 'picture' ? [block.file?.width ?? block.address] : [],
  )
}

describe('a picture of a mail', () => {
  it.each([
    ['its address', [], 'https://blad.example/k.png', 'https://blad.example/k.png'],
    ['its name', [], 'k.png', 'k.png'],
    ['a path from its page', ['Content-Location: https://blad.example/7/'], 'k.png', 'k.png'],
  ])('is found where it says that it lay, by %s', async (_, pageHead, location, source) => {
    expect(await picturesOf(pageHead, location, source)).toEqual([320])
  })

  it('is no other one that the mail holds', async () => {
    const other = 'https://blad.example/l.png'
    expect(await picturesOf([], 'https://blad.example/k.png', other)).toEqual([other])
  })
})
