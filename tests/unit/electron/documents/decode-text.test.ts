import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { decodeText } from '../../../../electron/services/documents/decode-text.ts'

const utf16 = (text: string): Buffer => Buffer.from(`\uFEFF${text}`, 'utf16le')

describe('text from bytes', () => {
  it('is UTF-8 without a mark, or what the mark says, without the mark', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        fc.pre(!text.startsWith('\uFEFF'))
        expect(decodeText(Buffer.from(text), null)).toBe(text)
        expect(decodeText(Buffer.from(`\uFEFF${text}`), null)).toBe(text)
        expect(decodeText(utf16(text), null)).toBe(text)
        expect(decodeText(Buffer.from(utf16(text)).swap16(), null)).toBe(text)
      }),
    )
  })

  it('is refused for one wrong byte, and read as Windows-1252 only when that is asked', () => {
    const bytes = Buffer.from([0x93, 0x63, 0x61, 0x66, 0xe9, 0x94, 0x20, 0x80, 0x81])
    expect(() => decodeText(bytes, null)).toThrow('not-utf-8')
    expect(decodeText(bytes, 'windows-1252')).toBe('“café” €\u0081')
  })

  it('is no text in Windows-1252 either when it holds a NUL, as pictures do, and UTF-16 without a mark', () => {
    expect(() => decodeText(Buffer.from('caf\xe9\0', 'latin1'), null)).toThrow('binary')
    expect(() => decodeText(Buffer.from('Een café', 'utf16le'), null)).toThrow('binary')
  })

  it('gives a character for every byte of Windows-1252, as the standard has it', () => {
    const all = Uint8Array.from({ length: 256 }, (_none, index) => index)
    const text = decodeText(all, 'windows-1252')
    expect(text).toHaveLength(256)
    expect(text.slice(0x80, 0xa0)).toBe('€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008DŽ\u008F\u0090‘’“”•–—˜™š›œ\u009DžŸ')
    expect(text.slice(0, 0x80) + text.slice(0xa0)).toBe(
      Buffer.from(all)
        .toString('latin1')
        .replace(/[\u0080-\u009F]/gu, ''),
    )
  })

  it('takes UTF-16 without a mark when that is asked', () => {
    expect(decodeText(Buffer.from('kraan', 'utf16le'), 'utf-16le')).toBe('kraan')
    expect(decodeText(Buffer.from('kraan', 'utf16le'), 'utf-16')).toBe('kraan')
    expect(decodeText(Buffer.from(utf16('kraan')).swap16(), 'utf-16')).toBe('kraan')
    expect(() => decodeText(Buffer.from('\uFEFF\uD800', 'utf16le'), null)).toThrow('not-utf-16')
  })
})
