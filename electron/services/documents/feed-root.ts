// How a feed begins.

/** So much may stand before a feed that a program put there. */
const longestBefore = 5_000
const xmlRoot = /<(?:rss|(?:[\w.-]{1,20}:)?(?:feed|RDF))(?=[\s>])/u

/** Where the root of a feed in XML is; -1 for none. */
export function rootOfFeed(text: string): number {
  return text.slice(0, longestBefore).search(xmlRoot)
}

/** Whether a file is a feed in XML, whatever it is called: nothing that anybody reads stands before its root. */
export function beginsAsFeed(bytes: Uint8Array): boolean {
  const start = Buffer.from(bytes.subarray(0, longestBefore)).toString('utf8')
  const root = rootOfFeed(start)
  if (root === -1) return false
  return (
    start
      .slice(0, root)
      .replace(/<\?[^>]*>|<!--[^>]*-->/gu, '')
      .trim() === ''
  )
}

/** Whether what begins with such a root can be nothing but a feed: RDF tells of much else. */
export function isFeedByRoot(feed: string): boolean {
  return !/^<(?:[\w.-]{1,20}:)?RDF/u.test(feed) || feed.includes('http://purl.org/rss/1.0/')
}
