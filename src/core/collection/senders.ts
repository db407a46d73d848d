// Who wrote the letters of a mailbox: a sender may have several addresses, and go by several names.
import type { CollectionPart } from '../desktop/collection.ts'

type Part = Pick<CollectionPart, 'sender' | 'address'>

/**
 * What tells the sender of each part: the same for parts with one address, and for parts with one name at one host. Empty for a
 * part that names nobody.
 */
export function sendersOf(parts: readonly Part[]): readonly string[] {
  const above = new Map<string, string>()
  const highest = (mark: string): string => {
    const passed: string[] = []
    let top = mark
    for (let next = above.get(top); next !== undefined; next = above.get(top)) {
      passed.push(top)
      top = next
    }
    // Later searches are short.
    for (const one of passed) above.set(one, top)
    return top
  }
  const marks = parts.map(({ sender, address }) => {
    const host = hostOf(address)
    const byName = sender === '' ? '' : `name ${sender.toLowerCase()} ${host}`
    const byAddress = address === '' ? '' : `address ${address}`
    if (byName !== '' && byAddress !== '') {
      const [one, other] = [highest(byName), highest(byAddress)]
      if (one !== other) above.set(one, other)
    }
    return byAddress || byName
  })
  return marks.map((mark) => (mark === '' ? '' : highest(mark)))
}

/** Empty for what is no address. */
export function hostOf(address: string): string {
  return address.slice(address.lastIndexOf('@') + 1)
}
