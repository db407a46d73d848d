// Whether a file may be a logo, told by its bytes and not by its name.
import { readImageFacts } from '../edition/image-kind.ts'
import type { Outcome } from '../outcome.ts'
import { foreignInSvg } from './svg-drawing.ts'

export const mostLogoBytes = 512 * 1024
const mostPixels = 2_048

export type LogoKind = Outcome<{ readonly kind: 'png' | 'svg' }, string>

/** The kind of a logo, or in words why it is none. */
export function logoKind(bytes: Uint8Array): LogoKind {
  if (bytes.length > mostLogoBytes) return { ok: false, reason: 'the logo has more than 512 KB' }
  const facts = readImageFacts(bytes)
  if (facts !== null) {
    if (facts.kind !== 'png') return { ok: false, reason: 'the logo is no PNG or SVG' }
    return facts.width <= mostPixels && facts.height <= mostPixels
      ? { ok: true, kind: 'png' }
      : {
          ok: false,
          reason: `the logo is larger than ${String(mostPixels)} by ${String(mostPixels)}`,
        }
  }
  const text = decode(bytes)
    ?.replace(/^\uFEFF/u, '')
    .trim()
  if (text === undefined || !/^<(?:svg[\s>]|[?!])/u.test(text) || !text.endsWith('</svg>'))
    return { ok: false, reason: 'the logo is no PNG or SVG' }
  const foreign = foreignInSvg(text)
  return foreign === null
    ? { ok: true, kind: 'svg' }
    : { ok: false, reason: `the logo holds ${foreign}, and a logo is only a drawing` }
}

/** Text of printable bytes in UTF-8; null for anything else. (`TextDecoder` is no part of the language.) */
function decode(bytes: Uint8Array): string | null {
  let encoded = ''
  for (const byte of bytes) encoded += `%${byte.toString(16).padStart(2, '0')}`
  try {
    return decodeURIComponent(encoded)
  } catch {
    return null
  }
}
