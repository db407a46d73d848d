// app://leeslamp, from which the window gets all it loads. A URL is looked up in a table; it never becomes a path.
import fs from 'node:fs'
import path from 'node:path'
import { protocol, type ProtocolResponse, type Session } from 'electron'
import { readImageFacts } from '#core/edition/image-kind'
import { hashInAddress, pictureTypes } from '../services/editions/picture-address.ts'

export const origin = 'app://leeslamp'

const contentTypes: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.woff2': 'font/woff2',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
}

/** Scripts come only from the program, and only Vue may turn a string into HTML or a script (Trusted Types). */
export const contentSecurityPolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "font-src 'self'",
  "img-src 'self' data:",
  "worker-src 'self'",
  "connect-src 'none'",
  "object-src 'none'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-src 'none'",
  "frame-ancestors 'none'",
  "require-trusted-types-for 'script'",
  'trusted-types vue',
].join('; ')

/** Must run before Electron is ready. */
export function registerScheme(): void {
  protocol.registerSchemesAsPrivileged([
    { scheme: 'app', privileges: { standard: true, secure: true, codeCache: true } },
  ])
}

const servedFolders = ['', 'assets/']

export interface PageOptions {
  /** The bytes of a picture that the window may show, by their hash; null for every other hash. */
  readonly picture: (sha256: string) => Promise<Uint8Array | null>
  /** Called for each request for a file or a website, since `closeSession` does not see them. */
  readonly onRefused: () => void
}

/**
 * Serves the files that are in `folder` now and the pictures of what is open, and answers 404 to anything else. Requests for
 * files and websites, which Chromium would answer by itself, get an error.
 */
export function servePage(session: Session, folder: string, options: PageOptions): void {
  const table = new Map<string, string>()
  for (const under of servedFolders)
    for (const name of fs.readdirSync(path.join(folder, under)))
      table.set(`${origin}/${under}${name}`, path.join(folder, under, name))
  // The newer `handle` would make Node load its whole HTTP client while the page waits.
  session.protocol.registerBufferProtocol('app', (request, answer) => {
    const url = request.method === 'GET' ? request.url : ''
    const file = table.get(url)
    const picture = hashInAddress(url)
    if (file !== undefined)
      answer(responseOf(readIfThere(file), contentTypes[path.extname(file)] ?? null))
    else if (picture !== null)
      void options.picture(picture).then((bytes) => answer(pictureResponse(bytes)))
    else answer(notFound)
  })
  for (const scheme of ['file', 'http', 'https'])
    session.protocol.handle(scheme, () => {
      options.onRefused()
      return Response.error()
    })
}

/** Null when the file is gone, as after an update of the running program. */
function readIfThere(file: string): Buffer | null {
  try {
    return fs.readFileSync(file)
  } catch {
    return null
  }
}

const securityHeaders = {
  'Content-Security-Policy': contentSecurityPolicy,
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'no-referrer',
}

const notFound: ProtocolResponse = {
  statusCode: 404,
  headers: securityHeaders,
  data: Buffer.from('not found'),
}

function responseOf(data: Uint8Array | null, type: string | null): ProtocolResponse {
  if (data === null || type === null) return notFound
  const bytes = Buffer.from(data.buffer, data.byteOffset, data.byteLength)
  return { headers: { ...securityHeaders, 'Content-Type': type }, data: bytes }
}

/** The type goes by the bytes, whatever the edition says of them. */
function pictureResponse(bytes: Uint8Array | null): ProtocolResponse {
  const facts = bytes === null ? null : readImageFacts(bytes)
  return responseOf(bytes, facts === null ? null : pictureTypes[facts.kind])
}
