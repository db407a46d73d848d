// The addresses that a link in an edition may have. They are shown and copied, and never opened.

/** Longer ones are none. */
export const longestAddress = 2_000
/** Printable ASCII without a space: international names and letters are written out in it (`xn--…`, `%C3%AB`). */
const linkAddress = /^(?:https?:\/\/[\w[]|mailto:)[\x21-\x7e]+$/u
const parts = /^(https?:\/\/)([^/?#]+)([/?#].*)?$/isu

/** Whether it leads to a page or a mailbox, and holds no sign that turns or hides others. */
export function isLinkAddress(text: string): boolean {
  return text.length <= longestAddress && linkAddress.test(text)
}

/**
 * An address of the web as a browser writes it out. The letters of its host stay as they are, and so does what is no text.
 */
export function writtenOut(address: string): string {
  const [, scheme, host, rest = ''] = parts.exec(address.slice(0, longestAddress + 1)) ?? []
  if (scheme === undefined || host === undefined || /\p{Cs}/u.test(rest)) return address
  const path = rest.replace(/[^\x21-\x7e]+/gu, encodeURIComponent)
  return scheme.toLowerCase() + host.toLowerCase() + (path.startsWith('/') ? path : `/${path}`)
}
