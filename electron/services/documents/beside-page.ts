// Pictures that lie beside a web page, and how its addresses name them.

/** A picture beside a page, by its path from there. */
export interface PictureBeside {
  readonly path: string
  readonly bytes: Uint8Array
}

/** Finds a picture beside its page by the address that the page gives it. */
export function besidePage(
  pictures: readonly PictureBeside[],
): (source: string) => Uint8Array | null {
  const byPath = new Map(pictures.map((one) => [one.path, one.bytes]))
  return (source) => {
    const [address = ''] = source.trim().split(/[?#]/u)
    return byPath.get(decoded(address).replace(/^\.\//u, '')) ?? null
  }
}

function decoded(address: string): string {
  try {
    return decodeURIComponent(address)
  } catch {
    return address // not an address that a browser wrote
  }
}
