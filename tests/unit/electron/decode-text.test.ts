import { describe, expect, it } from 'vitest'
import { decodeText, type Encoding } from '../../../electron/services/decode-text.ts'

const bytes = (...codes: number[]) => Uint8Array.from(codes)

describe('decodeText', () => {
  it.each<[what: string, input: Uint8Array, encoding: Encoding | null, text: string]>([
    ['UTF-8', bytes(0xc3, 0xa9), null, 'é'],
    ['UTF-8 with a mark', bytes(0xef, 0xbb, 0xbf, 0x61), null, 'a'],
    ['little-endian UTF-16 with a mark', bytes(0xff, 0xfe, 0xe9, 0), null, 'é'],
    ['big-endian UTF-16 with a mark', bytes(0xfe, 0xff, 0, 0xe9), null, 'é'],
    ['UTF-16 without a mark, when it is named', bytes(0xe9, 0), 'utf-16', 'é'],
    ['big-endian UTF-16 that is named', bytes(0xfe, 0xff, 0, 0xe9), 'utf-16', 'é'],
    ['Windows-1252, when it is named', bytes(0x91, 0xe9, 0x92, 0x80), 'windows-1252', '‘é’€'],
  ])('reads %s', (_, input, encoding, text) => {
    expect(decodeText(input, encoding)).toEqual({ ok: true, text })
  })

  it.each<[what: string, input: Uint8Array, encoding: Encoding | null, reason: string]>([
    ['Windows-1252 that nobody named', bytes(0x91, 0xe9), null, 'not-utf-8'],
    ['UTF-16 that is cut off', bytes(0xff, 0xfe, 0xe9), null, 'not-as-named'],
    ['what is not UTF-8 as named', bytes(0xe9), 'utf-8', 'not-as-named'],
  ])('refuses %s', (_, input, encoding, reason) => {
    expect(decodeText(input, encoding)).toEqual({ ok: false, reason })
  })
})
