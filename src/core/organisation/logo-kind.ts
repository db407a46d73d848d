// Whether a file may be a logo, told by its bytes and not by its name.
import { readImageFacts } from '../edition/image-kind.ts'

const mostBytes = 512 * 1024
const mostPixels = 2_048

export type LogoKind =
  | { readonly ok: true; readonly kind: 'png' | 'svg' }
  | { readonly ok: false; readonly reason: string }

/** What a picture needs no more than a page does: programs, foreign markup, and anything from elsewhere. */
const refusedInSvg: readonly (readonly [RegExp, string])[] = [
  [/<!(?:DOCTYPE|ENTITY)/iu, 'a document type'],
  [
    /<\s*(?:\w+:)?(?:script|foreignObject|iframe|image|use\s[^>]*href\s*=\s*["'][^#"'])/iu,
    'a program or foreign content',
  ],
  [/\son\w+\s*=/iu, 'a program'],
  [/href\s*=\s*["'](?!#)/iu, 'a link'],
  [/url\s*\(\s*["']?(?!#)/iu, 'a link'],
  [/@import|<\?(?!xml\s)/iu, 'a style sheet from elsewhere'],
]

/** The kind of a logo, or in words why it is none. */
export function logoKind(bytes: Uint8Array): LogoKind {
  if (bytes.length > mostBytes) return { ok: false, reason: 'the logo has more than 512 KB' }
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
  if (
    text === null ||
    !/^\s*(?:<\?xml[^>]*\?>\s*)?(?:<!--[\s\S]*?-->\s*)*<svg[\s>][\s\S]*<\/svg>\s*$/u.test(text)
  )
    return { ok: false, reason: 'the logo is no PNG or SVG' }
  const refused = refusedInSvg.find(([pattern]) => pattern.test(text))
  return refused === undefined
    ? { ok: true, kind: 'svg' }
    : { ok: false, reason: `the logo holds ${refused[1]}, and a logo is only a drawing` }
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
