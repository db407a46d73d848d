// Files of old Macs, whose lines end in a carriage return alone, say the same as with line feeds.
import { describe, expect, it } from 'vitest'
import { readDocument } from '../../../../electron/services/documents/read-document.ts'

const text =
  'Havenblad van deze week\n\nDe kade is dicht, en dat blijft zo.\n\nDe brug is weer open.\n'
const head =
  'From: Havenblad <b@blad.example>\nSubject: Nieuws\nDate: Sat, 7 Nov 2026 00:30:00 +0100\n'
const parts = `MIME-Version: 1.0\nContent-Type: multipart/alternative;\n boundary=deel\n\n--deel\nContent-Type: text/plain\n\n${text}\n--deel--\n`

describe('lines that end in a carriage return alone', () => {
  it.each([
    ['blad.txt', text],
    ['blad.md', `# Blad\n\n##Kop\n\n${text}\n- een\n- twee\n`],
    ['velden.md', `---\ntitle: Blad\ndate: 2026-11-07\n---\n\n## Kop\n\n{% kaart %}\n${text}`],
    ['brief.eml', `${head}\n${text}`],
    ['delen.eml', `${head}${parts}`],
    ['postbus.eml', `From b Sat Nov  7 00:30:00 2026\n${head}\n${text}`],
  ])('are lines: %s', async (name, content) => {
    const read = (written: string) =>
      readDocument({ bytes: Buffer.from(written), format: null, encoding: null, name })
    const expected = await read(content)
    expect(expected.document.blocks.length).toBeGreaterThan(1)
    expect(await read(content.replaceAll('\n', '\r'))).toEqual(expected)
  })
})
