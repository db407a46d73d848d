// app://leeslamp, from which the window gets all it loads. A URL is looked up in a table; it never becomes a path.
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

/**
 * Serves the files that are in `folder` now, and answers 404 to anything else. Requests for files and websites, which
 * Chromium would answer by itself, get an error.
 * @param onRefused called for each of these, since `closeSession` does not see them
 */
export function servePage(session: Session, folder: string, onRefused: () => void): void {
  const table = new Map<string, string>()
  for (const under of servedFolders)
    for (const name of fs.readdirSync(path.join(folder, under)))
      table.set(`${origin}/${under}${name}`, path.join(folder, under, name))
  // The newer `handle` would make Node load its whole HTTP client while the page waits.
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
  for (const scheme of ['file', 'http', 'https'])
    session.protocol.handle(scheme, () => {
      onRefused()
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
