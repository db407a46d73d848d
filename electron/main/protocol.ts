// app://leeslamp: the window's only source. A URL is looked up in a table; it never becomes a path.
import fs from 'node:fs'
import path from 'node:path'
import { protocol, type Session } from 'electron'

export const origin = 'app://leeslamp'

const contentTypes: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.woff2': 'font/woff2',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
}

/** Scripts come from the program alone, and no string becomes one: Vue has the only Trusted Types policy. */
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

/** Must run before the program is ready. */
export function registerScheme(): void {
  protocol.registerSchemesAsPrivileged([
    { scheme: 'app', privileges: { standard: true, secure: true, codeCache: true } },
  ])
}

/** The page lies in the folder of the window, and all that it asks for in a folder beside it. */
const places = ['', 'assets/']

/** Serves the files that are in `folder` now, and answers anything else with 404. */
export function serveFolder(session: Session, folder: string): void {
  const table = new Map<string, string>()
  for (const place of places)
    for (const name of fs.readdirSync(path.join(folder, place)))
      table.set(`${origin}/${place}${name}`, path.join(folder, place, name))
  // Not `handle`, whose first Response has Node read its whole HTTP client while the page waits.
  session.protocol.registerBufferProtocol('app', (request, answer) => {
    const file = request.method === 'GET' ? table.get(request.url) : undefined
    const data = file === undefined ? null : readIfThere(file)
    if (file === undefined || data === null)
      answer({ statusCode: 404, headers: securityHeaders, data: Buffer.from('not found') })
    else {
      const type = contentTypes[path.extname(file)] ?? 'application/octet-stream'
      answer({ headers: { ...securityHeaders, 'Content-Type': type }, data })
    }
  })
}

/** A file of the program may go while it runs, as when it is replaced by a newer one: the page hears that it is not found. */
function readIfThere(file: string): Buffer | null {
  try {
    return fs.readFileSync(file)
  } catch {
    return null
  }
}

/**
 * What the system could answer by itself answers with an error, whoever asks.
 * @param onRefused is told of each: such a request is seen nowhere else
 */
export function refuseOtherSchemes(session: Session, onRefused: () => void): void {
  for (const scheme of ['file', 'http', 'https'])
    session.protocol.handle(scheme, () => {
      onRefused()
      return Response.error()
    })
}

const securityHeaders = {
  'Content-Security-Policy': contentSecurityPolicy,
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'no-referrer',
}
