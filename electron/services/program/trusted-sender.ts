export interface Sender {
  readonly url: string
  readonly isTop: boolean
}

/** True for the top frame of a page of exactly this origin; `sender` is null when its frame is gone. */
export function isTrustedSender(sender: Sender | null, origin: string): boolean {
  if (sender === null || !sender.isTop || !URL.canParse(sender.url)) return false
  // Not by `startsWith`, which `app://leeslamp.evil` passes, nor by `origin`, which is "null" for a custom scheme.
  const { protocol, host, username, password } = new URL(sender.url)
  return `${protocol}//${host}` === origin && username === '' && password === ''
}
