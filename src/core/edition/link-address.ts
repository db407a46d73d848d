// The addresses that a link in an edition may have. They are shown and copied, and never opened.

const longestAddress = 2_000
/** Printable ASCII without a space: international names and letters are written out in it (`xn--…`, `%C3%AB`). */
const address = /^(?:https?:\/\/[\w[]|mailto:\S)[\x21-\x7e]+$/u

/** Whether it leads to a page or a mailbox, and holds no sign that turns or hides others. */
export function isLinkAddress(text: string): boolean {
  return text.length <= longestAddress && address.test(text)
}
